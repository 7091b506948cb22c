"""Whether a promise is the manager's to keep, or an outcome that lies with others (guard V4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.people import first_name

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|[\n;]+")
_ORDINALS = re.compile(r"\b(\d{1,2})\.(?=\s+\w)")
"""A German day ("zum 1. Januar") ends no sentence."""

_PERSON = "§"
"""Stands for the person in the rules, whatever they are called."""

_MOST_WORDS = 2000
"""Characters that are read: a promise is a line, and typing must not wait for a long one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A kind of outcome: the words that promise it, and what to promise instead.

    ``instead`` names the introduction, not its outcome; {name} is the person.
    """

    name: str
    promised: re.Pattern[str]
    instead: str


@dataclass(frozen=True, slots=True)
class Rules:
    """One language. ``between`` ends a clause; ``efforts`` make one harmless, ``disclaims`` all."""

    outcomes: tuple[Outcome, ...]
    between: re.Pattern[str]
    efforts: re.Pattern[str]
    disclaims: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class BeyondAuthority:
    """What a commitment promises beyond the manager's authority, and a wording within it."""

    outcome: str
    instead: str


def beyond_authority(words: str, person: str, languages: Iterable[Rules]) -> BeyondAuthority | None:
    """Return what a manager's commitment promises that is not theirs to give; None if nothing.

    Playbook section 4, "Never", and V4. ``person`` is the full name. A question promises nothing,
    and neither does an effort ("ask whether …"), a condition or a negation in the same clause.
    """
    line = _with_the_person_marked(words[:_MOST_WORDS], person)
    for rules in languages:
        for sentence in _SENTENCE_ENDS.split(line):
            found = _promised_in(sentence, rules)
            if found is not None:
                return BeyondAuthority(found.name, found.instead.format(name=first_name(person)))
    return None


def _promised_in(sentence: str, rules: Rules) -> Outcome | None:
    if sentence.rstrip().endswith("?") or rules.disclaims.search(sentence):
        return None
    for outcome in rules.outcomes:
        for promise in outcome.promised.finditer(sentence):
            clause = sentence[_clause_begins(sentence, promise.start(), rules) : promise.end()]
            if not rules.efforts.search(clause):
                return outcome
    return None


def _clause_begins(sentence: str, at: int, rules: Rules) -> int:
    ends = [between.end() for between in rules.between.finditer(sentence, 0, at)]
    return max(ends, default=0)


def _with_the_person_marked(words: str, person: str) -> str:
    return _called(person).sub(_PERSON, _ORDINALS.sub(r"\1", words.replace("’", "'")))


@lru_cache(maxsize=8)
def _called(person: str) -> re.Pattern[str]:
    names = sorted({person.replace("’", "'"), first_name(person)} - {""}, key=len, reverse=True)
    either = "|".join(map(re.escape, names))
    # German adds its genitive to the name itself.
    return re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w))" if names else r"(?!)")
