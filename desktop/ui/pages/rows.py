"""Lists that are read again without being built again: the keyboard's place and the scroll stay."""

from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.look.dates import Tone
from desktop.ui.widgets import paint
from desktop.ui.widgets.buttons import EdgeLink, LinkButton
from desktop.ui.widgets.text import SmallStrong

TONE_INK = {Tone.CALM: "muted", Tone.SOON: "soon", Tone.LATE: "late"}
"""The colour role of each tone in which a date sounds."""


class Line(Protocol):
    """What a row says, in words ready to be read; ``key`` tells which thing it is about."""

    @property
    def key(self) -> str:
        """The identity of the thing."""


R = TypeVar("R", bound=QWidget)
L = TypeVar("L", bound=Line)
T = TypeVar("T")


class RuledRow(QFrame):
    """A row with a hairline above it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, look.current().colour("line"))
        painter.end()


class RowButton(QAbstractButton):
    """A whole row that can be pressed: a hairline above, a ground under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wait for the words, which a subclass lays out in labels."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: people expect it of a row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline, the ground and the focus."""
        worn = look.current()
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, worn.colour("line"))
        area = QRectF(self.rect()).adjusted(0, 2, 0, -1)
        if self.underMouse() or self.isDown():
            paint.rounded(painter, area, spacing.CONTROL_RADIUS, worn.colour("hover"))
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.CONTROL_RADIUS, worn.colour("focus"))
        painter.end()


class NameButton(LinkButton):
    """A name at the beginning of a row that leads to the person's page."""

    role = "body_medium"
    side_padding = 0
    top_padding = 0

    def _ink(self) -> str:
        return "ink"


class SmallNameButton(NameButton):
    """A name within the second line of a row."""

    role = "label"

    def _ink(self) -> str:
        return "ink" if self.underMouse() else "muted"


class DueLabel(SmallStrong):
    """How a date sounds, in the colour of its tone, with the full date on hover."""

    wraps = False

    def __init__(self) -> None:
        """Begin without a date; the words end at the right edge of a row."""
        super().__init__(align=Qt.AlignmentFlag.AlignRight)

    def tell(self, words: str, tone: Tone, full: str = "") -> None:
        """Say ``words``; ``full`` is the whole date."""
        self.setText(words)
        self.set_ink(TONE_INK[tone])
        self.setToolTip(full)
        self.setAccessibleName(f"{words}, {full}" if full else words)


class _More(EdgeLink):
    """The rest of a long list."""

    role = "label"


class Rows(QWidget, Generic[R, L]):
    """Rows below one another, each kept for as long as its thing is on the list."""

    rearranged = Signal()
    unfolded = Signal()
    """More, or fewer, are asked for: ``at_first`` gives another number of them now."""

    few: ClassVar[int] = 0
    """How many a long list shows before the rest is asked for; 0 for all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty; a subclass says what a row is and how it takes its words."""
        super().__init__(parent)
        self._told: dict[str, L] = {}
        self._rows: dict[str, R] = {}
        self._is_whole = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole.addLayout(self._column)
        self._more = _More("")
        self._more.clicked.connect(self._unfold)
        self._more.hide()
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def new_row(self) -> R:
        """Return a row without words, its signals connected."""
        raise NotImplementedError

    def word(self, row: R, line: L) -> None:
        """Give a row the words of a line."""
        raise NotImplementedError

    def at_first(self, things: Sequence[T]) -> Sequence[T]:
        """Return as many as the list shows now, and offer the rest of them below."""
        # One more is never worth a press.
        rest = len(things) - self.few if self.few and len(things) > self.few + 1 else 0
        self._more.setVisible(bool(rest))
        self._more.setText(
            self.tr("Show less") if self._is_whole else self.tr("Show {n} more").format(n=rest)
        )
        return things[: self.few] if rest and not self._is_whole else things

    def tell(self, lines: Sequence[L]) -> None:
        """Show these lines; rows whose line has not changed are left as they are."""
        wanted = [line.key for line in lines]
        for key in [key for key in self._rows if key not in wanted]:
            self._drop(key)
        stayed = list(self._rows)
        # Every row that is shown would lay all of the window out again.
        self._column.setEnabled(False)
        for place, line in enumerate(lines):
            self._put(place, line)
        self._column.setEnabled(True)
        if self.isVisible():
            self._column.activate()  # else they come with the page, laid out once
        if stayed != wanted:
            self._rows = {key: self._rows[key] for key in wanted}
            self.rearranged.emit()

    def in_order(self) -> list[QWidget]:
        """Return the rows from the top down."""
        return list(self._rows.values())

    def way_to_the_rest(self) -> list[QWidget]:
        """Return what unfolds the list, where there is more of it."""
        return [self._more]

    def _unfold(self) -> None:
        self._is_whole = not self._is_whole
        self.unfolded.emit()

    def _put(self, place: int, line: L) -> None:
        if line.key not in self._rows:
            self._rows[line.key] = self.new_row()
        row = self._rows[line.key]
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)
            if self.isVisible():
                # The layout would show it only after the next turn of events.
                row.show()
        if self._told.get(line.key) != line:
            self.word(row, line)
            self._told[line.key] = line

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        del self._told[key]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
