"""Reminding the manager of their own debts, in words that give nothing away (product G3 and G7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reminders(StrEnum):
    """How the system may remind; there is no way that says more than how much is due."""

    DISCREET = "discreet"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What may be said: how many things of the manager's own are due. It can hold no word."""

    count: int


@dataclass(frozen=True, slots=True)
class Told:
    """Of which debts the manager knows already on a day."""

    day: date | None = None
    debts: frozenset[str] = frozenset()

    def with_these(self, debts: Iterable[str], today: date) -> "Told":
        """Return it after the manager was told of these; another day begins with nothing told."""
        before = self.debts if self.day == today else frozenset()
        return Told(today, before | frozenset(debts))
