"""A vault of ten years: 50 people, 2,000 conversations, 100,000 notes, always the same ones.

``history`` tells what happened, with a seed and no clock; ``prose`` finds the words; ``notes``
writes as many private notes again, for those who search them; ``shelf`` keeps a finished vault
outside the checkout, so that only the first bench after a change waits.

    >>> vault = shelf.ten_years(folder)                   # doctest: +SKIP
"""
