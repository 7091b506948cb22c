"""Breaking a text into lines that fit, given only how wide words are."""

import re
import unicodedata
from collections.abc import Callable

Width = Callable[[str], float]
"""How wide a text is, in the unit of the room it is given."""

Breaking = Callable[[str, float, Width], list[str]]
"""One way to break a text into lines that fit a room."""

_BETWEEN_WORDS = re.compile(r"( +|(?<=[^\W\d_][-–—/])(?=[^\W\d_]))")
"""Spaces, and the place after a hyphen, dash or slash that stands between two letters."""


def broken(text: str, room: float, width: Width) -> list[str]:
    """Return the text in lines no wider than ``room``; its own line breaks stay.

    A word wider than the room is cut where it has to be.
    """
    return [line for part in text.split("\n") for line in _wrapped(part.rstrip(" "), room, width)]


def balanced(text: str, room: float, width: Width) -> list[str]:
    """Return the text in as few lines as ``broken``, but of more even length (for titles)."""
    lines = broken(text, room, width)
    widest = _widest_word(text, width)
    while len(lines) > 1 and room * 0.97 > widest:
        room *= 0.97
        narrower = broken(text, room, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _wrapped(text: str, room: float, width: Width) -> list[str]:
    """Return full lines, or slightly shorter ones if that spares a last line of one word."""
    lines = _filled(text, room, width)
    widest = _widest_word(text, width)
    for narrower in (0.97 * room, 0.94 * room, 0.91 * room, 0.88 * room):
        if len(lines) == 1 or " " in lines[-1] or narrower < widest:
            return lines
        shorter = _filled(text, narrower, width)
        if len(shorter) == len(lines) and " " in shorter[-1]:
            return shorter
    return lines


def _widest_word(text: str, width: Width) -> float:
    return max(width(word) for word in text.split(" "))


def _filled(text: str, room: float, width: Width) -> list[str]:
    first, *rest = _BETWEEN_WORDS.split(text)
    lines: list[str] = []
    line = _cut(first, room, width, lines)
    for gap, word in zip(rest[::2], rest[1::2], strict=True):
        longer = line + gap + word
        if width(longer) <= room:
            line = longer
            continue
        lines.append(line)
        line = _cut(word, room, width, lines)
    return [*lines, line]


def _cut(word: str, room: float, width: Width, lines: list[str]) -> str:
    """Put what fills whole lines into ``lines`` and return what is left of the word."""
    while (fitting := _fitting(word, room, width)) < len(word):
        lines.append(word[:fitting])
        word = word[fitting:]
    return word


def _fitting(word: str, room: float, width: Width) -> int:
    """Return how many characters fit, at least one, never parting a letter from its accent."""
    used = 0.0
    for count, character in enumerate(word):
        used += width(character)
        if used > room and count and not unicodedata.combining(character):
            return count
    return len(word)
