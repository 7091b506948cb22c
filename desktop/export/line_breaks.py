"""Breaking a text into lines that fit, given only how wide words are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.export.characters import characters
from desktop.export.unspaced import parts

Width = Callable[[str], float]
"""How wide a text is, in the unit of the room it is given."""

Breaking = Callable[[str, float, Width], list[str]]
"""One way to break a text into lines that fit a room."""

_BETWEEN_WORDS = re.compile(r"( +|(?<=[^\W\d_][-–—/])(?=[^\W\d_]))")
"""Spaces, and the place after a hyphen, dash or slash that stands between two letters."""

_NARROWER = (0.97, 0.94, 0.91, 0.88)


def broken(text: str, room: float, width: Width) -> list[str]:
    """Return the text in lines no wider than ``room``; its own line breaks stay.

    A word wider than the room is cut where it has to be.
    """
    return [line for part in _paragraphs(text, width) for line in part.wrapped(room)]


def balanced(text: str, room: float, width: Width) -> list[str]:
    """Return the text in as few lines as ``broken``, but of more even length (for titles)."""
    lines = broken(text, room, width)
    narrowest = max(room / 2, *(part.widest for part in _paragraphs(text, width)))
    while len(lines) > 1 and room * 0.97 > narrowest:
        room *= 0.97
        narrower = broken(text, room, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _paragraphs(text: str, width: Width) -> list["_Paragraph"]:
    return [_Paragraph.of(part.rstrip(" "), width) for part in text.split("\n")]


@dataclass(frozen=True, slots=True)
class _Word:
    """What stays on one line, the space before it, and how wide both are."""

    gap: str
    text: str
    gap_width: float
    width: float


@dataclass(frozen=True, slots=True)
class _Filled:
    """Full lines, and how many words the last of them has."""

    lines: list[str]
    words_in_last: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text without line breaks of its own."""

    words: tuple[_Word, ...]
    width_of: Width

    @classmethod
    def of(cls, text: str, width: Width) -> "_Paragraph":
        first, *rest = _BETWEEN_WORDS.split(text)
        gaps = ("", *rest[::2])
        words: list[_Word] = []
        for gap, between_gaps in zip(gaps, (first, *rest[1::2]), strict=True):
            before = words[-1].text[-1:] if words else ""
            gap_width = width(before + gap) - width(before) if gap else 0.0
            head, *tail = parts(between_gaps)
            words.append(_Word(gap, head, gap_width, width(head)))
            words.extend(_Word("", part, 0.0, width(part)) for part in tail)
        return cls(tuple(words), width)

    @property
    def widest(self) -> float:
        return max(word.width for word in self.words)

    def wrapped(self, room: float) -> list[str]:
        """Return full lines, or slightly shorter ones if that spares a last line of one word."""
        filled = self._filled(room)
        for share in _NARROWER:
            if len(filled.lines) == 1 or filled.words_in_last > 1 or share * room < self.widest:
                break
            shorter = self._filled(share * room)
            if len(shorter.lines) == len(filled.lines) and shorter.words_in_last > 1:
                return shorter.lines
        return filled.lines

    def _filled(self, room: float) -> _Filled:
        first, *rest = self.words
        lines: list[str] = []
        line, used = self._cut(first, room, lines)
        count = 1
        for word in rest:
            if used + word.gap_width + word.width <= room:
                line += word.gap + word.text
                used += word.gap_width + word.width
                count += 1
                continue
            lines.append(line)
            line, used = self._cut(word, room, lines)
            count = 1
        return _Filled([*lines, line], count)

    def _cut(self, word: _Word, room: float, lines: list[str]) -> tuple[str, float]:
        """Put what fills whole lines into ``lines`` and return what is left, and its width."""
        if word.width <= room:
            return word.text, word.width
        pieces = characters(word.text)
        while (fitting := self._fitting(pieces, room)) < len(pieces):
            lines.append("".join(pieces[:fitting]))
            pieces = pieces[fitting:]
        left = "".join(pieces)
        return left, self.width_of(left)

    def _fitting(self, pieces: Sequence[str], room: float) -> int:
        """Return how many characters fit, at least one."""
        too_many = 2
        while too_many <= len(pieces) and self._fits(pieces[:too_many], room):
            too_many *= 2
        fitting, too_many = too_many // 2, min(too_many, len(pieces) + 1)
        while too_many - fitting > 1:
            middle = (fitting + too_many) // 2
            if self._fits(pieces[:middle], room):
                fitting = middle
            else:
                too_many = middle
        return fitting

    def _fits(self, pieces: Sequence[str], room: float) -> bool:
        return self.width_of("".join(pieces)) <= room
