"""The agreement on confidentiality: what both have said out loud before the first question."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.domain.cadence import months_later
from desktop.domain.errors import Refusal
from desktop.domain.ids import AgreementId, PersonId

REVISIT_EVERY = 12
"""Months after which both read again what they agreed on (playbook: explicit, and revisited)."""


class Clause(StrEnum):
    """The five things it speaks of (playbook A1 to A5)."""

    ROLES = "A1"
    LOGISTICS = "A2"
    BETWEEN_US = "A3"
    WRITTEN_DOWN = "A4"
    OTHERS = "A5"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One version; a draft until it is agreed, and then only ever superseded."""

    id: AgreementId
    person: PersonId
    version: int
    clauses: tuple[tuple[Clause, str], ...]
    agreed: date | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.agreed is None

    def is_to_be_revisited(self, today: date) -> bool:
        """Whether it was agreed so long ago that both should read it again."""
        return self.agreed is not None and months_later(self.agreed, REVISIT_EVERY) <= today

    def text(self, clause: Clause) -> str:
        """Return the words of one clause; nothing if it has none."""
        return dict(self.clauses).get(clause, "")

    def worded(self, clause: Clause, text: str) -> "Agreement":
        """Return the same with other words in one clause."""
        return replace(self, clauses=tuple({**dict(self.clauses), clause: text}.items()))


def proper_agreed(agreement: Agreement, on: date | None, today: date) -> date:
    """Return the day on which both agreed; refuse none, one to come, and empty clauses."""
    if not any(text.strip() for _, text in agreement.clauses):
        raise Refusal("clauses", "There is nothing here to agree on yet. Write one line first.")
    if on is None:
        raise Refusal("agreed", "On which day did you both agree?")
    if on > today:
        raise Refusal("agreed", "That day is still to come. Agree first, then write it down.")
    return on
