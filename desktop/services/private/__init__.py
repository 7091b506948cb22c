"""The verbs of the manager's own words. They take a ``PrivateShelf``, and only that."""
