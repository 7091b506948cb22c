"""Speed, as ratios measured in alternation in one run: ``python3 packaging/dev.py bench``.

Absolute times depend on the computer and on what else it does; a ratio to something that ran in
the same minute does not. Nothing here runs with the tests.
"""
