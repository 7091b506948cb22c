"""What the vault already knows about a person, to stand beside the manager's own thinking."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.private.answers import EarlierAnswer
from desktop.domain.questions import Stage
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.progress import Progress, progress
from desktop.services import lives
from desktop.services.question_bank import bank
from desktop.storage.shelves import PrivateShelf


@dataclass(frozen=True, slots=True)
class Heard:
    """The newest note to a question, under its short name."""

    question: QuestionId
    short: str
    noted: EarlierAnswer


def heard(shelf: PrivateShelf, who: PersonId, questions: Iterable[QuestionId]) -> tuple[Heard, ...]:
    """Return the newest note to each of these questions that has one, in the order asked for."""
    known = bank(shelf)
    found = ((q, shelf.answers.latest_to(who, q)) for q in questions if q in known)
    return tuple(Heard(q, known[q].short, noted) for q, noted in found if noted is not None)


def talks_about(shelf: PrivateShelf, who: PersonId, *stages: Stage) -> int:
    """Return in how many conversations something was noted to a question of these stages."""
    known = bank(shelf)
    asked = {q.id for stage in stages for q in known.of(stage)}
    return len({talk for talk, question in shelf.answers.noted_about(who) if question in asked})


def promises_kept(shelf: PrivateShelf, who: PersonId) -> tuple[int, int]:
    """Return how many of the manager's promises to a person were kept, and of how many.

    One that is not due yet is neither kept nor broken (playbook P5 and W2).
    """
    rate = lives.kept_rate(shelf, Owner.MANAGER, who)
    return rate.kept, rate.due


def contract_and_progress(shelf: PrivateShelf, who: PersonId) -> tuple[Contract, Progress] | None:
    """Return the contract as it stands, and what became of it since the version before."""
    now = shelf.contracts.agreed(who)
    if now is None:
        return None
    return now, progress(shelf.contracts.agreed_before(now), now)
