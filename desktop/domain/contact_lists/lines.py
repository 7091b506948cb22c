"""What came of each line or card of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Relation, proper_email, proper_name

LONGEST: Final = 200
"""Characters of one particular; more than that is no name, role or team."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, counted from 1 as an editor does: somebody, or why it cannot be read."""

    number: int
    person: Person | None
    problem: str = ""


_RELATIONS: Final = {
    "": Relation.REPORT,
    "report": Relation.REPORT,
    "direct report": Relation.REPORT,
    "reports to me": Relation.REPORT,
    "mentee": Relation.MENTEE,
    "skip": Relation.SKIP_LEVEL,
    "skip-level": Relation.SKIP_LEVEL,
    "skip level": Relation.SKIP_LEVEL,
}


def line_of(number: int, known: Mapping[str, str]) -> Line:
    """Return the person of whom these particulars are known, or a sentence on what is wrong."""
    try:
        return Line(number, _person(known))
    except Refusal as refusal:
        return Line(number, None, refusal.sentence)


def _person(known: Mapping[str, str]) -> Person:
    told = {particular: " ".join(words.split()) for particular, words in known.items()}
    for particular, words in told.items():
        if len(words) > LONGEST:
            raise Refusal(particular, f"The {particular} is longer than {LONGEST} characters.")
        if not words.isprintable():
            raise Refusal(particular, f"The {particular} holds characters that cannot be shown.")
    whole = told.get("name") or " ".join(
        filter(None, (told.get("first name"), told.get("last name")))
    )
    if not whole:
        raise Refusal("name", "There is no name.")
    return Person(
        id=PersonId(""),
        name=proper_name(whole),
        role=told.get("role", ""),
        team=told.get("team", ""),
        pronouns=told.get("pronouns", ""),
        email=_email(told.get("email", "")),
        relation=_relation(told.get("relation", "")),
        since=_day(told.get("since", "")),
    )


def _email(words: str) -> str:
    try:
        return proper_email(words)
    except Refusal:
        raise Refusal("email", f"“{words}” does not look like an e-mail address.") from None


def _relation(words: str) -> Relation:
    found = _RELATIONS.get(words.casefold())
    if found is None:
        raise Refusal("relation", f"“{words}” is not one of: report, mentee, skip-level.")
    return found


def _day(words: str) -> date | None:
    """Return a day written as 2024-03-31, or the first of a month written as 2024-03."""
    if not words:
        return None
    try:
        return date.fromisoformat(f"{words}-01" if len(words) == len("2024-03") else words)
    except ValueError:
        raise Refusal(
            "since", f"“{words}” could not be read as a date. Write it as 2024-03-31."
        ) from None
