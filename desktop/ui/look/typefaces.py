"""The text roles and the shipped fonts behind them."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from math import floor

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from desktop import files

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Typeface:
    """How one text role is set: size and line pitch in pixels at 100 %."""

    family: str
    size: float
    weight: int
    pitch: float


@cache
def roles() -> dict[str, Typeface]:
    """Return every text role by name."""
    text = (files.resources() / "themes" / "typefaces.toml").read_text(encoding="utf-8")
    shipped = tomllib.loads(text)
    return {
        role: Typeface(**{**values, "family": shipped["families"][values["family"]]})
        for role, values in shipped["roles"].items()
    }


@cache
def _install() -> None:
    """Make the shipped fonts known to Qt, once per run; needs an application.

    Whoever asks for a font has them: a width once measured in another type would be kept.
    """
    for file in sorted((files.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def points(face: Typeface, text_scale: float, dots_per_inch: float) -> float:
    """Return the size in points: only points keep half pixels, pixel sizes are whole in Qt."""
    return face.size * text_scale * POINTS_PER_INCH / dots_per_inch


@cache
def font(role: str, text_scale: float, dots_per_inch: float) -> QFont:
    """Return the font of a text role at a text size; made once, and not to be changed.

    Qt draws whole pixel sizes only: 12.5 becomes 13. The spacing takes the difference back, so
    that lines are as long as they were designed and grow evenly with the text size.
    """
    _install()
    face = roles()[role]
    made = QFont(face.family)
    made.setPointSizeF(points(face, text_scale, dots_per_inch))
    made.setWeight(QFont.Weight(face.weight))
    wanted = face.size * text_scale
    drawn = max(1, _round_half_up(wanted))
    if drawn != wanted:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * wanted / drawn)
    return made


@cache
def letter_width(role: str, text_scale: float, dots_per_inch: float) -> float:
    """Return the width of a letter on the average, in pixels; layouts ask for it over and over."""
    return QFontMetricsF(font(role, text_scale, dots_per_inch)).averageCharWidth()


@lru_cache(4096)
def advance(role: str, text_scale: float, dots_per_inch: float, words: str) -> float:
    """Return the width of words on one line, in pixels: the same few are asked for all the time."""
    return QFontMetricsF(font(role, text_scale, dots_per_inch)).horizontalAdvance(words)


def _round_half_up(pixels: float) -> int:
    """Round as Qt does: 12.5 to 13, where Python would round to the even 12."""
    return floor(pixels + 0.5)
