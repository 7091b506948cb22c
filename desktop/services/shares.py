"""Sharing: the page has left the vault, and the vault remembers it."""

import hashlib

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, ShareId
from desktop.domain.shared.contract import missing
from desktop.domain.shared.shares import Share, Way
from desktop.services import contracts, conversations
from desktop.storage.shelves import SharedShelf


def of_conversation(shelf: SharedShelf, which: ConversationId) -> tuple[Share, ...]:
    """Return what was shared of a conversation, the latest first."""
    return shelf.shares.of(which)


def ready(shelf: SharedShelf, which: ConversationId) -> None:
    """Refuse while the conversation's contract cannot be shared, naming the first gap (V5)."""
    contract = shelf.contracts.of_conversation(which)
    if contract is None:
        raise Refusal("contract", "There is no contract yet. Write one line of it first.")
    for gap in missing(contract):
        raise Refusal(gap.field, gap.sentence)


def note(shelf: SharedShelf, which: ConversationId, way: Way, page: bytes) -> Done[ShareId]:
    """Record that these very bytes left: the talk is closed and its contract agreed (product F6).

    The 48 hours of R1 stop with this and with nothing else (product F7).
    """
    ready(shelf, which)
    contract = contracts.draft(shelf, which).value
    share = Share(
        id=ShareId(ids.fresh()),
        conversation=which,
        contract=contract.id,
        way=way,
        at=shelf.now(),
        sha256=hashlib.sha256(page).hexdigest(),
    )
    with shelf.transaction():
        conversations.close(shelf, which)
        contracts.agree(shelf, contract)
        shelf.shares.add(share, page)
    return Done(share.id, Touched.SHARES | Touched.CONTRACT | Touched.CONVERSATIONS)
