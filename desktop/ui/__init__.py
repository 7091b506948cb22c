"""Everything a manager sees. It talks to the vault only through a session, and holds no rules.

The rooms, from the roof down; siblings in braces never import each other::

    {main_window | lock_screen} → {pages | private} → wizard → {dialogs | keys} → {models | plots}
        → half_typed → desk → {jobs | messages | widgets} → look

``look`` is colours, type and spacing by role, ``widgets`` the small parts made from them, and
everything above arranges those parts. A widget announces what happened in the past tense
(``chosen``, ``edited``); it never changes a record itself.
"""
