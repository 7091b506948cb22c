"""What is true, whoever looks at it: frozen values and the rules of the craft.

No Qt, no SQL, no files and no clock live here; dates come in as arguments. ``conversations`` holds
the sitting and its path but no words, ``shared`` what both sides may read, ``private`` what only
the manager may, and ``sharing`` is the one door between the last two. Anybody may call the domain;
it calls nobody.

    >>> from desktop.domain.people import initials
    >>> initials("Priya Nair")
    'PN'
"""
