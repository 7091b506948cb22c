"""The letters of the page: Source Serif 4, and a Noto face for each writing that it lacks."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

import uharfbuzz

from desktop.export.line import Weight
from desktop.files import resources

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
"""From the property Default_Ignorable_Code_Point of the Unicode character database."""


class Family(Enum):
    """A typeface in up to two weights, by its files in ``resources/fonts``."""

    SOURCE_SERIF = ("SourceSerif4_400Regular", "SourceSerif4_600SemiBold")
    NOTO_SERIF = ("NotoSerif_400Regular", "NotoSerif_600SemiBold")
    HEBREW = ("NotoSerifHebrew_400Regular", "NotoSerifHebrew_600SemiBold")
    ARABIC = ("NotoNaskhArabic_400Regular", "NotoNaskhArabic_600SemiBold")
    DEVANAGARI = ("NotoSerifDevanagari_400Regular", "NotoSerifDevanagari_600SemiBold")
    THAI = ("NotoSerifThai_400Regular", "NotoSerifThai_600SemiBold")
    HANGUL = ("NotoSerifKR-Hangul_400Regular",)
    JAPANESE = ("NotoSerifJP_400Regular",)
    CHINESE = ("NotoSerifSC_400Regular",)
    EMOJI = ("NotoEmoji_400Regular",)


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """One font file, opened."""

    file: str
    font: uharfbuzz.Font
    units: int
    """How many units of the file make the height of the type."""

    covered: uharfbuzz.Set

    def covers(self, character: str) -> bool:
        """Whether it has a form for all parts of one character that can be seen."""
        return all(ord(c) in self.covered or unseen(c) for c in character)


def unseen(character: str) -> bool:
    """Whether a character only steers others: joiners, variation selectors, directions."""
    return bool(_UNSEEN.match(character))


@cache
def opened(file: str) -> Typeface:
    """Return a typeface; files of rare writings are large and only read when they are needed."""
    content = (resources() / "fonts" / f"{file}.ttf").read_bytes()
    face = uharfbuzz.Face(uharfbuzz.Blob(content))
    return Typeface(file, uharfbuzz.Font(face), face.upem, face.unicodes)


def typeface(family: Family, weight: Weight) -> tuple[Typeface, bool]:
    """Return a family's typeface, and whether it has to be darkened to be of that weight."""
    if weight is Weight.REGULAR:
        return opened(family.value[0]), False
    return opened(family.value[-1]), len(family.value) == 1
