"""A person at a glance: initials in a circle, and a dot that says how things stand."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import look

SMALL = 24
LARGE = 52
DOT = 7


class Status(StrEnum):
    """How things stand with a person; the value is the colour role of the dot."""

    WELL = "accent"
    SOON = "soon"
    LATE = "late"
    QUIET = "muted"


def initials(name: str) -> str:
    """Return the first letters of the first and the last word: "Priya Nair" gives "PN"."""
    words = name.split()
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def paint_avatar(painter: QPainter, circle: QRectF, name: str) -> None:
    """Paint a circle with the initials of ``name``."""
    worn = look.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour("accent_ground"))
    painter.drawEllipse(circle)
    is_large = circle.width() > worn.scaled((SMALL + LARGE) / 2)
    painter.setFont(worn.font("initials_large" if is_large else "initials"))
    painter.setPen(worn.colour("accent"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(name))


def paint_dot(painter: QPainter, centre_x: float, centre_y: float, status: Status) -> None:
    """Paint a status dot around a centre."""
    worn = look.current()
    side = worn.scaled(DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.colour(status.value))
    painter.drawEllipse(QRectF(centre_x - side / 2, centre_y - side / 2, side, side))


class Avatar(QWidget):
    """The initials of a person in a circle, 24 or 52 pixels wide at 100 % text."""

    def __init__(self, name: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        """Show the initials of ``name``."""
        super().__init__(parent)
        self._name = name
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square around the circle."""
        side = look.current().scaled(LARGE if self._large else SMALL)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle and initials."""
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._name)
        painter.end()


class StatusDot(QWidget):
    """A dot in a colour of confidence, never without the words that say the same."""

    def __init__(self, status: Status, words: str, parent: QWidget | None = None) -> None:
        """``words`` such as "2 days late" are shown on hover and said by a screen reader."""
        super().__init__(parent)
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status, words)

    def set_status(self, status: Status, words: str) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square around the dot."""
        side = look.current().scaled(DOT) + 2
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot."""
        painter = QPainter(self)
        paint_dot(painter, self.width() / 2, self.height() / 2, self._status)
        painter.end()
