"""The tick box of a promise kept or a preparation made."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.glyphs import paint_glyph
from desktop.ui.widgets.wording import Run, Wording

_BOX = 17
_GAP = 10
_AROUND = 4


class Tick(QCheckBox):
    """A box and the words of what is ticked off; ticked words step back."""

    looks_only = False
    """Whether it chooses what is shown, and changes nothing in the vault."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        words_shown: bool = True,
        steps_back: bool = True,
    ) -> None:
        """Without ``words_shown`` the row says the words itself and a screen reader hears them.

        Without ``steps_back`` ticked words stay in full ink: they are chosen, not done with.
        """
        super().__init__(parent)
        self._steps_back = steps_back
        self._words = text if words_shown else ""
        self._wording: Wording | None = None
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Name what is ticked off in other words, beside the box and to a screen reader."""
        self._words = text
        self._wording = None
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the box and the words on one line."""
        words = self._wording_now().natural_width() if self._words else 0
        width = self._left() + words
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the box and the longest word."""
        words = self._wording_now().longest_word_width() if self._words else 0
        return QSize(self._left() + words, self._line())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped beside the box."""
        if not self._words:
            return self._line()
        return self._wording_now().height(width - self._left()) + _AROUND

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        """Let the words be pressed too."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick in it and the words beside it."""
        painter = QPainter(self)
        side = self._box()
        above = (self.height() - self.heightForWidth(self.width())) // 2
        square = QRectF(0, above + (self._line() - side) // 2, side, side)
        self._paint_box(painter, square)
        words = QRectF(self.rect()).adjusted(self._left(), above + _AROUND / 2, 0, 0)
        self._wording_now().paint(painter, words)
        if self.hasFocus() and self._words:
            self._underline(painter, words)
        painter.end()

    def _box(self) -> int:
        return look.current().scaled(_BOX)

    def _left(self) -> int:
        return self._box() + (_GAP if self._words else 0)

    def _line(self) -> int:
        return round(look.current().pitch("body")) + _AROUND

    def _wording_now(self) -> Wording:
        ink = "muted" if self.isChecked() and self._steps_back else "ink"
        if self._wording is None or self._wording.is_stale or self._wording.ink != ink:
            self._wording = Wording((Run(self._words),), "body", ink)
        return self._wording

    def _paint_box(self, painter: QPainter, square: QRectF) -> None:
        worn = look.current()
        if self.isChecked():
            paint.rounded(painter, square, spacing.KEY_RADIUS, worn.colour("accent"))
            inside = square.adjusted(3, 3, -3, -3)
            paint_glyph(painter, "tick", inside, worn.colour("on_accent"))
        else:
            edge = worn.colour("muted")
            paint.rounded(painter, square, spacing.KEY_RADIUS, worn.colour("surface"), edge)
        if self.hasFocus():
            role = "on_accent" if self.isChecked() else "focus"
            inset = 1 if self.isChecked() else 0
            ring = square.adjusted(inset, inset, -inset, -inset)
            paint.focus_ring(painter, ring, spacing.KEY_RADIUS, worn.colour(role))

    def _underline(self, painter: QPainter, words: QRectF) -> None:
        width = min(self._wording_now().natural_width(), int(words.width()))
        bottom = words.top() + self._wording_now().height(words.width())
        line = QRectF(words.left(), bottom, width, spacing.FOCUS_RING)
        painter.fillRect(line, look.current().colour("focus"))
