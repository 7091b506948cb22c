"""The page to read right before a conversation (product C3)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PlannedId
from desktop.domain.people import first_name
from desktop.services import clock, people, plans
from desktop.ui.desk import Desk
from desktop.ui.pages.appointment import said_in_full
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.prepare.questions_card import QuestionsCard
from desktop.ui.widgets.beside import BriefBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class BriefPage(ScrollColumn):
    """The private brief, and beside it what will be asked."""

    preparation_asked = Signal(str)

    def __init__(self, desk: Desk, brief: BriefBeside) -> None:
        """Work over the shared half; ``brief`` alone knows private words."""
        super().__init__()
        self._desk = desk
        self._brief = brief
        self._which: PlannedId | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back to preparing"))
        self._questions = QuestionsCard(desk)
        self._header.add(self._back)
        self.body.addWidget(self._header)
        parts = QWidget()
        columns = Columns(parts, room=420, shares=(690, 282))
        columns.addWidget(brief)
        columns.addWidget(self._right())
        self.body.addWidget(parts, 1)
        self._back.clicked.connect(self._go_back)

    def show_plan(self, which: PlannedId) -> None:
        """Show the brief for a planned conversation, from its beginning."""
        self._which = which
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Write the brief anew."""
        if self._which is None:
            return
        plan = self._desk.ask(plans.planned, self._which)
        name = first_name(self._desk.ask(people.person, plan.person).name)
        self._header.say(
            self.tr("One page before {name}").format(name=name),
            said_in_full(plan, self._desk.ask(clock.today)),
        )
        self._brief.show_plan(self._which)
        self._questions.show_plan(plan)

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._questions)
        column.addStretch(1)
        return side

    def _go_back(self) -> None:
        self.preparation_asked.emit(self._which)
