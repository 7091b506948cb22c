"""The conversation: one sitting, its three stages and the path through them.

Nothing here holds a word that anybody said. ``conversation`` is the sitting and its kind, ``packs``
what each kind asks, ``path`` the wizard's way through it as plain Python: next, back, not now,
pause, resume.
"""
