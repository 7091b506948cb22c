"""Bringing people in from a list that another program wrote (product B1)."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.contact_lists.lines import Line
from desktop.domain.contact_lists.reading import Arrivals, read, sort
from desktop.domain.ids import PersonId
from desktop.services import people
from desktop.storage.shelves import SharedShelf


def look_into(shelf: SharedShelf, content: bytes) -> Done[Arrivals]:
    """Return what a file would bring, and write nothing; Refusal for one that is no such list."""
    here = (*people.everybody(shelf), *people.archived(shelf))
    return Done(sort(read(content), here), Touched.NOTHING)


def bring_in(shelf: SharedShelf, lines: Sequence[Line]) -> Done[tuple[PersonId, ...]]:
    """Add everybody of these lines, all or nobody."""
    added = [
        replace(line.person, id=PersonId(ids.fresh())) for line in lines if line.person is not None
    ]
    with shelf.transaction():
        for person in added:
            shelf.people.add(person)
    return Done(tuple(person.id for person in added), Touched.PEOPLE)


def take_back(shelf: SharedShelf, brought: Sequence[PersonId]) -> Done[int]:
    """Take out again whom a list brought; who has anything here by now stays. Return how many."""
    gone = 0
    with shelf.transaction():
        for who in brought:
            if not shelf.people.has_anything(who):
                shelf.people.remove(who)
                gone += 1
    return Done(gone, Touched.PEOPLE)
