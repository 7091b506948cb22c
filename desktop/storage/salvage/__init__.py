"""What can still be read of a damaged vault file, row by row, and what is lost.

``torn`` reads tables past their damaged pages, ``rescue`` puts what it finds into a new file, and
``losses`` says whose the rest was. Nothing here ever writes to the damaged file, and no row is made
up: a page that was changed does not decrypt, so what is read is what was written.

    >>> lost = rescue.rescue(damaged, new, key, owner)   # doctest: +SKIP
    >>> lost[0].number                                   # doctest: +SKIP
    2
"""
