"""What has not been looked at for long, over everybody or with one person (playbook section 6)."""

from dataclasses import dataclass
from datetime import timedelta

from desktop.domain.changes import Done
from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import GoalId, MomentId, PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.people import Person
from desktop.domain.private.experiments import Experiment
from desktop.domain.private.stale import Stale, stale
from desktop.services.private import moments
from desktop.storage.shelves import PrivateShelf

TRIED_LONG_ENOUGH = timedelta(days=60)
"""After how long it is time to ask what a try has taught."""


@dataclass(frozen=True, slots=True)
class StaleWith:
    """A stale goal, and whose it is."""

    person: Person
    stale: Stale


@dataclass(frozen=True, slots=True)
class Tried:
    """A try that has run long enough, and whose it is."""

    person: Person
    experiment: Experiment


def goals_of(shelf: PrivateShelf, who: PersonId) -> tuple[Stale, ...]:
    """Return a person's stale goals, the oldest first."""
    return stale(
        shelf.goals.of_person(who),
        shelf.moments.of(who),
        shelf.experiments.of(who),
        shelf.conversations.of(who),
        shelf.today(),
    )


def with_person(shelf: PrivateShelf, who: PersonId) -> tuple[StaleWith, ...]:
    """Return a person's stale goals, each with whose it is."""
    person = shelf.people.get(who)
    return tuple(StaleWith(person, each) for each in goals_of(shelf, who))


def goals(shelf: PrivateShelf) -> tuple[StaleWith, ...]:
    """Return everybody's stale goals, the oldest first."""
    talks = shelf.conversations.latest_of(Kind.GOALS)
    linked, tried = shelf.moments.linked(), shelf.experiments.all()
    found = []
    for person in _with_goals(shelf):
        own = [talk for talk in talks if talk.person == person.id]
        theirs = shelf.goals.of_person(person.id)
        found += [
            StaleWith(person, each) for each in stale(theirs, linked, tried, own, shelf.today())
        ]
    return tuple(sorted(found, key=lambda each: each.stale.last))


def tries(shelf: PrivateShelf) -> tuple[Tried, ...]:
    """Return the tries that have run long enough to ask what they taught, the oldest first."""
    until = shelf.today() - TRIED_LONG_ENOUGH
    known = {person.id: person for person in shelf.people.all()}
    long_enough = (t for t in shelf.experiments.all() if t.runs and t.begun <= until)
    found = [Tried(known[t.person], t) for t in long_enough if t.person in known]
    return tuple(sorted(found, key=lambda each: each.experiment.begun))


def still_wanted(shelf: PrivateShelf, who: PersonId, goal: GoalId) -> Done[MomentId]:
    """Note that they were asked, and that the goal still stands."""
    return moments.note(shelf, who, MomentKind.REVISITED, goal=goal)


def _with_goals(shelf: PrivateShelf) -> tuple[Person, ...]:
    worded = shelf.goals.last_worded()
    return tuple(person for person in shelf.people.all() if person.id in worded)
