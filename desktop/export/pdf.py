"""A page as a PDF: real text in our own embedded letters, and nothing that is not on the page.

ReportLab and HarfBuzz are loaded with this module, so import it where it is used.
"""

from dataclasses import replace
from io import BytesIO
from threading import Lock

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.export.archive import make_lasting
from desktop.export.bidi import Direction, first_strong, levels
from desktop.export.composition import FIRST_BASELINE, FOOT, compose, foot_lines
from desktop.export.families import Families
from desktop.export.legible import legible
from desktop.export.line import Line, Role, Stroke, Style
from desktop.export.paper import PageSize, Paper
from desktop.export.pen import Pen
from desktop.export.setting import MUTED
from desktop.export.shaping import Hand, Run
from desktop.export.tagging import Structure

_ONE_AT_A_TIME = Lock()
"""ReportLab and the opened typefaces were not made for two threads."""

_HYPHENS = ("-", "–", "—", "/")
"""After these a line may end without a space."""


def pdf(paper: Paper, size: PageSize) -> bytes:
    """Return the page as a PDF/A-2b file, built in memory; equal pages give equal bytes.

    Raises Refusal with field "page", naming the characters, when the letters cannot show some.
    The file holds a title, its language, bookmarks and the order in which it is read, and neither
    author nor date (security.md section 4, reportlab).
    """
    with _ONE_AT_A_TIME:
        families = Families.for_page(paper.language, paper.words())
        plain = legible(paper, families.shows)
        return _Printing(plain, size, Hand(families, plain.language)).finished()


class _Sheets(Canvas):  # type: ignore[misc]
    """A canvas whose sheets do not begin with Helvetica, which we have not and do not use."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Printing:
    """One document being printed, sheet by sheet and line by line."""

    def __init__(self, paper: Paper, size: PageSize, hand: Hand) -> None:
        self._paper = paper
        self._size = size
        self._hand = hand
        self._composition = compose(paper, size, hand.width)
        self._body = self._composition.body
        self._left = self._composition.left
        self._right = self._left + self._composition.measure * self._body
        self._canvas = _Sheets(
            BytesIO(), pagesize=size.value, invariant=1, lang=paper.language, pdfVersion=(1, 7)
        )
        self._pen = Pen(self._canvas)
        self._structure = Structure()

    def finished(self) -> bytes:
        """Print all sheets and return the file."""
        sheets = self._composition.sheets
        goes_on = False
        for number, sheet in enumerate(sheets, start=1):
            self._structure.begin_sheet()
            goes_on = self._lines(sheet, goes_on)
            self._foot(number, len(sheets))
            self._canvas.showPage()
        document = self._canvas._doc
        self._pen.add_fonts_to(document)
        self._structure.add_to(document)
        make_lasting(document, self._paper.title, self._paper.language)
        return bytes(self._canvas.getpdfdata())

    def _lines(self, lines: tuple[Line, ...], goes_on: bool) -> bool:
        """Print the lines of a sheet; return whether the last text goes on on the next.

        What stands beside a text is read after the words it belongs to.
        """
        y = self._size.height - FIRST_BASELINE * self._body
        beside: tuple[Line, float] | None = None
        for number, line in enumerate(lines):
            y -= line.above * self._body if number else 0
            if not goes_on:
                self._structure.begin_part(line.role, line.language)
            goes_on = not line.ends
            self._structure.say(line.text + _after(line))
            self._read(self._runs(line), line, y)
            if line.bookmark:
                self._bookmark(line, y)
            if line.beside:
                beside = (line, y)
            if beside and (line.ends or number == len(lines) - 1):
                self._beside(*beside)
                beside = None
            if line.stroke:
                self._stroke(line.stroke, y)
        return goes_on

    def _read(self, runs: list[Run], line: Line, y: float) -> None:
        if not runs:
            return
        self._canvas.addLiteral(self._structure.opening())
        self._write(runs, line, y)
        self._canvas.addLiteral("EMC")

    def _foot(self, sheet: int, sheets: int) -> None:
        """Print the footer; the last one is read, for what it says stands nowhere else."""
        footer, measure = self._paper.footer, self._composition.measure
        texts = foot_lines(footer, sheet, sheets, measure, self._hand.width)
        is_read = sheet == sheets and bool(footer.text)
        if is_read:
            self._structure.begin_part(Role.TEXT)
        for below, text in zip(range(len(texts) - 1, -1, -1), texts, strict=True):
            line = self._own_line(text, MUTED)
            y = (FOOT + below * MUTED.leading) * self._body
            if is_read:
                self._structure.say(f"{text} ")
                # The space that the break took is read, or two words would become one.
                self._read(self._runs(replace(line, breaks=below > 0)), line, y)
                continue
            self._canvas.addLiteral("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
            self._write(self._runs(line), line, y)
            self._canvas.addLiteral("EMC")

    def _own_line(self, text: str, style: Style) -> Line:
        """Return a line of ours: on the side of the page, but read as its own letters run.

        "18 December 2026" would else be turned round on a page that begins at the right.
        """
        side = self._composition.direction
        strong = first_strong(text)
        way = side if strong is None else strong
        return Line(text, levels(text, way), style, above=0, base=way, side=side)

    def _runs(self, line: Line) -> list[Run]:
        space = " " if line.breaks else ""
        of = (*line.levels, line.base) if space else line.levels
        return self._hand.runs(line.text + space, of, line.style.weight)

    def _write(self, runs: list[Run], line: Line, y: float) -> None:
        """Write a line at its side; a space at its end hangs over the margin."""
        size = line.style.size * self._body
        width = sum(run.width for run in runs) * size
        turned = line.base is Direction.RIGHT_TO_LEFT
        edge = runs[0 if turned else -1].edges[0 if turned else -1] if line.breaks else 0.0
        if line.side is Direction.LEFT_TO_RIGHT:
            x = self._left - (edge * size if turned else 0.0)
        else:
            x = self._right - width + (0.0 if turned else edge * size)
        self._pen.write(runs, x, y, size, line.style.ink)

    def _beside(self, line: Line, y: float) -> None:
        own = self._own_line(line.beside, line.style)
        self._structure.say(line.beside)
        runs = self._runs(own)
        size = line.style.size * self._body
        x = self._left
        if line.side is Direction.LEFT_TO_RIGHT:
            x = self._right - sum(run.width for run in runs) * size
        self._canvas.addLiteral(self._structure.opening())
        self._pen.write(runs, x, y, size, line.style.ink)
        self._canvas.addLiteral("EMC")

    def _stroke(self, stroke: Stroke, y: float) -> None:
        y -= stroke.below * self._body
        left, right = self._left, self._right
        if stroke.length and self._composition.direction is Direction.LEFT_TO_RIGHT:
            right = left + stroke.length * self._body
        elif stroke.length:
            left = right - stroke.length * self._body
        self._canvas.addLiteral("/Artifact <</Type /Layout>> BDC")
        self._canvas.setStrokeColor(HexColor(stroke.ink.value))
        self._canvas.setLineWidth(stroke.thickness * self._body)
        self._canvas.line(left, y, right, y)
        self._canvas.addLiteral("EMC")

    def _bookmark(self, line: Line, y: float) -> None:
        top = y + line.style.leading * self._body
        place = f"{self._canvas.getPageNumber()}-{y:.0f}"
        self._canvas.bookmarkPage(place, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(line.bookmark, place)


def _after(line: Line) -> str:
    """Return what is said between a line and the next of its text: a word cut in two is one."""
    return " " if line.breaks else "" if line.text.endswith(_HYPHENS) else "\n"
