"""Reminding the manager of their own debts, in words that give nothing away (product G3 and G7)."""

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

    def on(self, today: date) -> "Told":
        """Return what counts today: another day begins with nothing told."""
        return self if self.day == today else Told(today)

    def with_these(self, debts: frozenset[str]) -> "Told":
        """Return it after the manager was told of these."""
        return Told(self.day, self.debts | debts)
