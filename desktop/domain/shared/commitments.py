"""Commitments: one action, one owner, one date (playbook section 1)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId


class Owner(StrEnum):
    """Whose commitment it is."""

    PERSON = "person"
    MANAGER = "manager"


class CommitmentState(StrEnum):
    """What has become of a commitment."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let go"


class Strength(StrEnum):
    """How far the word of a manager reaches (product E5); a person's own is always WILL."""

    WILL = "will"
    ARGUE = "argue"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One line of a contract, as worded in that version; unfinished while it is being typed.

    ``stood_by`` is the outcome that the manager was asked about and keeps promising knowingly.
    """

    id: CommitmentId
    owner: Owner | None
    what: str
    due: date | None
    state: CommitmentState = CommitmentState.OPEN
    strength: Strength = Strength.WILL
    stood_by: str = ""
    moved_to: date | None = None
    """The date it was moved to since it was agreed; ``due`` stays as was agreed."""

    @property
    def by(self) -> date | None:
        """The date on which it stands now."""
        return self.moved_to or self.due


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreed commitment as it stands today, with whom and from which contract version."""

    id: CommitmentId
    person: PersonId
    person_name: str
    owner: Owner
    what: str
    due: date
    agreed: date
    version: int
    conversation: ConversationId
    contract: ContractId
    state: CommitmentState
