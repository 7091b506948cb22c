"""What today asks of the manager: their own commitments first (product G1)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.shared.commitments import CommitmentState, Owner, Promise
from desktop.storage.shelves import SharedShelf

A_QUARTER = timedelta(days=92)
"""The longest time between two full conversations (playbook section 2)."""


class Standing(StrEnum):
    """How things stand with a person, seen from what the manager owes."""

    NEVER_TALKED = "never talked"
    ON_TRACK = "on track"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with the person it is with."""

    conversation: Conversation
    person: Person


@dataclass(frozen=True, slots=True)
class Today:
    """Everything that waits: mine, the summaries owed within 48 hours, talks under way, theirs."""

    mine: tuple[Promise, ...]
    owed: tuple[Talk, ...]
    under_way: tuple[Talk, ...]
    theirs: tuple[Promise, ...]

    @property
    def count(self) -> int:
        """How many things wait for the manager alone."""
        return len(self.mine) + len(self.owed) + len(self.under_way)


def today(shelf: SharedShelf) -> Today:
    """Return what waits today, each list in the order in which it should be done."""
    people = {person.id: person for person in shelf.people.all()}
    talks = [Talk(talk, people[talk.person]) for talk in shelf.conversations.all()]
    shared = shelf.shares.conversations()
    promises = [p for p in shelf.contracts.promises() if p.state is CommitmentState.OPEN]
    return Today(
        mine=tuple(p for p in promises if p.owner is Owner.MANAGER),
        owed=tuple(
            reversed(
                [
                    t
                    for t in talks
                    if t.conversation.summary_owed_by and t.conversation.id not in shared
                ]
            )
        ),
        under_way=tuple(t for t in talks if t.conversation.is_open),
        theirs=tuple(p for p in promises if p.owner is Owner.PERSON),
    )


def standings(shelf: SharedShelf) -> dict[PersonId, Standing]:
    """Return how things stand with everybody: my own lateness counts, never theirs.

    Late is a promise of mine past its date, a summary past its 48 hours or a quarter without a
    talk; soon is one of these today; waiting for them to bring it up never looks like on track.
    """
    now, waiting = shelf.now(), today(shelf)
    return {
        person.id: _standing(
            _last_talk(shelf, person.id),
            [p.due for p in waiting.mine if p.person == person.id],
            [t.conversation for t in waiting.owed if t.person.id == person.id],
            now,
        )
        for person in shelf.people.all()
    }


def _last_talk(shelf: SharedShelf, who: PersonId) -> Conversation | None:
    in_depth = (talk for talk in shelf.conversations.of(who) if talk.kind.is_in_depth)
    return next(in_depth, None)


def _standing(
    last: Conversation | None, due: list[date], owed: list[Conversation], now: datetime
) -> Standing:
    deadlines = [talk.summary_owed_by for talk in owed if talk.summary_owed_by]
    if any(day < now.date() for day in due) or any(moment < now for moment in deadlines):
        return Standing.LATE
    if last is None:
        return Standing.NEVER_TALKED
    if now - last.begun > A_QUARTER:
        return Standing.LATE
    return Standing.SOON if now.date() in due or deadlines else Standing.ON_TRACK
