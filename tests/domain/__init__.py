"""Tests of what is true whoever looks at it."""
