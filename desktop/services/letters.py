"""The letter that goes out: read through the guarded connection, set as a page."""

from datetime import datetime

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.goals import GoalWording
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.since import Change
from desktop.export.paper import PageSize
from desktop.services import corrections, lives
from desktop.storage.shelves import OutgoingShelf, SharedShelf


def letter(shelf: SharedShelf, which: ConversationId, *, to_look_over: bool = False) -> Letter:
    """Return all that would leave for a conversation, and nothing else (the fifth lock).

    ``to_look_over`` marks it as a draft that is not agreed. Raises Refusal if the conversation has
    no contract yet, and for a draft of what is agreed already.
    """
    with shelf.outgoing() as leaving:
        talk = leaving.conversations.get(which)
        contract = leaving.contracts.of_conversation(which)
        if contract is None:
            raise Refusal("contract", "There is no contract yet. Write one line of it first.")
        if to_look_over and not contract.is_draft:
            raise Refusal("contract", "This version is agreed already. It leaves as what it is.")
        paragraphs, theirs = leaving.summaries.of(which), corrections.theirs(leaving, contract)
        return Letter(
            person_name=leaving.people.get(talk.person).name,
            manager_name=leaving.about.manager_name(),
            on=talk.begun.date(),
            paragraphs=tuple(p.text for p in paragraphs),
            contract=contract,
            language=leaving.letter_languages.of(talk.person),
            since=_since(leaving, contract, shelf.now()),
            to_look_over=to_look_over,
            theirs=theirs.commitments,
            their_paragraphs=frozenset(
                place for place, p in enumerate(paragraphs) if p.id in theirs.paragraphs
            ),
            their_passages=theirs.passages,
            goals=_goals(leaving, contract, shelf.now()),
        )


def _goals(leaving: OutgoingShelf, contract: Contract, now: datetime) -> tuple[GoalWording, ...]:
    """Return the goals that are new or other than in the version before; all of the first one."""
    before = leaving.contracts.agreed_before(contract)
    known = leaving.goals.of_person(contract.person)
    return tuple(
        worded
        for goal in known
        if (worded := goal.at(contract.agreed or now)) is not None
        and (before is None or before.agreed is None or goal.at(before.agreed) != worded)
    )


def _since(leaving: OutgoingShelf, contract: Contract, now: datetime) -> tuple[Change, ...]:
    found = lives.since(leaving, contract, now)
    return found.told if found else ()


def page(shelf: SharedShelf, which: ConversationId, size: PageSize = PageSize.A4) -> bytes:
    """Return the letter as the exact bytes of the PDF that would leave."""
    from desktop.export.letter import letter_paper
    from desktop.export.pdf import pdf

    return pdf(letter_paper(letter(shelf, which)), size)
