"""Any page that can leave: what stands on it, and the e-mail that goes with it.

Everything here is read through the guarded connection, as ``letters`` does (the fifth lock).
"""

from typing import TYPE_CHECKING

from desktop.domain.ids import ConversationId
from desktop.domain.shared.shares import Document, Outgoing
from desktop.export.letter import letter_paper
from desktop.export.paper import Paper
from desktop.services import letters, sending, shares
from desktop.storage.shelves import SharedShelf

if TYPE_CHECKING:
    from desktop.export.mail import Draft


def of_conversation(shelf: SharedShelf, which: ConversationId) -> Outgoing:
    """Return the page of a conversation: its summary and contract."""
    return Outgoing(Document.SUMMARY, shelf.conversations.get(which).person, which)


def paper(shelf: SharedShelf, out: Outgoing) -> Paper:
    """Return what stands on a page; Refusal while something on it is missing."""
    which = _conversation(out)
    shares.ready(shelf, which)
    return letter_paper(letters.letter(shelf, which))


def mail(shelf: SharedShelf, out: Outgoing, page: bytes) -> "Draft":
    """Return an unsent e-mail with the page attached as it was shown (product F4)."""
    return sending.mail_draft(shelf, _conversation(out), page)


def _conversation(out: Outgoing) -> ConversationId:
    if out.conversation is None:
        raise ValueError("A summary belongs to a conversation.")
    return out.conversation
