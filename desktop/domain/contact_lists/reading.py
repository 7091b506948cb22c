"""Reads a list of people in whichever form it comes, and names who seems to be here already."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from desktop.domain.contact_lists.cards import read_cards
from desktop.domain.contact_lists.decoding import text_of
from desktop.domain.contact_lists.lines import Line
from desktop.domain.contact_lists.table import read_table
from desktop.domain.errors import Refusal
from desktop.domain.people import Person

MOST: Final = 1000
"""People in one file; nobody supports the careers of more."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What a list would bring: new people, those who seem to be known, lines with a problem.

    Those who stand there ``again`` have the name or the address of somebody further up in it.
    """

    new: tuple[Line, ...] = ()
    known: tuple[Line, ...] = ()
    again: tuple[Line, ...] = ()
    unreadable: tuple[Line, ...] = ()


def read(content: bytes) -> tuple[Line, ...]:
    """Return a line for each person; Refusal for a file that is no list of people, or too long."""
    text = text_of(content)
    is_cards = text.lstrip().upper().startswith("BEGIN:VCARD")
    found = tuple(islice(read_cards(text) if is_cards else read_table(text), MOST + 1))
    if len(found) > MOST:
        raise Refusal(
            "file",
            f"This list has more than {MOST} people. Take out those whose careers you do not "
            "support, and choose it again.",
        )
    if not found:
        raise Refusal("file", "There is nobody in this list below the names of its columns.")
    return found


def sort(lines: Iterable[Line], here: Iterable[Person]) -> Arrivals:
    """Tell new people from those with a name or an address that is here, or earlier in the list."""
    taken = {sign for person in here for sign in _signs(person)}
    listed: set[str] = set()
    new, known, again, unreadable = [], [], [], []
    for line in lines:
        if line.person is None:
            unreadable.append(line)
        elif taken & _signs(line.person):
            known.append(line)
        elif listed & _signs(line.person):
            again.append(line)
        else:
            new.append(line)
            listed |= _signs(line.person)
    return Arrivals(tuple(new), tuple(known), tuple(again), tuple(unreadable))


def _signs(person: Person) -> set[str]:
    return {person.name.casefold(), person.email.casefold()} - {""}
