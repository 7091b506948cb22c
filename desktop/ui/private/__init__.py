"""The panels that show the manager's own words: the only place where a window reveals them.

They are built from a ``PrivateDesk`` and handed to pages as ready-made widgets; a page arranges
them and never reads them.
"""
