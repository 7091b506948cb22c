"""The development contract: commitments of both sides, a review point, an open question."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId
from desktop.domain.shared.commitments import Commitment, Owner

_A_RICH_TALK = 4
"""Notes and paragraphs from which on a talk was more than a few words."""


@dataclass(frozen=True, slots=True)
class Contract:
    """One version. It is a draft until it is agreed; an agreed one is only ever superseded."""

    id: ContractId
    person: PersonId
    conversation: ConversationId
    version: int
    commitments: tuple[Commitment, ...] = ()
    review_month: date | None = None
    review: str = ""
    open_question: str = ""
    next_conversation: date | None = None
    nothing_agreed_because: str = ""
    agreed: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.agreed is None

    def of(self, owner: Owner) -> tuple[Commitment, ...]:
        """Return one side's commitments, the earliest date first."""
        theirs = [c for c in self.commitments if c.owner is owner]
        return tuple(sorted(theirs, key=lambda c: c.due or date.max))


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a contract still lacks: at which commitment (None: the whole), and the sentence."""

    commitment: CommitmentId | None
    field: str
    sentence: str


def missing(contract: Contract) -> tuple[Missing, ...]:
    """Name everything that stands between a draft and a contract that can be shared.

    Playbook section 5 and guard V5: every commitment has words, one owner and one date, and a
    conversation ends with at least one commitment or a deliberate "nothing agreed, because…".
    """
    if not contract.commitments and not contract.nothing_agreed_because.strip():
        return (
            Missing(
                None,
                "commitments",
                "Nothing is agreed yet. Add one commitment with a date, "
                "or write why nothing was agreed this time.",
            ),
        )
    return tuple(gap for c in contract.commitments for gap in _missing_in(c))


def passed(contract: Contract, today: date) -> tuple[tuple[str, date], ...]:
    """Return what is dated before today: the words of it, empty for the next conversation."""
    behind = [(c.what.strip(), c.due) for c in contract.commitments if c.due and c.due < today]
    following = contract.next_conversation
    if following is not None and following < today:
        behind.append(("", following))
    return tuple(behind)


def is_rich_but_agrees_nothing(contract: Contract, *, written: int) -> bool:
    """Return whether much was ``written`` (notes and paragraphs) and nothing at all agreed.

    It may be right (playbook section 5, guard V5); whoever sends it should have seen it.
    """
    return not contract.commitments and written >= _A_RICH_TALK


def _missing_in(commitment: Commitment) -> tuple[Missing, ...]:
    gaps = []
    if not commitment.what.strip():
        gaps.append(Missing(commitment.id, "what", "What will be done? One line is enough."))
    if commitment.owner is None:
        gaps.append(Missing(commitment.id, "owner", "Whose commitment is this? Choose one of you."))
    if commitment.due is None:
        gaps.append(Missing(commitment.id, "due", "By when? A commitment needs a date."))
    return tuple(gaps)
