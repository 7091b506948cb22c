"""A signal: something noticed about a person on a day, and what has come of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import PersonId, SignalId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.domain.shared.goals import Goal
from desktop.domain.signals import SignalKind

SOON_ENOUGH = timedelta(days=14)
"""A talk booked further away answers no trigger: what was noticed will not wait for it."""

AT_ONCE = timedelta(days=3)
"""The same for a hint of leaving (playbook T9)."""


@dataclass(frozen=True, slots=True)
class Signal:
    """What was noticed; ``because`` says in a word why it was set aside, if it was."""

    id: SignalId
    person: PersonId
    kind: SignalKind
    noted: datetime
    words: PrivateText = NOTHING_NOTED
    closed: datetime | None = None
    because: PrivateText = NOTHING_NOTED


class CameOf(StrEnum):
    """What has become of a signal."""

    WAITS = "waits"
    BOOKED = "booked"
    TALKED = "talked"
    GOALS_REVISED = "goals revised"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has come of a signal, and when; a booking may lie ahead."""

    what: CameOf
    at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether the next step is still to be taken."""
        return self.what is CameOf.WAITS


def outcome(
    signal: Signal,
    talks: Iterable[Conversation],
    booked: Iterable[Planned],
    goals: Iterable[Goal],
) -> Outcome:
    """Return what has come of a signal, as the vault itself shows it.

    Calling a booking off brings a signal back by itself; a contract review answers none. A sign of
    changed goals waits until it was named: in a talk in depth, or by revising the goals.
    """
    if signal.closed is not None:
        return Outcome(CameOf.SET_ASIDE, signal.closed)
    held = [talk for talk in talks if talk.person == signal.person]
    answering = [at for talk in held if (at := _answered(signal, talk)) is not None]
    if answering:
        return Outcome(CameOf.TALKED, min(answering))
    revised = [v.at for goal in goals for v in goal.versions if v.at >= signal.noted]
    if revised and signal.kind.is_about_goals:
        return Outcome(CameOf.GOALS_REVISED, min(revised))
    within = AT_ONCE if signal.kind.is_urgent else SOON_ENOUGH
    last_day = (signal.noted + within).date()
    near = [p.at for p in booked if _waits(p, signal, held) and p.at.date() <= last_day]
    return Outcome(CameOf.BOOKED, min(near)) if near else Outcome(CameOf.WAITS)


def _answered(signal: Signal, talk: Conversation) -> datetime | None:
    """Return when a talk that went on after the signal took place, if it can answer it."""
    if talk.kind is Kind.CONTRACT_REVIEW:
        return None
    if signal.kind.is_about_goals and not talk.kind.is_in_depth:
        return None
    if talk.begun >= signal.noted:
        return talk.begun
    return talk.ended if talk.ended is not None and talk.ended >= signal.noted else None


def _waits(plan: Planned, signal: Signal, held: Iterable[Conversation]) -> bool:
    answers = plan.kind is not Kind.CONTRACT_REVIEW and not signal.kind.is_about_goals
    return plan.person == signal.person and answers and plan.waits(held)
