"""The letters of the page: Source Serif 4 in two weights, as ReportLab knows them."""

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.export.line import Weight
from desktop.files import resources

_FILES = {
    Weight.REGULAR: "SourceSerif4_400Regular.ttf",
    Weight.SEMIBOLD: "SourceSerif4_600SemiBold.ttf",
}


@cache
def typeface(weight: Weight) -> TTFont:
    """Return a weight, ready to be embedded; a canvas finds it by its ``fontName``."""
    file = resources() / "fonts" / _FILES[weight]
    opened = TTFont(file.stem, str(file))
    pdfmetrics.registerFont(opened)
    return opened


def width_of(text: str, weight: Weight) -> float:
    """Return how wide a text is in type of size 1."""
    return float(typeface(weight).stringWidth(text, 1))


def shows(character: str) -> bool:
    """Whether both weights have a form for one character."""
    return all(ord(character) in typeface(weight).face.charToGlyph for weight in Weight)
