"""Where an accent stands when letter and accent have no common form, as in Ọlọ́runtóyìn.

ReportLab sets such an accent behind its letter. Here it is centred on the letter and raised over
a tall one, from the outlines of both.
"""

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from desktop.export.line import Weight
from desktop.export.typefaces import typeface, width_of

_ABOVE = 230
_BELOW = 220
"""Combining classes of the Unicode character database."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, and how far from its beginning it stands, in type of size 1."""

    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class _Outline:
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def placed(text: str, weight: Weight) -> Iterator[Piece]:
    """Return a line in pieces to be printed in this order; mostly it is one."""
    x = 0.0
    letter = ""
    for is_accents, characters in groupby(text, key=lambda c: unicodedata.combining(c) > 0):
        piece = "".join(characters)
        if is_accents and letter:
            yield from _accents(piece, letter, x, weight)
        else:
            yield Piece(piece, x)
        x += width_of(piece, weight)
        letter = piece[-1]


def _accents(accents: str, letter: str, x: float, weight: Weight) -> Iterator[Piece]:
    below = _outline(letter, weight)
    middle = x - width_of(letter, weight) + below.middle
    low_letter = _outline("x", weight).top
    top, bottom = max(below.top, low_letter), min(below.bottom, 0.0)
    for accent in accents:
        outline = _outline(accent, weight)
        y = 0.0
        if unicodedata.combining(accent) == _ABOVE:
            y = top - low_letter
            top = outline.top + y
        elif unicodedata.combining(accent) == _BELOW:
            y = bottom
            bottom = outline.bottom + y
        yield Piece(accent, middle - outline.middle, y)


@cache
def _outline(character: str, weight: Weight) -> _Outline:
    """Return the box around a form, in type of size 1 (OpenType, table glyf)."""
    face = typeface(weight).face
    glyph = face.charToGlyph[ord(character)]
    begins, ends = face.glyphPos[glyph], face.glyphPos[glyph + 1]
    if begins == ends:
        return _Outline(0.0, 0.0, width_of(character, weight), 0.0)
    box = struct.unpack_from(">4h", _outlines(weight), begins + 2)
    return _Outline(*(edge / face.unitsPerEm for edge in box))


@cache
def _outlines(weight: Weight) -> bytes:
    return bytes(typeface(weight).face.get_table("glyf"))
