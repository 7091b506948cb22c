"""The small outlined key cap that prints a shortcut on the control that has it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint

_SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "↵", "Enter": "↵"}
_SHIFT = "⇧"
_PADDING = 5.5


def cap_text(keys: str) -> str:
    """Return how a shortcut is printed: "Alt+Right" as "Alt →", on a Mac in its own signs."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # A key may itself be the plus that joins the others: "Ctrl++".
    *modifiers, key = native.replace("++", "+plus").split("+")
    shift = QKeySequence("Shift+A").toString(QKeySequence.SequenceFormat.NativeText)
    signs = {**_SIGNS, shift.removesuffix("+A"): _SHIFT, "plus": "+"}
    return " ".join(signs.get(part, part) for part in (*modifiers, key))


def cap_size(text: str) -> QSize:
    """Return the size of a cap around ``text``, in pixels."""
    metrics = QFontMetricsF(look.current().font("key"))
    height = round(look.current().pitch("key")) + 4
    return QSize(max(round(metrics.horizontalAdvance(text) + 2 * _PADDING), height), height)


def paint_cap(
    painter: QPainter, area: QRectF, text: str, ink: str, edge: str, ground: str | None = None
) -> None:
    """Paint a cap in colour roles."""
    worn = look.current()
    paint.rounded(
        painter,
        area,
        spacing.KEY_RADIUS,
        worn.colour(ground) if ground else None,
        worn.colour(edge),
    )
    painter.setFont(worn.font("key"))
    painter.setPen(worn.colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class KeyHint(QLabel):
    """A key cap on its own, inside a sentence that names a key."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        """Show the keys of a portable shortcut text such as ``"Ctrl+Return"``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(cap_text(keys))
        self.setAccessibleName(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        return cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a cap never shrinks."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        paint_cap(painter, QRectF(self.rect()), self.text(), "muted", "line", "surface")
        painter.end()
