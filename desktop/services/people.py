"""What a manager does with people."""

from dataclasses import replace
from datetime import date

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.people import Person, proper_email, proper_name
from desktop.storage.shelves import PrivateShelf, SharedShelf


def everybody(shelf: SharedShelf | PrivateShelf) -> tuple[Person, ...]:
    """Return everybody, in the order in which they were added."""
    return shelf.people.all()


def person(shelf: SharedShelf | PrivateShelf, who: PersonId) -> Person:
    """Return one person; KeyError if there is none."""
    return shelf.people.get(who)


def person_in(shelf: SharedShelf | PrivateShelf, which: ConversationId) -> Person:
    """Return with whom a conversation is held."""
    return shelf.people.get(shelf.conversations.get(which).person)


def add(shelf: SharedShelf, name: str) -> Done[PersonId]:
    """Add somebody by name alone (product B1); Refusal for an empty name."""
    new = Person(id=PersonId(ids.fresh()), name=proper_name(name))
    with shelf.transaction():
        shelf.people.add(new)
    return Done(new.id, Touched.PEOPLE)


def describe(shelf: SharedShelf, changed: Person) -> Done[PersonId]:
    """Keep a person's changed particulars; Refusal for an empty name or a strange e-mail."""
    proper = replace(changed, name=proper_name(changed.name), email=proper_email(changed.email))
    with shelf.transaction():
        shelf.people.replace(proper)
    return Done(changed.id, Touched.PEOPLE)


def archived(shelf: SharedShelf | PrivateShelf) -> tuple[Person, ...]:
    """Return everybody who is out of the way, in the order in which they were added."""
    return shelf.people.archived()


def archive(shelf: SharedShelf, who: PersonId, *, away: bool) -> Done[PersonId]:
    """Put somebody out of the way with all that is here of them, or take them back (B5)."""
    return _change(shelf, replace(person(shelf, who), archived=shelf.today() if away else None))


def keep_until(shelf: SharedShelf, who: PersonId, day: date | None) -> Done[PersonId]:
    """Say after which day you want to be asked whether this is still needed (product A10)."""
    return _change(shelf, replace(person(shelf, who), keep_until=day))


def kept_too_long(shelf: SharedShelf) -> tuple[Person, ...]:
    """Return everybody whose day has passed, archived ones too."""
    known = (*shelf.people.all(), *shelf.people.archived())
    return tuple(p for p in known if p.keep_until is not None and p.keep_until < shelf.today())


def _change(shelf: SharedShelf, changed: Person) -> Done[PersonId]:
    with shelf.transaction():
        shelf.people.replace(changed)
    return Done(changed.id, Touched.PEOPLE)
