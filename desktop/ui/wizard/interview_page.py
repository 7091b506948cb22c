"""The guided interview as a page: one conversation, one question at a time."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Path, StepState
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.people import Person, first_name
from desktop.domain.questions import PROMISES_FIRST, Question, Stage
from desktop.domain.shared.unsaved import UnsavedParagraph
from desktop.services import conversations, people
from desktop.services.packs import pack
from desktop.ui import look
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.widgets.beside import OpeningsBeside
from desktop.ui.widgets.card import Side
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.wizard.coaching import Coaching
from desktop.ui.wizard.free_notes import FreePad
from desktop.ui.wizard.glance import GlanceView
from desktop.ui.wizard.notes_panel import NotesPanel
from desktop.ui.wizard.promises_first import PromisesFirst
from desktop.ui.wizard.question_column import QuestionColumn
from desktop.ui.wizard.rail import Rail
from desktop.ui.wizard.steps_aside import StepsAside
from desktop.ui.wizard.summary_sentence import SummarySentence
from desktop.ui.wizard.walk import Walk

_COACHING = 272
_NARROWEST = 440
"""Pixels at 100 % that the question needs; with less, the coaching goes beneath."""


class InterviewPage(QWidget):
    """Brings rail, question and coaching along at every step, and saves before each."""

    paused = Signal(str)
    closing_reached = Signal(str)
    limits_asked = Signal(str)
    """Carries the person with whom an ambition does not fit."""
    sweet_spot_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        notes: NotesPanel,
        pad: FreePad,
        parent: QWidget | None = None,
        *,
        openings: OpeningsBeside | None = None,
    ) -> None:
        """Work over the shared half; ``notes``, ``pad`` and ``openings`` know private words."""
        super().__init__(parent)
        self._desk = desk
        self._notes = notes
        self._pad = pad
        self._walk: Walk | None = None
        self._rail = Rail(desk)
        self._sentence = SummarySentence(desk)
        self._promises = PromisesFirst(desk)
        self._column = QuestionColumn(notes, self._sentence, self._promises)
        self._coaching = Coaching()
        self._openings = openings
        self._aside = StepsAside()
        self._help = QWidget()
        self._side = Side(ground="window", line_at_left=True)
        self._side_column = ScrollColumn(margins=(20, 25, 20, 24))
        self._full = QWidget()
        self._glance = GlanceView(pad)
        self._sorting = pad.sorting()
        self._views = QStackedWidget()
        self._returns_to_glance = False
        self._second = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._side.setFixedWidth(_COACHING)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 0, 0, 0)
        side.addWidget(self._side_column)
        if self._openings is not None:
            self._coaching.begin_with(self._openings)
        beside = QVBoxLayout(self._help)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._coaching, 1)
        beside.addWidget(self._aside)
        self._side_column.body.addWidget(self._help)
        row = QHBoxLayout(self._full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._column, 1)
        row.addWidget(self._side)
        for view in (self._full, self._glance, self._sorting):
            self._views.addWidget(view)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._views)

    def _connect(self) -> None:
        self._rail.stage_asked_for.connect(self._go_to_stage)
        self._rail.question_asked_for.connect(self._go_to)
        self._rail.closing_asked_for.connect(self._close)
        self._column.pause_asked.connect(self._pause)
        self._column.gate.ask_chosen.connect(self._ask_after_all)
        self._column.gate.leave_chosen.connect(self._leave_out)
        self._column.steps.back_asked.connect(self._go_back)
        self._column.steps.not_now_asked.connect(self._not_now)
        self._column.steps.summary_asked.connect(self._add_to_summary)
        self._column.steps.next_asked.connect(self._go_on)
        self._column.top.glance_asked.connect(self._show_glance)
        self._column.top.sorting_asked.connect(self._show_sorting)
        self._glance.back_asked.connect(self._go_back)
        self._glance.next_asked.connect(self._go_on)
        self._glance.full_view_asked.connect(self._show_full)
        self._sorting.left.connect(self._show_full)
        self._sorting.moved.connect(self._read_moved_lines)
        self._aside.limits_asked.connect(self._ask_for_limits)
        self._aside.sweet_spot_asked.connect(self._ask_for_sweet_spot)
        self._notes.noted_changed.connect(self._show_progress)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell_time)
        # Queued: whoever saved learns only after the news whether it was done.
        self._desk.news.saved.connect(self._tell_time, Qt.ConnectionType.QueuedConnection)
        self._desk.news.troubled.connect(self._tell_time, Qt.ConnectionType.QueuedConnection)

    def open(self, conversation: ConversationId) -> None:
        """Show a conversation at the question and the cursor where it was left.

        One that stands at its closing shows its last question. While words of another one cannot
        be saved, they stay on the screen instead.
        """
        if not self.flush():
            return
        self._walk = Walk(self._desk, self._notes, conversation)
        self._pad.open(conversation)
        self._rail.sitting.begin()
        self._returns_to_glance = False
        self._views.setCurrentWidget(self._full)
        self._show_question(self._walk)
        self._tell_time()

    def resume(self) -> None:
        """Go on where the talk was left for a moment, with the keyboard in the notes."""
        self.refresh()
        self._focus_writing()

    def refresh(self) -> None:
        """Read again everything but what the manager is writing."""
        if self._walk is not None:
            self._show_progress()
            self._promises.refresh()
            self._sentence.refresh()

    def flush(self) -> bool:
        """Save what is pending in notes, sentence and pad; return whether all is saved."""
        return all((self._notes.flush(), self._sentence.flush(), self._pad.flush()))

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the sentence on the screen if it could not be saved; notes have their panel."""
        return self._sentence.unsaved()

    def reopen(self) -> None:
        """Show the same words anew, also what was being written; flush first.

        The keyboard stays where it is.
        """
        question = self._walk.question if self._walk else None
        if self._walk is not None and question is not None:
            self._notes.open(self._walk.conversation, question.id)
            self._sentence.open(self._walk.conversation, question.id)
            self._show_progress()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the time only while somebody can see it."""
        super().showEvent(event)
        self._tell_time()
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop telling the time."""
        super().hideEvent(event)
        self._second.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the coaching where there is room for it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Look for room again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        left = self.width() - spacing.RAIL - _COACHING
        beneath = left < look.current().scaled(_NARROWEST)
        if beneath == self._side.isHidden():
            return
        self._side.setHidden(beneath)
        if beneath:
            self._column.take_in(self._help)
        else:
            self._column.give_back(self._help)
            self._side_column.body.addWidget(self._help)

    def _show_question(self, walk: Walk) -> None:
        question = walk.question
        if question is not None:
            self._notes.open(walk.conversation, question.id)
            self._sentence.open(walk.conversation, question.id)
            self._promises.open(walk.conversation)
            self._coaching.show_question(question)
            self._show_openings(walk)
            self._pad.stand_at(question.id)
        self._coaching.setVisible(question is not None)
        here = walk.path().here
        self._aside.show_stage(here.stage if here else None)
        gated = question is not None and walk.asks_for_trust()
        self._leave_glance_for(gated or (question is not None and question.id == PROMISES_FIRST))
        if gated and question is not None:
            self._column.gate.tell(question.short, first_name(self._person(walk).name))
            self._column.show_gate()
        else:
            self._column.show_question(question)
            self._glance.show_question(question)
        self._show_progress()
        self._focus(question)

    def _show_openings(self, walk: Walk) -> None:
        """Let what the organisation has to offer come into view only in the Gap stage (V3)."""
        if self._openings is None:
            return
        here = walk.path().here
        in_gap = here is not None and here.stage is Stage.GAP
        self._openings.show_conversation(walk.conversation if in_gap else None)

    def _leave_glance_for(self, choice: bool) -> None:
        """Ask for a choice or for ticks in the full view, and go back to the glance view after."""
        if choice and self._views.currentWidget() is self._glance:
            self._returns_to_glance = True
            self._views.setCurrentWidget(self._full)
        elif self._returns_to_glance and not choice:
            self._returns_to_glance = False
            self._views.setCurrentWidget(self._glance)

    def _focus(self, question: Question | None) -> None:
        if not self._column.gate.isHidden():
            self._column.gate.focus_choice()
        elif question is not None and question.id == PROMISES_FIRST:
            self._promises.focus_first()
        else:
            self._focus_writing()

    def _show_progress(self) -> None:
        if self._walk is not None:
            path = self._walk.path()
            name = self._person(self._walk).name
            self._rail.show_person(name, self._kind_words(path))
            self._glance.show_person(first_name(name))
            self._rail.show_path(path, self._walk.bank(), self._walk.left_out)
            self._column.show_place(path)
            self._column.top.show_free_notes(self._pad.count())
            self._glance.show_place(path)

    def _person(self, walk: Walk) -> Person:
        talk = self._desk.ask(conversations.conversation, walk.conversation)
        return self._desk.ask(people.person, talk.person)

    def _kind_words(self, path: Path) -> str:
        if self._walk is None:
            return ""
        talk = self._desk.ask(conversations.conversation, self._walk.conversation)
        title = pack(talk.kind).title
        if talk.kind is not Kind.FULL or path.here is None:
            return title
        return {
            Stage.NOW: self.tr("{kind}, first of three"),
            Stage.DIRECTION: self.tr("{kind}, second of three"),
            Stage.GAP: self.tr("{kind}, third of three"),
        }[path.here.stage].format(kind=title)

    def _tell_time(self) -> None:
        unsaved = any(part.is_unsaved() for part in (self._notes, self._sentence, self._pad))
        self._rail.sitting.tell(unsaved=unsaved)
        self._glance.tell(self._rail.sitting.minutes(), unsaved=unsaved)

    # Three views of the same walk --------------------------------------------------------------

    def _show_full(self) -> None:
        self._returns_to_glance = False
        self._show_view(self._full)

    def _show_glance(self) -> None:
        self._show_view(self._glance)

    def _show_sorting(self) -> None:
        if self._walk is not None and self.flush():
            self._sorting.begin(self._walk.conversation)
            self._show_view(self._sorting)

    def _show_view(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self._show_progress()
        self._focus_writing()

    def _focus_writing(self) -> None:
        view = self._views.currentWidget()
        if view is self._glance:
            self._pad.focus_pad()
        elif view is self._sorting:
            self._sorting.focus_lines()
        else:
            self._notes.focus_notes()

    def _read_moved_lines(self) -> None:
        """Show pad and notes as they stand now: they were saved before, and nobody types here."""
        if self._walk is not None:
            self._pad.open(self._walk.conversation)
            if self._walk.question is not None:
                self._notes.open(self._walk.conversation, self._walk.question.id)
            self._show_progress()

    # Along the path ----------------------------------------------------------------------------

    def _go_to(self, question: str) -> None:
        if self._walk is not None and self.flush():
            self._walk.go_to(QuestionId(question))
            self._show_question(self._walk)

    def _go_to_stage(self, stage: str) -> None:
        question = self._walk.first_open_in(Stage(stage)) if self._walk else None
        if question is not None:
            self._go_to(question)

    def _go_back(self) -> None:
        here = self._walk.path().back().here if self._walk else None
        if here is not None:
            self._go_to(here.question)

    def _go_on(self) -> None:
        if self._walk is None:
            return
        onward = self._walk.path().next()
        if onward.here is None:
            self._close()
        else:
            self._go_to(onward.here.question)

    def _not_now(self) -> None:
        if self._walk is None or not self.flush():
            return
        here = self._walk.path().here
        was_put_off = here is not None and here.state is StepState.NOT_NOW
        if not self._walk.put_off(off=not was_put_off):
            return
        if was_put_off:
            self._show_progress()
            self._notes.focus_notes()
        else:
            self._go_on()

    def _ask_after_all(self) -> None:
        if self._walk is not None and self._walk.trust():
            self._show_question(self._walk)

    def _leave_out(self) -> None:
        if self._walk is not None and self._walk.put_off(off=True):
            self._go_on()

    def _add_to_summary(self) -> None:
        self._sentence.offer(self._notes.starting_words())

    def _pause(self) -> None:
        if self._walk is not None and self.flush():
            talk = self._desk.ask(conversations.conversation, self._walk.conversation)
            self.paused.emit(talk.person)

    def _ask_for_limits(self) -> None:
        if self._walk is not None and self.flush():
            self.limits_asked.emit(self._person(self._walk).id)

    def _ask_for_sweet_spot(self) -> None:
        if self._walk is not None and self.flush():
            self.sweet_spot_asked.emit(self._person(self._walk).id)

    def _close(self) -> None:
        if self._walk is not None and self.flush() and self._walk.close():
            self.closing_reached.emit(self._walk.conversation)
