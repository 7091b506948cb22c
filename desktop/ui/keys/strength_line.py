"""An honest measure of a typed passphrase: words first, a thin bar beside them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.widgets import paint
from desktop.ui.widgets.text import SmallStrong
from desktop.vault.passphrase import Strength, Verdict, strength_of_generated

_THICKNESS = 4
_INKS = {Verdict.WEAK: "late", Verdict.FAIR: "soon", Verdict.STRONG: "accent"}


class StrengthLine(QWidget):
    """Says how long a thief would need; the bar only repeats it."""

    def __init__(self) -> None:
        """Say nothing yet, in the room that the words will need."""
        super().__init__()
        self._bar = _Bar()
        self._words = SmallStrong()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def say(self, strength: Strength) -> None:
        """Show a strength in words, in ink and in length."""
        ink = _INKS[strength.verdict]
        self._words.set_ink(ink)
        self._words.setText(strength.sentence)
        self._bar.fill(strength.bits / strength_of_generated().bits, ink)

    def say_nothing(self) -> None:
        """Show an empty bar."""
        self._words.setText("")
        self._bar.fill(0, "line")


class _Bar(QWidget):
    """A thin bar, full at the strength of a generated phrase."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._ink = "line"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, share: float, ink: str) -> None:
        """Fill a share of the bar (at most all of it) in a colour role."""
        self._share = min(1.0, share)
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the thickness; the width is whatever there is."""
        return QSize(0, look.current().scaled(_THICKNESS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole bar as a line and the filled share over it."""
        worn = look.current()
        area = QRectF(self.rect())
        painter = QPainter(self)
        paint.rounded(painter, area, area.height() / 2, worn.colour("line"))
        if self._share:
            area.setWidth(max(area.height(), area.width() * self._share))
            paint.rounded(painter, area, area.height() / 2, worn.colour(self._ink))
        painter.end()
