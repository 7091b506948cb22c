"""Onward: a private, offline desktop application for career conversations.

The house, from the roof down. An arrow only ever points down, and ``lint-imports`` keeps it so::

    __main__ → app | cli → ui → session → services
             → storage | export | vault → files | offline → domain

``domain`` is what is true, ``services`` are the verbs, ``storage`` the shelves, ``vault`` the lock,
``export`` what leaves, ``ui`` what a manager sees and ``session`` an unlocked vault with its two
halves, the shared and the private. Each package's own docstring is the map of its room.
"""

__version__ = "0.1.0"
