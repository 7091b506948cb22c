"""The words Onward offers to begin with: messages, the agreement, how notes are kept.

They are drafts for the manager to change. ``resources/before`` holds one file a language.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop import files
from desktop.domain.shared.agreement import Clause
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


def message(kind: MessageKind) -> str:
    """Return the suggested words of a message; {name}, {day}, {minutes}, {manager} are to fill."""
    return str(_words()["message"][kind.value]).strip()


def clause(which: Clause) -> Passage:
    """Return the heading and the suggested words of one clause of the agreement."""
    entry = _words()["clause"][which.value]
    return Passage(entry["heading"], entry["text"].strip())


def notes_card() -> NotesCard:
    """Return the page about how notes are kept; {manager} is to fill in."""
    entry = _words()["notes"]
    passages = tuple(Passage(p["heading"], p["text"].strip()) for p in entry["passage"])
    return NotesCard(entry["say_first"].strip(), passages, entry["last"].strip())


@cache
def _words() -> dict[str, Any]:
    with (files.resources() / "before" / "en.toml").open("rb") as text:
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
