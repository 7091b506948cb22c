"""Sharing: something has left the vault, and the vault remembers it (product F6).

What stops the 48 hours of R1, and what does not (product F7). Onward cannot see whether a person
has read a page; the nearest it can know is that the whole page has left its hands on the way to
them. So these count: a PDF, an e-mail or an editable copy saved as a file, a draft that the mail
program took, a page that the printer took, the text on the clipboard. These do not: a page that
was only looked at or previewed, a dialog that was cancelled, a file that could not be written, a
draft that no program opened, and dates for a calendar, which go to the manager's own. The
agreement, the card about notes and a hand-over are recorded, but answer no conversation.

A page that is sent as a draft to look over counts too: R1 asks for the written summary within 48
hours, and that is in the person's hands then, word for word. It agrees nothing: the contract stays
a draft, its commitments bind nobody, and the page itself is still to be sent.
"""

import hashlib
from datetime import datetime

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ContractId, ConversationId, PersonId, ShareId
from desktop.domain.shared.contract import Contract, missing
from desktop.domain.shared.shares import Document, Outgoing, Share, Way
from desktop.services import contracts, conversations, hand_overs
from desktop.storage.shelves import SharedShelf


def of_conversation(shelf: SharedShelf, which: ConversationId) -> tuple[Share, ...]:
    """Return how often a conversation's page has left, the latest first; dates are no page."""
    return tuple(share for share in shelf.shares.of(which) if share.way.carries_the_page)


def of_person(shelf: SharedShelf, who: PersonId) -> tuple[Share, ...]:
    """Return all that ever left about a person, the latest first, dates included."""
    return shelf.shares.of_person(who)


def opened(shelf: SharedShelf, which: ShareId) -> tuple[Share, bytes]:
    """Return a share and the very bytes that left (product F6).

    Raises Refusal where they no longer have the fingerprint that was noted with them.
    """
    share, content = shelf.shares.get(which)
    if hashlib.sha256(content).hexdigest() != share.sha256:
        raise Refusal(
            "sha256", "This is not what left: its fingerprint has changed. A backup may hold it."
        )
    return share, content


def ready(shelf: SharedShelf, which: ConversationId) -> None:
    """Refuse while the conversation's contract cannot be shared, naming the first gap (V5)."""
    contract = shelf.contracts.of_conversation(which)
    if contract is None:
        raise Refusal("contract", "There is no contract yet. Write one line of it first.")
    for gap in missing(contract):
        raise Refusal(gap.field, gap.sentence)


def note(shelf: SharedShelf, which: ConversationId, way: Way, page: bytes) -> Done[ShareId]:
    """Record that these very bytes left: the talk is closed and its contract agreed (product F6).

    The 48 hours of R1 stop with this and with nothing else (product F7); see above what counts.
    """
    if not way.carries_the_page:
        return note_dates(shelf, which, page)
    ready(shelf, which)
    contract = contracts.draft(shelf, which).value
    with shelf.transaction():
        conversations.close(shelf, which)
        contracts.agree(shelf, contract)
        share = _add(shelf, _summary(shelf, which), way, page, contract.id)
    return Done(share, Touched.SHARES | Touched.CONTRACT | Touched.CONVERSATIONS)


def note_draft(shelf: SharedShelf, which: ConversationId, way: Way, page: bytes) -> Done[ShareId]:
    """Record that a page left as a draft to look over: the talk is closed and nothing agreed.

    The draft is kept as it left, to compare with what comes back. Raises Refusal for an agreed
    version and while something is missing.
    """
    ready(shelf, which)
    draft = contracts.draft(shelf, which).value
    if not draft.is_draft:
        raise Refusal("contract", "This version is agreed already. It leaves as what it is.")
    with shelf.transaction():
        conversations.close(shelf, which)
        shelf.drafts_that_left.put(draft, shelf.summaries.of(which), shelf.now())
        out = Outgoing(Document.DRAFT, draft.person, which)
        share = _add(shelf, out, way, page, draft.id)
    return Done(share, Touched.SHARES | Touched.CONTRACT | Touched.CONVERSATIONS)


def looked_over_since(shelf: SharedShelf, draft: Contract) -> datetime | None:
    """Return when a draft last left to be looked over; None for one that did not."""
    return shelf.drafts_that_left.when(draft) if draft.is_draft else None


def note_dates(shelf: SharedShelf, which: ConversationId, calendar: bytes) -> Done[ShareId]:
    """Record that dates left for a calendar: nothing is agreed, closed or answered by that."""
    contract = shelf.contracts.of_conversation(which)
    with shelf.transaction():
        agreed = contract.id if contract else None
        share = _add(shelf, _summary(shelf, which), Way.CALENDAR, calendar, agreed)
    return Done(share, Touched.SHARES)


def note_paper(shelf: SharedShelf, out: Outgoing, way: Way, content: bytes) -> Done[ShareId]:
    """Record that a paper left, whatever it is."""
    if out.document is Document.DRAFT and out.conversation is not None:
        return note_draft(shelf, out.conversation, way, content)
    if out.conversation is not None:
        return note(shelf, out.conversation, way, content)
    if out.document is Document.HAND_OVER and hand_overs.agreed(shelf, out.person) is None:
        raise Refusal("consent", "Nothing is handed over before the person has agreed to it.")
    with shelf.transaction():
        share = _add(shelf, out, way, content, None)
    return Done(share, Touched.SHARES)


def note_again(shelf: SharedShelf, which: ShareId) -> Done[ShareId]:
    """Record that the very bytes of an earlier share left once more, as what they were then."""
    earlier, content = opened(shelf, which)
    with shelf.transaction():
        out = Outgoing(earlier.document, earlier.person, earlier.conversation)
        share = _add(shelf, out, earlier.way, content, earlier.contract)
    return Done(share, Touched.SHARES)


def _summary(shelf: SharedShelf, which: ConversationId) -> Outgoing:
    return Outgoing(Document.SUMMARY, shelf.conversations.get(which).person, which)


def _add(
    shelf: SharedShelf, out: Outgoing, way: Way, content: bytes, contract: ContractId | None
) -> ShareId:
    share = Share(
        id=ShareId(ids.fresh()),
        document=out.document,
        person=out.person,
        conversation=out.conversation,
        contract=contract,
        way=way,
        at=shelf.now(),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    shelf.shares.add(share, content)
    return share.id
