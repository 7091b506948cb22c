"""The full view of the interview: rail, question and coaching, side by side where there is room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.questions import PROMISES_FIRST, Question, Stage
from desktop.ui import look
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.widgets.beside import OpeningsBeside
from desktop.ui.widgets.card import Side
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.wizard.coaching import Coaching
from desktop.ui.wizard.notes_panel import NotesPanel
from desktop.ui.wizard.promises_first import PromisesFirst
from desktop.ui.wizard.question_column import QuestionColumn
from desktop.ui.wizard.rail import Rail
from desktop.ui.wizard.steps_aside import StepsAside
from desktop.ui.wizard.summary_sentence import SummarySentence

_COACHING = 272
_NARROWEST = 440
"""Pixels at 100 % that the question needs; with less, the coaching goes beneath."""


class FullView(QWidget):
    """Where the parts of the interview stand; which question they show is the page's to say."""

    def __init__(self, desk: Desk, notes: NotesPanel, openings: OpeningsBeside | None) -> None:
        """Arrange the ready-made panels; ``openings`` come into view only in the Gap stage."""
        super().__init__()
        self.rail = Rail(desk)
        self.sentence = SummarySentence(desk)
        self.promises = PromisesFirst(desk)
        self.column = QuestionColumn(notes, self.sentence, self.promises)
        self.aside = StepsAside()
        self._notes = notes
        self._coaching = Coaching()
        self._openings = openings
        self._help = QWidget()
        self._side = Side(ground="window", line_at_left=True)
        self._side_column = ScrollColumn(margins=(20, 25, 20, 24))
        self._build()

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
        beside.addWidget(self.aside)
        self._side_column.body.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.column, 1)
        row.addWidget(self._side)

    def open_words(self, conversation: ConversationId, question: Question) -> None:
        """Show what is written to a question, for oneself and for both; flush first."""
        self._notes.open(conversation, question.id)
        self.sentence.open(conversation, question.id)

    def show_help(self, question: Question | None, stage: Stage | None) -> None:
        """Show the coaching of a question, and the ways aside that belong to its stage."""
        if question is not None:
            self._coaching.show_question(question)
        self._coaching.setVisible(question is not None)
        self.aside.show_stage(stage)

    def show_openings(self, conversation: ConversationId, stage: Stage | None) -> None:
        """Let what the organisation has to offer come into view only in the Gap stage (V3)."""
        if self._openings is not None:
            self._openings.show_conversation(conversation if stage is Stage.GAP else None)

    def focus(self, question: Question | None) -> None:
        """Put the keyboard on the choice, the first tick, or into the notes."""
        if not self.column.gate.isHidden():
            self.column.gate.focus_choice()
        elif question is not None and question.id == PROMISES_FIRST:
            self.promises.focus_first()
        else:
            self._notes.focus_notes()
            self.column.keep_writing_in_view()

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
            self.column.take_in(self._help)
        else:
            self.column.give_back(self._help)
            self._side_column.body.addWidget(self._help)
