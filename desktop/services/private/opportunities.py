"""What a manager does with the opportunity register (product C4, playbook P2)."""

from dataclasses import replace
from datetime import date

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, OpportunityId, PersonId
from desktop.domain.private.kept import Kept
from desktop.domain.private.opportunities import (
    DIRECTIONS,
    Opportunity,
    OpportunityKind,
    Serves,
)
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf

_NO_WORDS = "An opportunity needs a name: an opening, a project, a budget, a forum."


def register(shelf: PrivateShelf) -> tuple[Opportunity, ...]:
    """Return every opportunity: what ends soonest first, then what has no end."""
    return shelf.opportunities.all()


def still_open(shelf: PrivateShelf, who: PersonId) -> tuple[Opportunity, ...]:
    """Return what would serve a person's direction and can still be taken."""
    today = shelf.today()
    return tuple(o for o in shelf.opportunities.all() if o.is_for(who) and not o.is_over(today))


def person_of(shelf: PrivateShelf, which: ConversationId) -> PersonId:
    """Return whose conversation it is."""
    return shelf.conversations.get(which).person


def directions(shelf: PrivateShelf, who: PersonId) -> tuple[Kept, ...]:
    """Return the goals and interests kept of a person, the newest talk first."""
    return tuple(kept for kept, _ in shelf.kept.of_person(who, DIRECTIONS))


def add(shelf: PrivateShelf, what: PrivateText) -> Done[OpportunityId]:
    """Write an opportunity down; Refusal without words."""
    if not what:
        raise Refusal("what", _NO_WORDS)
    return _put(shelf, Opportunity(OpportunityId(ids.fresh()), what))


def word(
    shelf: PrivateShelf, which: OpportunityId, what: PrivateText, limits: PrivateText
) -> Done[OpportunityId]:
    """Give an opportunity other words; Refusal when its name would be empty."""
    if not what:
        raise Refusal("what", _NO_WORDS)
    return _put(shelf, replace(_get(shelf, which), what=what, limits=limits))


def date_it(shelf: PrivateShelf, which: OpportunityId, by: date | None) -> Done[OpportunityId]:
    """Say until which day it can be taken; a day that has passed closes it by itself."""
    return _put(shelf, replace(_get(shelf, which), by=by))


def classify(
    shelf: PrivateShelf, which: OpportunityId, kind: OpportunityKind
) -> Done[OpportunityId]:
    """Say what is open."""
    return _put(shelf, replace(_get(shelf, which), kind=kind))


def close(shelf: PrivateShelf, which: OpportunityId, *, closed: bool = True) -> Done[OpportunityId]:
    """Close it as taken or gone, or open it again."""
    return _put(shelf, replace(_get(shelf, which), closed=shelf.today() if closed else None))


def mark(
    shelf: PrivateShelf, which: OpportunityId, served: Serves, *, on: bool
) -> Done[OpportunityId]:
    """Mark that it would serve somebody's direction, or take the mark back.

    A goal marks its person too; without the person no goal of theirs stays marked.
    """
    before = _get(shelf, which)
    serves = [s for s in before.serves if s != served]
    if on:
        serves.append(served)
        whole = Serves(served.person)
        serves = serves if whole in serves else [*serves, whole]
    elif served.kept is None:
        serves = [s for s in serves if s.person != served.person]
    return _put(shelf, replace(before, serves=tuple(serves)))


def _get(shelf: PrivateShelf, which: OpportunityId) -> Opportunity:
    return next(o for o in shelf.opportunities.all() if o.id == which)


def _put(shelf: PrivateShelf, new: Opportunity) -> Done[OpportunityId]:
    with shelf.transaction():
        shelf.opportunities.put(new)
    return Done(new.id, Touched.PREPARATION)
