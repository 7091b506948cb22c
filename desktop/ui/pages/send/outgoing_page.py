"""The page that would leave: its bytes, its words and what they were made from."""

from dataclasses import dataclass, replace

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.letter import Letter
from desktop.services import letters, shares
from desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class OutgoingPage:
    """The letter, the exact bytes of its PDF, and all that can be read on it."""

    letter: Letter
    pdf: bytes
    words: str


def gives_same_page(one: Letter, other: Letter) -> bool:
    """Return whether two letters give the same page: when a contract was agreed is not on it."""
    return _unagreed(one) == _unagreed(other)


def _unagreed(letter: Letter) -> Letter:
    return replace(letter, contract=replace(letter.contract, agreed=None))


def letter_of(desk: Desk, conversation: ConversationId) -> Letter | Refusal:
    """Return the letter of a conversation, or the rule that does not let it out yet."""
    # A refusal to look is told here and not by the desk, which catches those to act.
    try:
        desk.ask(shares.ready, conversation)
        return desk.ask(letters.letter, conversation)
    except Refusal as refusal:
        return refusal


def page_of(desk: Desk, conversation: ConversationId, letter: Letter) -> OutgoingPage | Refusal:
    """Return the page, or why it cannot be set. The first one loads ReportLab: a third second."""
    from desktop.export.letter import letter_paper

    try:
        pdf = desk.ask(letters.page, conversation)
        return OutgoingPage(letter, pdf, letter_paper(letter).words())
    except Refusal as refusal:
        return refusal
