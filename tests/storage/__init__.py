"""Tests of the shelves, on real encrypted files."""
