"""The rules of the house, kept by machine: the five locks, clean starts, no stray reveal."""
