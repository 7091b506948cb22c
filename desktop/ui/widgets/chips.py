"""Chips: what a note is kept as, who owns a commitment; and the rows of things to say."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import Look, spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.wording import Run, Wording


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What was measured of some words in one look."""

    worn: Look
    words: str
    hint: QSize
    least: QSize


class Chip(Button):
    """A pill that can be chosen: green ground and bold words when it is."""

    role: ClassVar[str] = "label"
    side_padding: ClassVar[int] = 10
    top_padding: ClassVar[int] = 4

    def __init__(self, text: str, parent: QWidget | None = None, *, chosen: bool = False) -> None:
        """Show ``text``; a press turns it over and emits ``clicked(bool)``."""
        self._sizes: _Sizes | None = None
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setChecked(chosen)

    def sizeHint(self) -> QSize:
        """Return room for the bold words, so that nothing moves when it is chosen."""
        return QSize(self._sizes_now().hint)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(self._sizes_now().least)

    def widest(self) -> str:
        """Return the widest words it may show."""
        return self.label()

    def _sizes_now(self) -> "_Sizes":
        # Layouts ask for the sizes of a row of chips hundreds of times over; fonts are slow.
        worn, words = look.current(), self.widest()
        if self._sizes is None or self._sizes.words != words or self._sizes.worn is not worn:
            font = worn.font("label_strong" if self.isCheckable() else self.role)
            metrics = QFontMetrics(font)
            around = 2 * self.side_padding
            width = metrics.horizontalAdvance(words) + 1 + around
            height = round(worn.pitch(self.role)) + 2 * self.top_padding + 1
            least = min(width, metrics.averageCharWidth() * 8 + around)
            self._sizes = _Sizes(worn, words, QSize(width, height), QSize(least, height))
        return self._sizes

    def _face(self) -> str:
        return "label_strong" if self.isChecked() else self.role

    def _ink(self) -> str:
        if not self.isEnabled():
            return "muted"
        return "accent" if self.isChecked() else "ink"

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        worn = look.current()
        radius = area.height() / 2
        if self.isChecked():
            ground = worn.colour("accent_ground" if self.isEnabled() else "line")
            paint.rounded(painter, area, radius, ground)
        else:
            touched = self.underMouse() and self.isEnabled()
            ground = worn.colour("hover" if touched else "surface")
            paint.rounded(painter, area, radius - 0.5, ground, worn.colour("line"))
        if self.hasFocus():
            paint.focus_ring(painter, area, radius - 1, worn.colour("focus"))


class ChipLabel(Text):
    """A pill that only says something."""

    role: ClassVar[str] = "label"
    wraps: ClassVar[bool] = False

    def __init__(self, text: str, parent: QWidget | None = None, *, chosen: bool = False) -> None:
        """Show ``text``, on green ground in bold when ``chosen``."""
        self._chosen = chosen
        super().__init__("", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._align = Qt.AlignmentFlag.AlignHCenter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tell(text, chosen=chosen)

    def tell(self, text: str, *, chosen: bool = False) -> None:
        """Say something else."""
        self._chosen = chosen
        self.set_ink("accent" if chosen else "ink")
        self.set_runs(Run(text, "label_strong" if chosen else None))

    def sizeHint(self) -> QSize:
        """Return the words and the round ends beside them."""
        hint = super().sizeHint()
        return QSize(hint.width() + 22, hint.height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill under the words."""
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._chosen:
            paint.rounded(painter, area, area.height() / 2, worn.colour("accent_ground"))
        else:
            surface, line = worn.colour("surface"), worn.colour("line")
            paint.rounded(painter, area, area.height() / 2 - 0.5, surface, line)
        painter.end()
        super().paintEvent(event)


class SayRow(QPushButton):
    """A row of "You could say": words that wrap, on paper, to be taken up with a press."""

    side: ClassVar[int] = 12
    top: ClassVar[int] = 9
    """Pixels of paper beside the words and above them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show ``text``."""
        super().__init__(parent)
        self._words = ""
        self._wording: Wording | None = None
        self._written_in = ""
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show other words; an ampersand is an ampersand, never a mnemonic."""
        self._words, self._wording = text, None
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def label(self) -> str:
        """Return the words as they are read."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the words on one line."""
        width = self._wording_now().natural_width() + 2 * self.side
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the longest word's width and one line."""
        width = self._wording_now().longest_word_width() + 2 * self.side
        return QSize(width, round(look.current().pitch("label")) + 2 * self.top)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped at ``width``."""
        return self._wording_now().height(self._line_within(width)) + 2 * self.top

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: people expect it of the focused button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper and the words."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        self._paint_ground(painter, area)
        within = area.adjusted(self.side, self.top, -self.side, -self.top)
        within.setWidth(self._line_within(self.width()))
        self._wording_now().paint(painter, within)
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        worn = look.current()
        ground = worn.colour("hover" if self.underMouse() or self.isDown() else "surface")
        paint.rounded(painter, area, spacing.CARD_RADIUS, ground, worn.colour("line"))
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.CARD_RADIUS, worn.colour("focus"))

    def _line_within(self, width: int) -> int:
        return width - 2 * self.side

    def _ink(self) -> str:
        return "ink"

    def _wording_now(self) -> Wording:
        ink = self._ink()
        if self._wording is None or self._wording.is_stale or ink != self._written_in:
            self._wording, self._written_in = Wording((Run(self._words),), "label", ink), ink
        return self._wording


class PassageRow(SayRow):
    """Somebody's words that lead to where they stand: no paper, and lines that can be read."""

    side = 1
    top = 3

    def sizeHint(self) -> QSize:
        """Return the words on one line, or wrapped at the measure of prose."""
        most = look.current().measure("label") + 2 * self.side
        width = min(super().sizeHint().width(), most)
        return QSize(width, self.heightForWidth(width))

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        # Without paper a ring would lie on the letters: the focus is a line beneath them.
        if self.hasFocus():
            wide = min(area.width(), self.sizeHint().width())
            line = QRectF(0, area.bottom() - spacing.FOCUS_RING, wide, spacing.FOCUS_RING)
            painter.fillRect(line, look.current().colour("focus"))

    def _line_within(self, width: int) -> int:
        return min(super()._line_within(width), look.current().measure("label"))

    def _ink(self) -> str:
        return "ink" if self.underMouse() else "muted"
