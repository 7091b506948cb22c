"""A page as a PDF: real text in our own embedded letters, and nothing that is not on the page.

ReportLab is loaded with this module, so import it where it is used.
"""

import codecs
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from desktop.export.accents import placed
from desktop.export.composition import FIRST_BASELINE, FOOT, Composition, compose
from desktop.export.legible import legible
from desktop.export.line import Line, Stroke, Style, Weight
from desktop.export.paper import PageSize, Paper
from desktop.export.setting import MUTED
from desktop.export.typefaces import shows, typeface, width_of


def pdf(paper: Paper, size: PageSize) -> bytes:
    """Return the page as a PDF file, built in memory; equal pages give equal bytes.

    Raises Refusal with field "page", naming the characters, when the letters cannot show some.
    The file holds a title, its language and bookmarks, and neither author nor date
    (security.md section 4, reportlab).
    """
    plain = legible(paper, shows)
    composition = compose(plain, size, width_of)
    canvas = _canvas(plain, size)
    last = len(composition.sheets)
    for number, sheet in enumerate(composition.sheets, start=1):
        printed = _Sheet(canvas, composition, size)
        printed.body(sheet)
        printed.foot(plain.footer.on(number, last))
        canvas.showPage()
    return bytes(canvas.getpdfdata())


def _canvas(paper: Paper, size: PageSize) -> Canvas:
    canvas = Canvas(
        BytesIO(),
        pagesize=size.value,
        initialFontName=typeface(Weight.REGULAR).fontName,  # else Helvetica is in every file
        invariant=1,
        lang=paper.language,
    )
    canvas._doc.info = _Information()
    canvas.setTitle(paper.title)
    return canvas


class _Information(PDFInfo):  # type: ignore[misc]
    """The information dictionary: the title, and the program without its version.

    ReportLab's own also writes "anonymous", its own name and the first day of the year 2000.
    """

    def format(self, document: Any) -> bytes:
        entries = {"Title": PDFString(self.title), "Producer": PDFString("Onward")}
        return bytes(PDFDictionary(entries).format(document))


def _utf16(text: str) -> str:
    return (codecs.BOM_UTF16_BE + text.encode("utf-16-be")).hex()


class _Sheet:
    """One sheet being printed, from the first baseline down."""

    def __init__(self, canvas: Canvas, composition: Composition, size: PageSize) -> None:
        self._canvas = canvas
        self._body = composition.body
        self._left = composition.left
        self._right = composition.left + composition.measure * composition.body
        self._size = size

    def body(self, lines: tuple[Line, ...]) -> None:
        """Print the lines; a date beside them after the words it belongs to."""
        y = self._size.height - FIRST_BASELINE * self._body
        beside: tuple[Line, float] | None = None
        for number, line in enumerate(lines):
            y -= line.above * self._body if number else 0
            self._words(line.text, line.style, y)
            if line.bookmark:
                self._bookmark(line, y)
            if line.right:
                beside = (line, y)
            if beside and (line.ends or number == len(lines) - 1):
                self._beside(*beside)
                beside = None
            if line.stroke:
                self._stroke(line.stroke, y)

    def foot(self, text: str) -> None:
        """Print the footer."""
        self._words(text, MUTED, FOOT * self._body)

    def _words(self, text: str, style: Style, y: float) -> None:
        self._set(style)
        size = style.size * self._body
        pieces = tuple(placed(text, style.weight))
        if len(pieces) > 1:
            self._canvas.addLiteral(f"/Span <</ActualText <{_utf16(text)}>>> BDC")
        for piece in pieces:
            self._canvas.drawString(self._left + piece.x * size, y + piece.y * size, piece.text)
        if len(pieces) > 1:
            self._canvas.addLiteral("EMC")

    def _beside(self, line: Line, y: float) -> None:
        self._set(line.style)
        self._canvas.drawRightString(self._right, y, line.right)

    def _set(self, style: Style) -> None:
        name = typeface(style.weight).fontName
        self._canvas.setFont(name, style.size * self._body)
        self._canvas.setFillColor(HexColor(style.ink.value))

    def _stroke(self, stroke: Stroke, y: float) -> None:
        y -= stroke.below * self._body
        right = self._left + stroke.length * self._body if stroke.length else self._right
        self._canvas.setStrokeColor(HexColor(stroke.ink.value))
        self._canvas.setLineWidth(stroke.thickness * self._body)
        self._canvas.line(self._left, y, right, y)

    def _bookmark(self, line: Line, y: float) -> None:
        top = y + line.style.leading * self._body
        place = f"{self._canvas.getPageNumber()}-{y:.0f}"
        self._canvas.bookmarkPage(place, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(line.bookmark, place)
