"""The shelves: the only place that speaks SQL.

``opening`` is the open sequence, ``database`` the connection with its transactions and the guarded
way out, ``migrations`` the frozen history of the schema, ``backup`` a consistent copy. Each
aggregate has one small store that takes and gives frozen values: ``people``, ``conversations``,
``summaries``, ``contracts``, ``shares``; private words have stores of their own under ``private``.
``shelves`` bundles them into the shared, the private and the outgoing shelf, which is all that a
service ever sees.

    >>> shelf.people.add(person)                        # doctest: +SKIP
"""
