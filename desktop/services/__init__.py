"""The verbs: one function is one intention of the manager, one transaction, one ``Done``.

A verb takes the shelf it may use as its first argument: a ``SharedShelf`` for what both sides may
read, a ``PrivateShelf`` for the manager's own words. That is the fourth of five locks: a page that
was given the shared half cannot call a private verb, and the type checker says so. Verbs that
write return ``Done(value, touched)``; those that only look return what they saw.

``people`` · ``conversations`` · ``summaries`` · ``contracts`` · ``shares`` · ``letters`` (what
leaves, read through the guarded connection) · ``today`` · ``question_bank`` · ``packs`` ·
``sample`` · ``private/`` (notes). ``vaults`` makes a new vault and opens one, ``backups`` keeps
verified copies of it and ``taking`` writes each, ``restoring`` looks into one and brings it back,
``checking`` looks a whole vault over.

    >>> done = people.add(shelf, "Priya Nair")           # doctest: +SKIP
    >>> done.touched                                      # doctest: +SKIP
    <Touched.PEOPLE: 1>
"""
