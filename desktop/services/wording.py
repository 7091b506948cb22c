"""The words Onward offers to begin with: messages, the agreement, how notes are kept.

They are drafts for the manager to change. ``resources/before`` holds one file a language.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop import files
from desktop.domain.shared.agreement import Clause
from desktop.domain.shared.letter import ENGLISH
from desktop.domain.shared.messages import MessageKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands under it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class NotesCard:
    """What to read aloud about how notes are kept (product B6)."""

    say_first: str
    passages: tuple[Passage, ...]
    last: str


def message(kind: MessageKind, language: str = ENGLISH) -> str:
    """Return the suggested words of a message; {name}, {day} and {minutes} are to fill.

    ``language`` is the BCP 47 tag of a person's letters.
    """
    return str(_words(language)["message"][kind.value]).strip()


def clause(which: Clause, language: str = ENGLISH) -> Passage:
    """Return the heading and the suggested words of one clause of the agreement.

    ``language`` is the BCP 47 tag of a person's letters.
    """
    entry = _words(language)["clause"][which.value]
    return Passage(entry["heading"], entry["text"].strip())


def notes_card(language: str = ENGLISH) -> NotesCard:
    """Return the page about how notes are kept, in the language of a person's letters."""
    entry = _words(language)["notes"]
    passages = tuple(Passage(p["heading"], p["text"].strip()) for p in entry["passage"])
    return NotesCard(entry["say_first"].strip(), passages, entry["last"].strip())


@cache
def _words(language: str) -> dict[str, Any]:
    primary = language.split("-", maxsplit=1)[0].lower()
    with (files.resources() / "before" / f"{primary}.toml").open("rb") as text:
        return tomllib.load(text)


@dataclass(frozen=True, slots=True)
class LimitsWords:
    """What helps with one of the five honest steps; {name} is to fill in (playbook H1 to H5)."""

    short: str
    title: str
    help: str
    say: tuple[str, ...]


def limits_step(step: str) -> LimitsWords:
    """Return the words of a step from H1 to H5."""
    entry = _limits()["step"][step]
    return LimitsWords(entry["short"], entry["title"], entry["help"], tuple(entry["say"]))


def fudges() -> tuple[str, ...]:
    """Return the phrases that leave a closed door ajar."""
    return tuple(_limits()["fudges"])


@cache
def _limits() -> dict[str, Any]:
    with (files.resources() / "limits" / "en.toml").open("rb") as text:
        return tomllib.load(text)
