"""The tests: what a manager would notice if it broke."""
