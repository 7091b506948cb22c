"""What a manager does with people."""

from dataclasses import replace

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
