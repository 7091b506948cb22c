"""When a goal has not been referred to for long (playbook section 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.cadence import months_later
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.private.experiments import Experiment
from desktop.domain.private.moments import Moment
from desktop.domain.shared.goals import Goal, Status

STALE_AFTER = 6
"""Months without a word about a goal after which it is visibly stale."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A goal, and the day on which it was last referred to."""

    goal: Goal
    last: date


def stale(
    goals: Iterable[Goal],
    moments: Iterable[Moment],
    experiments: Iterable[Experiment],
    talks: Iterable[Conversation],
    today: date,
) -> tuple[Stale, ...]:
    """Return the goals that are stale, the oldest first.

    Words of its own refer to a goal, whatever was linked to it, and every conversation about the
    goals themselves; that a quarterly talk went by does not: it may have been about anything.
    """
    linked: dict[str, list[date]] = {}
    for moment in moments:
        if moment.goal is not None:
            linked.setdefault(moment.goal, []).append(moment.noted.date())
    for tried in experiments:
        if tried.goal is not None:
            linked.setdefault(tried.goal, []).extend(filter(None, (tried.begun, tried.ended)))
    revisited = [talk.begun.date() for talk in talks if talk.kind is Kind.GOALS]
    found = (
        Stale(goal, max([goal.now.at.date(), *linked.get(goal.id, ()), *revisited]))
        for goal in goals
        if goal.now.wording.status is Status.ALIVE
    )
    long_ago = (each for each in found if months_later(each.last, STALE_AFTER) <= today)
    return tuple(sorted(long_ago, key=lambda each: each.last))
