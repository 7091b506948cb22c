"""Which way writing runs: Hebrew and Arabic among Latin letters and numbers (Unicode Annex 9).

A level is even for what is read from left to right and odd for the other way. ``bidi_rules``
finds them; here is what a page asks. Names in brackets are those of the annex's rules.
"""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

from desktop.export.bidi_rules import ISOLATES, REMOVED, resolved

_Seen = TypeVar("_Seen")


class Direction(IntEnum):
    """The way a paragraph runs; the number is its level."""

    LEFT_TO_RIGHT = 0
    RIGHT_TO_LEFT = 1


MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that only say which way others run; they are never printed."""

_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_WAYS = {"L": Direction.LEFT_TO_RIGHT, "R": Direction.RIGHT_TO_LEFT, "AL": Direction.RIGHT_TO_LEFT}


def first_strong(text: str) -> Direction | None:
    """Return the way of the first letter outside isolates, or None if there is none (P2, P3)."""
    depth = 0
    for kind in map(bidirectional, text):
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in _WAYS:
            return _WAYS[kind]
    return None


def mostly(texts: Iterable[str]) -> Direction | None:
    """Return the way most of the letters run, or None if there are none."""
    ways = [_WAYS[kind] for text in texts for kind in map(bidirectional, text) if kind in _WAYS]
    return Direction(2 * sum(ways) > len(ways)) if ways else None


def levels(paragraph: str, base: Direction) -> tuple[int, ...]:
    """Return the level of every character of a paragraph without line breaks."""
    if base is Direction.LEFT_TO_RIGHT and not _MAY_TURN.search(paragraph):
        return (0,) * len(paragraph)
    return resolved(paragraph, base)


def line_levels(line: str, of_paragraph: Sequence[int], base: Direction) -> tuple[int, ...]:
    """Return the levels in one line, from those it has in its paragraph (L1).

    Spaces at the end and before a tab run as the paragraph does.
    """
    of_line = list(of_paragraph)
    at_end = True
    for n in range(len(line) - 1, -1, -1):
        kind = bidirectional(line[n])
        at_end = kind in {"B", "S"} or (at_end and kind in {"WS", "PDI"} | ISOLATES | REMOVED)
        if at_end:
            of_line[n] = base
    return tuple(of_line)


def from_the_left(pieces: Iterable[tuple[int, _Seen]]) -> list[tuple[int, _Seen]]:
    """Return the pieces of a line, each with its level, as they are seen from the left (L2)."""
    seen = list(pieces)
    for least in range(max((level for level, _ in seen), default=0), 0, -1):
        turned: list[tuple[int, _Seen]] = []
        for turns, run in groupby(seen, key=lambda piece: piece[0] >= least):
            stretch = list(run)
            turned.extend(reversed(stretch) if turns else stretch)
        seen = turned
    return seen
