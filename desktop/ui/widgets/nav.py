"""The rows of the side bar: pages with a count, people with a dot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import Look, spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.avatar import DOT, SMALL, Status, paint_avatar, paint_dot
from desktop.ui.widgets.text import plain_tooltip

_INSET = 11
_AVATAR_GAP = 9
_ROW = 36
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page in the side bar; ``key`` comes back when it is chosen."""

    key: str
    text: str
    count: int | None = None
    count_words: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person in the side bar; ``status_words`` say what the dot says."""

    key: str
    text: str
    status: Status
    status_words: str


class NavRow(QPushButton):
    """One row of the side bar; the chosen one is a piece of paper."""

    def __init__(self, entry: NavEntry | PersonEntry, parent: QWidget | None = None) -> None:
        """Show ``entry``."""
        super().__init__(parent)
        self._entry = entry
        self._measures: _Measures | None = None
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        size = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        size.setHeightForWidth(isinstance(entry, NavEntry))
        self.setSizePolicy(size)
        self.show_entry(entry)

    @property
    def key(self) -> str:
        """What is chosen with this row."""
        return self._entry.key

    def show_entry(self, entry: NavEntry | PersonEntry) -> None:
        """Show another state of the same entry."""
        self._entry = entry
        self.setText(entry.text.replace("&", "&&"))
        self.setAccessibleName(entry.text)
        if isinstance(entry, PersonEntry):
            self.setAccessibleDescription(entry.status_words)
        else:
            count = "" if entry.count is None else str(entry.count)
            self.setAccessibleDescription(entry.count_words or count)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        return QSize(self._measured().width + 2 * _INSET + 40, _height())

    def minimumSizeHint(self) -> QSize:
        """Return the height and little width: a name shortens rather than the bar widens."""
        return QSize(80, _height())

    def heightForWidth(self, width: int) -> int:
        """Return room for the name of a page on as many lines as it takes in large text."""
        lines = self._lines(self._right_of_text(width) - _INSET)
        return _height() + (lines - 1) * round(look.current().pitch("body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave up and down to the list: a button would walk out of it, to the next stop."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:  # noqa: N802
        """Leave it to the list which row is the chosen one."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the chosen row, the text and what stands at its right."""
        painter = QPainter(self)
        self._paint_ground(painter)
        if isinstance(self._entry, PersonEntry):
            self._paint_person(painter, self._entry)
        else:
            self._paint_page(painter, self._entry)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        worn = look.current()
        area = QRectF(self.rect())
        if self.isChecked():
            surface, line = worn.colour("surface"), worn.colour("line")
            paint.rounded(painter, area, spacing.GRID, surface, line)
        elif self.underMouse():
            paint.rounded(painter, area, spacing.GRID, worn.colour("hover"))
        if self.hasFocus():
            paint.focus_ring(painter, area, spacing.GRID, worn.colour("focus"))

    def _paint_page(self, painter: QPainter, entry: NavEntry) -> None:
        worn = look.current()
        if entry.count is not None:
            painter.setFont(worn.font("label_medium" if self.isChecked() else "label"))
            painter.setPen(worn.colour("muted"))
            room = QRectF(0, 0, self.width() - _INSET, self.height() - 1)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, middle, str(entry.count))
        self._paint_text(painter, _INSET, self._right_of_text(self.width()))

    def _right_of_text(self, width: int) -> float:
        """Return where the name of a page ends: before its count."""
        count = None if isinstance(self._entry, PersonEntry) else self._entry.count
        if count is None:
            return width - _INSET
        metrics = QFontMetrics(look.current().font("label_medium"))
        return width - _INSET - metrics.horizontalAdvance(str(count)) - spacing.GRID

    def _lines(self, room: float) -> int:
        """Return on how many lines the name stands, 1 where a single word is too wide for it."""
        return self._measured().lines(room)

    def _measured(self) -> "_Measures":
        # Layouts ask for the same few sizes over and over, and a list may have hundreds of rows.
        of_what = (look.current(), self._entry.text)
        if self._measures is None or self._measures.of_what != of_what:
            self._measures = _Measures(*of_what)
        return self._measures

    def _paint_person(self, painter: QPainter, entry: PersonEntry) -> None:
        worn = look.current()
        side = worn.scaled(SMALL)
        paint_avatar(painter, QRectF(_INSET, (self.height() - side) / 2, side, side), entry.text)
        dot = worn.scaled(DOT)
        right = self.width() - _INSET - dot
        paint_dot(painter, right + dot / 2, self.height() / 2, entry.status)
        self._paint_text(painter, _INSET + side + _AVATAR_GAP, right - spacing.GRID)

    def _paint_text(self, painter: QPainter, left: float, right: float) -> None:
        worn = look.current()
        painter.setFont(worn.font("body_strong" if self.isChecked() else "body"))
        painter.setPen(worn.colour("ink"))
        room = QRectF(left, 0, right - left, self.height())
        if isinstance(self._entry, NavEntry) and self._lines(room.width()) > 1:
            self.setToolTip("")
            wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, wrapped, self._entry.text)
            return
        shown = painter.fontMetrics().elidedText(
            self._entry.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        self.setToolTip("" if shown == self._entry.text else plain_tooltip(self._entry.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class _Measures:
    """How much room the name of a page takes; it is chosen in bold, so it is measured so."""

    def __init__(self, worn: Look, text: str) -> None:
        self.of_what = (worn, text)
        self._text = text
        self._metrics = QFontMetrics(worn.font("body_strong"))
        self.width = self._metrics.horizontalAdvance(text)
        self._lines: dict[float, int] = {}

    def lines(self, room: float) -> int:
        """Return on how many lines it stands within ``room`` pixels."""
        if self.width <= room + 1:
            return 1
        if room not in self._lines:
            self._lines[room] = self._broken(int(room))
        return self._lines[room]

    def _broken(self, room: int) -> int:
        wrap = Qt.TextFlag.TextWordWrap
        needed = self._metrics.boundingRect(QRect(0, 0, room, 1000), wrap, self._text)
        return 1 if needed.width() > room else round(needed.height() / self._metrics.lineSpacing())


def _height() -> int:
    return max(_ROW, round(look.current().pitch("body")) + 16)


class NavList(QWidget):
    """A group of rows of which at most one is chosen; up and down move among them.

    It is one stop of the tab key, however many people there are: where the keyboard stands, else
    the chosen row, else the first.

    ``chosen`` carries the key of the pressed row. The row is marked only by ``choose``, when the
    page it leads to has really opened.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` names the group to a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[NavRow] = []
        self._chosen = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_entries(self, entries: Sequence[NavEntry | PersonEntry]) -> None:
        """Show these entries; rows that stay keep the keyboard's place."""
        while len(self._rows) > len(entries):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for row, entry in zip(self._rows, entries, strict=False):
            row.show_entry(entry)
        for entry in entries[len(self._rows) :]:
            self._add(entry)
        self.choose(self._chosen)

    def choose(self, key: str) -> None:
        """Mark the row of ``key``; a key without a row marks none."""
        self._chosen = key
        for row in self._rows:
            row.setChecked(row.key == key)
        self._settle()

    def chosen_row(self) -> QWidget | None:
        """Return the row that is marked, or None."""
        return next((row for row in self._rows if row.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus up or down; Enter presses the focused row."""
        key = Qt.Key(event.key())
        focused = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._rows[max(0, min(focused + _STEPS[key], len(self._rows) - 1))].setFocus()
            self._settle()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rows[focused].click()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        here = [row for row in self._rows if row.hasFocus()]
        chosen = [row for row in self._rows if row.isChecked()]
        for row in self._rows:
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for stop in (*here, *chosen, *self._rows)[:1]:
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _add(self, entry: NavEntry | PersonEntry) -> None:
        row = NavRow(entry)
        row.clicked.connect(self._announce)
        self._rows.append(row)
        self._column.addWidget(row)

    def _announce(self) -> None:
        row = self.sender()
        if isinstance(row, NavRow):
            self.chosen.emit(row.key)
