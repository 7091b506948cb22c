"""Summary and contract: the shared page, written beside the private notes of its conversation.

``ContractPage`` arranges; the paper lies on a ``Sheet``, and a ``CopyBack`` knows what is done with
a copy that came back. A draft lies on a ``DraftPaper``, of which every part saves its own
changes with a ``Pen``; an agreed version lies on an ``AgreedPaper``, which holds no editor at all.
The notes come in as a ready-made panel and give words only when a line of them is chosen; so comes
in what puts a draft into the bin, where private words lie, and takes it out again.

    >>> page = ContractPage(desk, notes, drafts)          # doctest: +SKIP
    >>> page.show_conversation(talk)                      # doctest: +SKIP
"""

from desktop.ui.pages.contract.page import ContractPage

__all__ = ["ContractPage"]
"""The page is all that the window needs."""
