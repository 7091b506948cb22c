"""Writing shaped text on a ReportLab canvas: the text operators of a PDF (ISO 32000-1, 9.4)."""

from collections.abc import Iterable
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.export.embedding import EmbeddedFont
from desktop.export.line import Ink
from desktop.export.shaping import Run
from desktop.export.typefaces import Typeface

_DARKENED_BY = 0.028
"""How thick an outline makes a regular weight a semibold one, in the height of the type."""

_NOTICEABLE = 0.5
"""From how many thousandths on a form is moved."""


class Pen:
    """Writes on the sheets of one document and keeps the typefaces that it used."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._fonts: dict[Typeface, EmbeddedFont] = {}

    def write(self, runs: Iterable[Run], x: float, y: float, size: float, ink: Ink) -> None:
        """Write the parts of a line from a point on (in points) in type of a size."""
        self._canvas.setFillColor(HexColor(ink.value))
        self._canvas.setStrokeColor(HexColor(ink.value))
        for run in runs:
            self._canvas.addLiteral(self._text(run, x, y, size))
            x += run.width * size

    def add_fonts_to(self, document: Any) -> None:
        """Add the typefaces to a ReportLab document; nothing can be written after that."""
        fonts = document.idToObject["BasicFonts"].dict
        for font in self._fonts.values():
            fonts[font.name] = font.add_to(document)

    def _text(self, run: Run, x: float, y: float, size: float) -> str:
        font = self._fonts.get(run.typeface)
        if font is None:
            font = EmbeddedFont(run.typeface, f"F{len(self._fonts) + 1}")
            self._fonts[run.typeface] = font
        place = f"{_number(x)} {_number(y)}"
        outlined = f"2 Tr {_number(_DARKENED_BY * size)} w " if run.darkened else ""
        return (
            f"BT {outlined}/{font.name} {_number(size)} Tf 1 0 0 1 {place} Tm "
            f"{_shown(font, run)}{' 0 Tr' if outlined else ''} ET"
        )


def _shown(font: EmbeddedFont, run: Run) -> str:
    """Return the operator that shows a run: numbers of forms, and moves between them.

    ``at`` is where a reader of the file stands after a form, ``wanted`` where the next belongs,
    both in thousandths of the height of the type.
    """
    scale = 1000 / run.typeface.units
    shown: list[str] = []
    at = wanted = 0.0
    for cluster in run.clusters:
        back = at - (wanted + cluster.shift * scale)
        if abs(back) >= _NOTICEABLE:
            shown.append(_number(back))
            at -= back
        shown.append(f"<{font.number(cluster):04X}>")
        at += font.width(cluster.forms)
        wanted += cluster.advance * scale
    return f"[{''.join(shown)}] TJ".replace("><", "")


def _number(value: float) -> str:
    """Return a number as a PDF takes it: without an exponent, to a ten-thousandth, never "-0"."""
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
