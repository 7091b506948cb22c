r"""Lists of people that another program wrote, read with care: CSV and vCard (product B1).

``decoding`` turns bytes into text, ``table`` and ``cards`` read lines of it, ``lines`` says what
came of each. Nothing here writes anything, and nothing in a file is trusted.

    >>> from desktop.domain.contact_lists.reading import read
    >>> [line.person.name for line in read(b"name,team\nPriya Nair,Payments") if line.person]
    ['Priya Nair']
"""
