"""The month that a date field opens, drawn in the look's own ink."""

from PySide6.QtCore import QDate, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from desktop.ui import look
from desktop.ui.look import spacing, week
from desktop.ui.widgets import paint
from desktop.ui.widgets.glyphs import paint_glyph

_TURNERS = {"qt_calendar_prevmonth": "back", "qt_calendar_nextmonth": "on"}
_CELL = 34
_AROUND = 7


class Month(QCalendarWidget):
    """A month as a popup: the chosen day on green, today ringed, other months muted."""

    typed = Signal(str)
    """A letter or digit that is meant for the field: somebody would rather write the date."""

    def __init__(self, today: QDate, parent: QWidget) -> None:
        """Ring ``today``, which is the program's day and not the computer's."""
        super().__init__(parent)
        self._today = today
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Calendar"))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setGridVisible(False)
        self.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self.setDateEditEnabled(False)
        self._settle_table()
        self._name_turners()
        self._dress()

    def turn_to(self, today: QDate) -> None:
        """Ring another day."""
        self._today = today
        self.updateCells()

    def sizeHint(self) -> QSize:
        """Return room for seven days by seven rows below the name of the month."""
        cell = look.current().scaled(_CELL)
        return QSize(7 * cell + 2 * _AROUND, 7 * cell + look.current().scaled(44) + 2 * _AROUND)

    def paintCell(  # noqa: N802
        self, painter: QPainter, area: QRect, day: QDate
    ) -> None:
        """Paint one day."""
        worn = look.current()
        is_chosen = day == self.selectedDate()
        pill = QRectF(area).adjusted(2, 2, -2, -2)
        painter.save()
        if is_chosen:
            paint.rounded(painter, pill, spacing.CONTROL_RADIUS, worn.colour("accent"))
        elif day == self._today:
            edge = worn.colour("accent")
            paint.rounded(painter, pill, spacing.CONTROL_RADIUS, None, edge)
        is_near = day.month() == self.monthShown()
        ink = "on_accent" if is_chosen else "ink" if is_near else "muted"
        painter.setFont(worn.font("label_strong" if is_chosen else "label"))
        painter.setPen(worn.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on what is written instead of chosen."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            written = event.text().strip()
            if written and written.isprintable():
                self.hide()
                self.typed.emit(written)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin the week where it begins now; a field keeps its month for as long as it lives."""
        self.setFirstDayOfWeek(week.first_day())
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _settle_table(self) -> None:
        # At their own least width seven columns are wider than the month, and Monday is cut off.
        for days in self.findChildren(QTableView):
            days.horizontalHeader().setMinimumSectionSize(1)
            days.installEventFilter(self)

    def _name_turners(self) -> None:
        names = {
            "qt_calendar_prevmonth": self.tr("Previous month"),
            "qt_calendar_nextmonth": self.tr("Next month"),
        }
        for button in self.findChildren(QToolButton):
            if button.objectName() in names:
                button.setAccessibleName(names[button.objectName()])

    def _dress(self) -> None:
        worn = look.current()
        heading = QTextCharFormat()
        heading.setForeground(worn.colour("muted"))
        heading.setBackground(worn.colour("surface"))
        heading.setFont(worn.font("section"))
        self.setHeaderTextFormat(heading)
        day = QTextCharFormat()
        day.setForeground(worn.colour("muted"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, day)
        for button in self.findChildren(QToolButton):
            if button.objectName() in _TURNERS:
                button.setIcon(_icon(_TURNERS[button.objectName()], self.devicePixelRatioF()))


def _icon(glyph: str, ratio: float) -> QIcon:
    side = look.current().scaled(12)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_glyph(painter, glyph, QRectF(0, 0, side, side), look.current().colour("ink"))
    painter.end()
    return QIcon(picture)
