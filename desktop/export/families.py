"""Which typeface sets which part of a text, so that each character has a form and none is mixed.

The first family that covers a character sets it. Spaces and points go with the writing they
follow, quotation marks with the writing they enclose, and a word of Latin, Greek or Cyrillic
letters is set in one face even if only one of its letters is rare.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from desktop.export.characters import characters
from desktop.export.line import Weight
from desktop.export.typefaces import Family, typeface

_EUROPEAN = (Family.SOURCE_SERIF, Family.NOTO_SERIF)
_EAST_ASIAN = frozenset({Family.JAPANESE, Family.CHINESE})
_TAKES_POINTS_ALONG = frozenset({Family.HEBREW, Family.ARABIC, Family.DEVANAGARI, Family.THAI})
_KANA = re.compile("[\u3041-\u30ff]")
_EMOJI = re.compile("[\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_WIDE_IN_CHINESE = frozenset("\u2018\u2019\u201c\u201d\u2014\u2026\u00b7")
"""What a Chinese or Japanese text sets as wide as its other characters."""


@dataclass(frozen=True)
class Families:
    """The families for one page, in the order in which they are asked."""

    japanese: bool

    @classmethod
    def for_page(cls, language: str, words: str) -> "Families":
        """Return them for a BCP 47 tag and all words of the page.

        Chinese characters have Japanese forms on a page that is in Japanese or has kana.
        """
        primary = language.split("-", maxsplit=1)[0].lower()
        return cls(primary == "ja" or (primary != "zh" and bool(_KANA.search(words))))

    def shows(self, character: str) -> bool:
        """Whether there is a form for a character with all its marks."""
        return self._first(character) is not None

    def of(self, text: str) -> Iterator[tuple[Family, str]]:
        """Return the text in parts of one family each; what none covers goes to the first."""
        if all(self._first(c) is Family.SOURCE_SERIF for c in set(text)):
            yield Family.SOURCE_SERIF, text
            return
        pieces = characters(text)
        chosen: list[Family] = []
        for n, piece in enumerate(pieces):
            after = pieces[n + 1] if n + 1 < len(pieces) else ""
            chosen.append(self._chosen(piece, chosen[-1] if chosen else None, after))
        _unite_words(pieces, chosen)
        parts = zip(chosen, pieces, strict=True)
        for family, part in groupby(parts, key=lambda pair: pair[0]):
            yield family, "".join(piece for _, piece in part)

    def _chosen(self, piece: str, before: Family | None, after: str) -> Family:
        first = self._first(piece) or Family.SOURCE_SERIF
        if piece in _WIDE_IN_CHINESE:
            follows = self._first(after) if after and piece in "\u2018\u201c" else None
            wide = next((f for f in (follows, before) if f in _EAST_ASIAN), first)
            return wide if _covers(wide, piece) else first
        if before and _goes_along(piece, before) and _covers(before, piece):
            return before
        return first

    def _first(self, piece: str) -> Family | None:
        return _first(piece, self.japanese)


@lru_cache(maxsize=4096)
def _first(piece: str, japanese: bool) -> Family | None:
    """Return the family that sets a character, if any does."""
    han = (Family.JAPANESE, Family.CHINESE) if japanese else (Family.CHINESE, Family.JAPANESE)
    others = (f for f in Family if f not in {*han, Family.EMOJI})
    emoji_first = bool(_EMOJI.search(piece))
    order = (Family.EMOJI, *others, *han) if emoji_first else (*others, *han, Family.EMOJI)
    return next((family for family in order if _covers(family, piece)), None)


def _covers(family: Family, piece: str) -> bool:
    return typeface(family, Weight.REGULAR)[0].covers(piece)


def _goes_along(piece: str, before: Family) -> bool:
    kind = unicodedata.category(piece[0])
    if kind == "Zs":
        return before is not Family.EMOJI
    return before in _TAKES_POINTS_ALONG and kind in {"Po", "Pd"} and piece != '"'


def _unite_words(pieces: list[str], chosen: list[Family]) -> None:
    """Set a word in the larger European face where the first has not all of its letters."""
    start = 0
    for n in range(len(pieces) + 1):
        if n < len(pieces) and chosen[n] in _EUROPEAN and not pieces[n].isspace():
            continue
        word = slice(start, n)
        if Family.NOTO_SERIF in chosen[word] and _covers(Family.NOTO_SERIF, "".join(pieces[word])):
            chosen[word] = [Family.NOTO_SERIF] * (n - start)
        start = n + 1
