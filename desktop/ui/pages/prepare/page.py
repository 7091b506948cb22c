"""The page on which a manager gets ready for a planned conversation (product C2)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.planned import Planned
from desktop.domain.ids import PlannedId
from desktop.domain.people import first_name
from desktop.domain.shared.unsaved import UnsavedWords
from desktop.services import clock, conversations, people, plans
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.appointment import said_in_full
from desktop.ui.pages.calendar_file import save_calendar_file
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.outcome import Outcome
from desktop.ui.pages.prepare.ground_line import GroundLine
from desktop.ui.pages.prepare.message_panel import MessagePanel
from desktop.ui.pages.prepare.questions_card import QuestionsCard
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.beside import ReadyBeside, ThinkingBeside
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_SHARES = (624, 348)
_ROOM = 420


class PreparePage(ScrollColumn):
    """The manager's own thinking at the left; at the right what is ready and what goes out."""

    conversation_chosen = Signal(str)
    brief_asked = Signal(str)
    agreement_asked = Signal(str)
    notes_asked = Signal(str)
    choosing_asked = Signal(str)
    sheet_asked = Signal(str)

    def __init__(self, desk: Desk, thinking: ThinkingBeside, ready: ReadyBeside) -> None:
        """Work over the shared half; the two panels alone know private words."""
        super().__init__()
        self._desk = desk
        self._thinking = thinking
        self._ready = ready
        self._which: PlannedId | None = None
        self._header = PageHeader("")
        self._dates = PlainButton(self.tr("Save calendar file"))
        self._saved = Outcome()
        self._brief = PlainButton(self.tr("One-page brief"))
        self._begin = PrimaryButton(self.tr("Begin"))
        changing(self._begin)
        self._message = MessagePanel(desk)
        self._questions = QuestionsCard(desk, steps=True)
        self._ground = GroundLine(desk)
        self._build()
        self._connect()
        Sight(self)

    def show_plan(self, which: PlannedId) -> None:
        """Show what there is to prepare for a planned conversation.

        While words for another one cannot be saved, they stay on the screen instead.
        """
        if which != self._which and not self.flush():
            return
        if which != self._which:
            self._saved.forget()
            self.verticalScrollBar().setValue(0)
        self._which = which
        self._thinking.show_plan(which)
        self._ready.show_plan(which)
        self._read()

    def refresh(self) -> None:
        """Read everything again but what the manager is writing."""
        self._thinking.refresh()
        self._ready.refresh()
        self._read()

    def _read(self) -> None:
        plan = self._plan()
        if plan is None:
            return
        name = first_name(self._desk.ask(people.person, plan.person).name)
        self._header.say(
            self.tr("Before you meet {name}").format(name=name),
            said_in_full(plan, self._desk.ask(clock.today)),
        )
        talks = self._desk.ask(conversations.of_person, plan.person)
        under_way = any(talk.is_open and talk.kind is plan.kind for talk in talks)
        goes_on = plan.conversation is not None or under_way
        self._begin.setText(self.tr("Continue conversation") if goes_on else self.tr("Begin"))
        self._message.show_plan(plan)
        self._questions.show_plan(plan)
        self._ground.show_plan(plan)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = (self._thinking.flush(), self._message.flush())
        return all(saved)

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return the message if it could not be saved; the thinking has its panel."""
        return self._message.unsaved()

    def _build(self) -> None:
        self._header.add(self._dates, self._brief, self._begin)
        self.body.addWidget(self._header)
        self.body.addWidget(self._saved)
        right = QWidget()
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(spacing.CARD_GAP - 1)
        for card in (self._ready, self._message, self._questions, self._ground):
            cards.addWidget(card)
        cards.addStretch(1)
        parts = QWidget()
        columns = Columns(parts, room=_ROOM, shares=_SHARES)
        columns.addWidget(self._thinking)
        columns.addWidget(right)
        self.body.addWidget(parts, 1)

    def _connect(self) -> None:
        self._dates.clicked.connect(self._save_time)
        self._brief.clicked.connect(self._ask_for_brief)
        self._begin.clicked.connect(self._begin_talk)
        self._ready.prompt_sent_turned.connect(self._message.mark_prompt_sent)
        self._questions.choosing_asked.connect(self._ask_to_choose)
        self._questions.sheet_asked.connect(self._ask_for_sheet)
        self._ground.agreement_asked.connect(self._ask_for_agreement)
        self._ground.notes_asked.connect(self._ask_for_notes)

    def _begin_talk(self) -> None:
        if self._which is None or not self.flush():
            return
        begun = self._desk.do(plans.begin, self._which)
        if begun.done:
            self.conversation_chosen.emit(begun.value)

    def _save_time(self) -> None:
        plan = self._plan()
        if plan is not None:
            save_calendar_file(self._desk, plan, self._saved)

    def _ask_for_brief(self) -> None:
        if self.flush():
            self.brief_asked.emit(self._which)

    def _ask_to_choose(self) -> None:
        if self.flush():
            self.choosing_asked.emit(self._which)

    def _ask_for_sheet(self) -> None:
        if self.flush():
            self.sheet_asked.emit(self._which)

    def _ask_for_agreement(self) -> None:
        plan = self._plan()
        if plan is not None and self.flush():
            self.agreement_asked.emit(plan.person)

    def _ask_for_notes(self) -> None:
        plan = self._plan()
        if plan is not None and self.flush():
            self.notes_asked.emit(plan.person)

    def _plan(self) -> Planned | None:
        return None if self._which is None else self._desk.ask(plans.planned, self._which)
