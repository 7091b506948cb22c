"""Tests of the verbs, on a real vault."""
