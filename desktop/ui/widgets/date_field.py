"""A compact field for a date that may also be none yet."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.ui import look
from desktop.ui.look import dates, spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.glyphs import paint_glyph
from desktop.ui.widgets.month import Month
from desktop.ui.widgets.typed_days import SHOWN, read_date

_COMES_TO_WRITE = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""Not: back from another window or from a menu, where one goes on with what one was writing."""


class DateField(QLineEdit):
    """Shows "18 Dec 2026"; takes typing, the arrow keys, or a press in a calendar.

    ``day_changed`` carries the new date or None; it follows only what the person did. ``refused``
    carries a sentence when what was typed cannot be read as a date.
    """

    day_changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        today: date,
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
        past: bool = False,
    ) -> None:
        """``today`` is where the calendar opens and what a date without a year is nearest to.

        A ``quiet`` field shows only the date until the pointer or the keyboard comes to it. One
        for the ``past`` takes Friday for the last one, and a date without a year as well.
        """
        super().__init__(parent)
        self._quiet = quiet
        self._past = past
        self._day: date | None = None
        self._today = today
        self._calendar: Month | None = None
        self.setProperty("role", "date")
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("no date yet"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._add_opener()
        self._dress()
        self._show()
        self.editingFinished.connect(self._take_typed)

    def day(self) -> date | None:
        """Return the date, or None while there is none."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a date or none, without announcing it."""
        self._day = day
        self._show()

    def turn_to(self, today: date) -> None:
        """Count from another day, once midnight has passed or another zone was come to."""
        self._today = today
        if self._calendar is not None:
            self._calendar.turn_to(_qt(today))

    def flush(self) -> bool:
        """Take over what is typed without waiting for Enter; return whether it could be read."""
        self._take_typed()
        return self.is_readable()

    def is_readable(self) -> bool:
        """Return whether what stands here is a date, or nothing."""
        return self.property("refused") is not True

    def sizeHint(self) -> QSize:
        """Return room for the longest date and the calendar's chevron."""
        metrics = QFontMetrics(look.current().font("label"))
        words = max(metrics.horizontalAdvance(t) for t in ("30 Sep 2026", self.placeholderText()))
        return QSize(
            words + look.current().scaled(14) + 10, round(look.current().pitch("label")) + 10
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: a date is never shortened."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a day with up and down, by a week with page up and down."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 7,
            Qt.Key.Key_PageDown: -7,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in steps:
            self._take_typed()
            self._choose((self._day or self._today) + timedelta(days=steps[key]))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the calendar for a press on an empty field; who writes instead can just begin."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.text():
            self.open_calendar()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the whole date, so that typing replaces it; a press puts the cursor itself."""
        super().focusInEvent(event)
        if event.reason() in _COMES_TO_WRITE:
            self.selectAll()

    def open_calendar(self) -> None:
        """Show the month of the date, or of today."""
        if self._calendar is None:
            self._calendar = self._made_calendar()
        self._calendar.setSelectedDate(_qt(self._day or self._today))
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        self._calendar.adjustSize()
        self._calendar.move(below - QPoint(max(0, self._calendar.width() - self.width()), 0))
        self._calendar.show()
        self._calendar.setFocus()

    def _dress(self) -> None:
        self.setFont(look.current().font("label"))
        self.updateGeometry()

    def _add_opener(self) -> None:
        opener = _Opener(self.tr("Choose a date"), self, quiet=self._quiet)
        opener.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        if not self._quiet:
            row.addStretch()
        row.addWidget(opener)
        if self._quiet:
            row.addStretch()
        room = opener.sizeHint().width()
        self.setTextMargins(room if self._quiet else 0, 0, 0 if self._quiet else room, 0)

    def _made_calendar(self) -> Month:
        calendar = Month(_qt(self._today), self)
        calendar.clicked.connect(self._take_from_calendar)
        calendar.activated.connect(self._take_from_calendar)
        calendar.typed.connect(self._write)
        return calendar

    def _take_from_calendar(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self._choose(_python(day))
        self.setFocus()

    def _write(self, letter: str) -> None:
        self.setFocus()
        self.setText(letter)

    def _take_typed(self) -> None:
        text = self.text().strip()
        if not text:
            self._choose(None)
        elif text != self._words(self._day):
            self._take(text)
        elif self.property("refused"):
            self._choose(self._day)

    def _take(self, text: str) -> None:
        day = read_date(text, self.locale(), self._today, past=self._past)
        if day is not None:
            self._choose(day)
        else:
            self._refuse()

    def _choose(self, day: date | None) -> None:
        # What could not be read is no longer there, be the day as it was before.
        changed = day != self._day or self.property("refused") is True
        self._day = day
        self._show()
        if changed:
            self.day_changed.emit(day)

    def _show(self) -> None:
        self.setText(self._words(self._day))
        full = QLocale.FormatType.LongFormat
        day = self._day
        self.setToolTip(self.locale().toString(_qt(day), full) if day else "")
        self.setAccessibleDescription(self.toolTip() or self.tr("no date yet"))
        self._mark(refused=False)

    def _refuse(self) -> None:
        example = dates.unparted(self._words(self._today))
        sentence = self.tr("This could not be read as a date. Write it as {example}.")
        self.setToolTip(sentence.format(example=example))
        self.setAccessibleDescription(self.toolTip())
        self._mark(refused=True)
        self.refused.emit(self.toolTip())

    def _mark(self, *, refused: bool) -> None:
        # A style is slow to look up, and most dates are shown over another that could be read.
        if bool(self.property("refused")) is refused:
            return
        self.setProperty("refused", refused)
        self.style().unpolish(self)
        self.style().polish(self)

    def _words(self, day: date | None) -> str:
        return self.locale().toString(_qt(day), SHOWN) if day else ""


class _Opener(QPushButton):
    """The chevron that opens the calendar, for the mouse; the keyboard has Alt+Down."""

    def __init__(self, name: str, parent: QWidget, *, quiet: bool) -> None:
        super().__init__(parent)
        self._field = parent
        self._quiet = quiet
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        side = look.current().scaled(14)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._quiet and not (self._field.hasFocus() or self._field.underMouse()):
            return
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.underMouse():
            paint.rounded(painter, area, spacing.KEY_RADIUS, worn.colour("hover"))
        side = worn.scaled(10)
        square = QRectF((area.width() - side) / 2, (area.height() - side) / 2, side, side)
        paint_glyph(painter, "down", square, worn.colour("muted"))
        painter.end()


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
