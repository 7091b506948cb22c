"""What came of each line or card of a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Relation, proper_email, proper_name
from desktop.domain.shortened import shortened

_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_SLASHED: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_LONGEST_NAMED: Final = 60

LONGEST: Final = 200
"""Characters of one particular; more than that is no name, role or team."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, counted from 1 as an editor does: somebody, or why it cannot be read.

    Somebody with a ``problem`` comes without the one particular that it names.
    """

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
    """Return the person of whom these particulars are known, or a sentence on what is wrong.

    A bad address keeps nobody out: it can be written in later.
    """
    email, problem = _email(" ".join(known.get("email", "").split()))
    try:
        return Line(number, _person({**known, "email": email}), problem)
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
        email=told["email"],
        relation=_relation(told.get("relation", "")),
        since=_day(told.get("since", "")),
    )


def _email(words: str) -> tuple[str, str]:
    """Return the address, or none and a sentence on why."""
    try:
        return proper_email(words), ""
    except Refusal:
        shown = shortened("".join(sign for sign in words if sign.isprintable()), _LONGEST_NAMED)
        return "", f"Comes without an address: “{shown}” does not look like one."


def _relation(words: str) -> Relation:
    found = _RELATIONS.get(words.casefold())
    if found is None:
        raise Refusal("relation", f"“{words}” is not one of: report, mentee, skip-level.")
    return found


def _day(words: str) -> date | None:
    """Return a day written as 2024-03-31 or 31.3.2024, or the first of a month such as 2024-03.

    Between slashes nobody can tell the day from the month.
    """
    if not words:
        return None
    if _SLASHED.fullmatch(words):
        raise Refusal(
            "since", f"“{words}” could be two different days. Write it as 2024-03-31 or 31.3.2024."
        )
    try:
        if dotted := _DOTTED.fullmatch(words):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        return date.fromisoformat(f"{words}-01" if len(words) == len("2024-03") else words)
    except ValueError:
        raise Refusal(
            "since", f"“{words}” could not be read as a date. Write it as 2024-03-31."
        ) from None
