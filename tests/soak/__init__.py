"""Long runs that wear the real program down; not part of the tests that everybody waits for."""
