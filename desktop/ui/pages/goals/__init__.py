"""Goals as agreed: the page on which the manager's captured goals become words for both.

``GoalsPage`` arranges. At the left a ready-made private panel shows what was captured and gives
the words of one goal only when it is chosen; at the right ``GoalCard`` shows each shared goal with
its past, and ``GoalForm`` words it.

    >>> page = GoalsPage(desk, captured)                  # doctest: +SKIP
    >>> page.show_person(who)                             # doctest: +SKIP
"""

from desktop.ui.pages.goals.page import GoalsPage

__all__ = ["GoalsPage"]
"""The page is all that the window needs."""
