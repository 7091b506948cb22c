"""Where a manager's commitment can begin: six ways, each with its own detail to fill (F1 to F6)."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.services.starting_points import starting_points
from desktop.ui.look import week
from desktop.ui.widgets.buttons import LinkButton, MinorButton, SmallButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.sight import bring_into_sight
from desktop.ui.widgets.text import SerifBody, SmallMuted


class StartingPointButton(MinorButton):
    """Offers the six ways in a menu."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Say the first few of them."""
        super().__init__("")
        self.setText(self.tr("Introduction, lead, feedback, visibility…"))
        self.setAccessibleDescription(self.tr("Begin a commitment of yours with one of six ways."))
        self._menu = QMenu(self)
        for point in starting_points():
            self._menu.addAction(point.title).setData(point.key)
        self._menu.triggered.connect(self._choose)
        self.clicked.connect(self._offer)

    def _offer(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class StartingPointForm(Card):
    """Asks for the details of one way and shows the sentence they make."""

    begun = Signal(str, object)
    left = Signal()

    def __init__(self, person: str, today: date) -> None:
        """``person`` is the name that people say; hidden before ``ask``."""
        super().__init__()
        self._person = person
        self._today = today
        self._point = starting_points()[0]
        self._detail, self._more = LineField(""), LineField("")
        self._asks, self._asks_more = Field("", self._detail), Field("", self._more)
        self._due = DateField(self.tr("By when"), today)
        self._sentence = SerifBody("")
        self._add = SmallButton(self.tr("Add to the contract"))
        changing(self._add)
        self._close = LinkButton(self.tr("Not this"))
        self._build()
        self._detail.textChanged.connect(self._compose)
        self._more.textChanged.connect(self._compose)
        self._detail.returnPressed.connect(self._begin)
        self._more.returnPressed.connect(self._begin)
        self._add.clicked.connect(self._begin)
        self._close.clicked.connect(self._leave)
        self.hide()

    def ask(self, key: str, today: date, language: str) -> None:
        """Ask for the details of one of the ways; its sentence is in the letter's language."""
        self._today = today
        self._point = next(p for p in starting_points(language) if p.key == key)
        self._asks.set_label(self._point.asks)
        self._asks_more.set_label(self._point.asks_more)
        self._detail.clear()
        self._more.setText(self._point.suggests_more)
        self._due.set_day(week.working_day_until(self._point.day_from(today)))
        self._compose()
        self.show()
        self._detail.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """Show all of it at once where there is room, and its first field in any case."""
        bring_into_sight(self)
        bring_into_sight(self._asks)

    def _build(self) -> None:
        for part in (self._asks, self._asks_more):
            self.body.addWidget(part)
        when = QWidget()
        column = QVBoxLayout(when)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(SmallMuted(self.tr("By when")))
        column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(when)
        self.body.addWidget(self._sentence)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        row.addWidget(self._add)
        row.addWidget(self._close)
        self.body.addWidget(buttons)

    def _compose(self) -> None:
        self._sentence.setText(self._words())

    def _words(self) -> str:
        return self._point.worded(self._person, self._detail.text(), self._more.text())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _begin(self) -> None:
        self._due.flush()
        if not self._due.is_readable():
            self._due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.begun.emit(self._words(), self._due.day())
