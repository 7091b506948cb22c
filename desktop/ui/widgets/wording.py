"""Lays plain words out in lines, in one or several inks and weights, at the pitch of their role.

Qt's labels know neither a line pitch nor two weights in one plain text without markup, and words
from people are never markup. This draws them as they are, whatever they contain.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.ui import look

_ENDLESS = 1_000_000.0
_LONG_WORD = 20  # letters; a longer word breaks rather than widen the page
_KNOWN = 1024
"""Of so many words it is known how much room they take: many times what one page says."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with its own text role and ink; ``None`` means as the rest."""

    text: str
    role: str | None = None
    ink: str | None = None
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class _Unwrapped:
    """What one pass over the words tells of them as they are without any wrapping, in pixels."""

    width: int
    longest_word: int
    lines: int


@dataclass(slots=True)
class _Measured:
    """What is known of words in one type, whoever shows them: breaking lines is slow."""

    unwrapped: _Unwrapped | None = None
    heights: dict[float, int] = field(default_factory=dict)


@lru_cache(_KNOWN)
def _measured(
    _runs: tuple[Run, ...], _role: str, _text_scale: float, _dots_per_inch: float
) -> _Measured:
    """Return what is known of words; whoever finds out more writes it there.

    A line is foreseen by one widget, shown by another, and asked about again by the next page.
    """
    return _Measured()


class Wording:
    """Runs of words that can be measured for a width and painted into it."""

    def __init__(
        self,
        runs: tuple[Run, ...],
        role: str,
        ink: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Prepare the runs; nothing is laid out before a width is known."""
        self._runs = runs
        self._role = role
        self._ink = ink
        self._align = align
        self._look = look.current()
        self._width = -1.0
        self._laid: QTextLayout | None = None
        worn = self._look
        self._measured = _measured(runs, role, worn.text_scale, worn.dots_per_inch)

    @property
    def ink(self) -> str:
        """The colour role of what has no ink of its own."""
        return self._ink

    @property
    def is_stale(self) -> bool:
        """Whether the look has changed since."""
        return self._look is not look.current()

    def natural_width(self) -> int:
        """Return the width without any wrapping, in pixels."""
        return self._unwrapped_now().width

    def longest_word_width(self) -> int:
        """Return the least width at which no word of ordinary length breaks, in pixels."""
        return self._unwrapped_now().longest_word

    def height(self, width: float) -> int:
        """Return the height at a width, in pixels."""
        heights = self._measured.heights
        if width not in heights:
            lines = max(1, self._lines_at(width))
            heights[width] = ceil(lines * self._look.pitch(self._role))
        return heights[width]

    def _lines_at(self, width: float) -> int:
        unwrapped = self._unwrapped_now()
        if width >= unwrapped.width:
            return unwrapped.lines
        self._break_at(width)
        return self._layout.lineCount()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the lines from the top of ``area``."""
        self._break_at(area.width())
        painter.setPen(self._look.colour(self._ink))
        self._layout.draw(painter, area.topLeft())

    @property
    def _layout(self) -> QTextLayout:
        if self._laid is None:
            self._laid = self._prepared()
        return self._laid

    def _prepared(self) -> QTextLayout:
        text = "".join(run.text for run in self._runs).replace("\n", "\u2028")
        layout = QTextLayout(text, self._look.font(self._role))
        option = QTextOption(_mirrored(self._align) if _is_right_to_left(text) else self._align)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if any(run.role or run.ink or run.underlined for run in self._runs):
            layout.setFormats(self._formats())
        layout.setCacheEnabled(True)
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for run in self._runs:
            span = QTextLayout.FormatRange()
            # Qt counts in UTF-16 units, Python in characters: an emoji is two against one.
            span.start, span.length = start, len(run.text.encode("utf-16-le")) // 2
            span.format = self._format(run)
            start += span.length
            ranges.append(span)
        return ranges

    def _format(self, run: Run) -> QTextCharFormat:
        made = QTextCharFormat()
        if run.role is not None:
            made.setFont(self._look.font(run.role))
        if run.ink is not None:
            made.setForeground(self._look.colour(run.ink))
        made.setFontUnderline(run.underlined)
        return made

    def _break_at(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        pitch, layout = self._look.pitch(self._role), self._layout
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            top += pitch
        layout.endLayout()

    def _unwrapped_now(self) -> _Unwrapped:
        if self._measured.unwrapped is None:
            # Only in this mode does Qt take the widest word along while it breaks the lines.
            self._wrap(QTextOption.WrapMode.WordWrap)
            self._break_at(_ENDLESS)
            widest = max((line.naturalTextWidth() for line in self._lines()), default=0)
            longest = ceil(self._layout.minimumWidth()) + 1
            self._measured.unwrapped = _Unwrapped(
                width=ceil(widest) + 1,
                longest_word=min(longest, self._look.measure(self._role, _LONG_WORD)),
                lines=self._layout.lineCount(),
            )
            self._wrap(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return self._measured.unwrapped

    def _wrap(self, mode: QTextOption.WrapMode) -> None:
        option = self._layout.textOption()
        option.setWrapMode(mode)
        self._layout.setTextOption(option)
        self._width = -1.0

    def _lines(self) -> list[QTextLine]:
        return [self._layout.lineAt(number) for number in range(self._layout.lineCount())]


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left, as Hebrew does."""
    directions = (bidirectional(letter) for letter in text)
    return next((d in ("R", "AL") for d in directions if d in ("L", "R", "AL")), False)


def _mirrored(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    return {left: right, right: left}.get(align, align)
