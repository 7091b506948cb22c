"""The middle of the interview: the question, the private notes, the sentence for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

from desktop.domain.conversations.path import Path, Step, StepState
from desktop.domain.questions import PROMISES_FIRST, Question
from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.page import ScrollColumn
from desktop.ui.widgets.text import Question as QuestionText
from desktop.ui.widgets.text import SmallMuted
from desktop.ui.wizard.notes_panel import NotesPanel
from desktop.ui.wizard.promises_first import PromisesFirst
from desktop.ui.wizard.stage_titles import stage_title
from desktop.ui.wizard.steps_row import StepsRow
from desktop.ui.wizard.summary_sentence import SummarySentence
from desktop.ui.wizard.top_row import TopRow
from desktop.ui.wizard.trust_gate import TrustGate

_MARGIN = 36
_OF_LETTERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_WIDEST = 820
"""Pixels at 100 % beyond which a line of notes is no longer read in one go."""


class _PauseButton(QuietButton):
    """Ends where the panels below it end."""

    side_padding = 1


class QuestionColumn(ScrollColumn):
    """One question and everything that is written to it."""

    pause_asked = Signal()

    def __init__(
        self,
        notes: NotesPanel,
        sentence: SummarySentence,
        promises: PromisesFirst,
        parent: QWidget | None = None,
    ) -> None:
        """Arrange the ready-made panels around the question."""
        super().__init__(parent, margins=(_MARGIN, 22, _MARGIN, 18))
        self.steps = StepsRow()
        self._notes = notes
        self._sentence = sentence
        self._promises = promises
        self.gate = TrustGate()
        self._where = SmallMuted()
        self._pause = _PauseButton(self.tr("Pause"), shortcut="Esc")
        self.top = TopRow(self._where, self._pause)
        self._words = QuestionText()
        self._beneath = QVBoxLayout()
        self._build()
        self._pause.clicked.connect(self.pause_asked)
        self.verticalScrollBar().rangeChanged.connect(self._keep_writing_in_view)

    def _build(self) -> None:
        self.body.setSpacing(0)
        self.body.addWidget(self.top)
        self.body.addSpacing(19)
        self.body.addWidget(self._words)
        self.body.addSpacing(7)
        self.body.addWidget(self._notes.last_time_line())
        self.body.addSpacing(20)
        self.body.addWidget(self.gate, 1)
        self.body.addWidget(self._promises)
        self.body.addWidget(self._notes, 1)
        self.body.addSpacing(12)
        self.body.addWidget(self._sentence)
        self.body.addSpacing(14)
        self.body.addWidget(self.steps)
        self.body.addLayout(self._beneath)

    def take_in(self, coaching: QWidget) -> None:
        """Put the coaching beneath, where there is no room for a column of its own."""
        self._beneath.setContentsMargins(0, 4 * spacing.GRID, 0, spacing.GRID)
        self._beneath.addWidget(coaching)

    def give_back(self, coaching: QWidget) -> None:
        """Let the coaching go to its own column again."""
        self._beneath.removeWidget(coaching)
        self._beneath.setContentsMargins(0, 0, 0, 0)

    def show_question(self, question: Question | None) -> None:
        """Show the question, to be said aloud as it stands; None: only the closing is left."""
        self._words.setText(question.ask if question else self._nothing_left())
        promises = question is not None and question.id == PROMISES_FIRST
        with_promises = (self._promises, self._notes) if promises else (self._notes,)
        self._show_only(*(with_promises if question else ()))

    def show_gate(self) -> None:
        """Show what stands before a question that asks for trust, and nothing of the question."""
        self._words.setText(self.gate.title())
        self._show_only(self.gate)

    def _show_only(self, *shown: QWidget) -> None:
        for part in (self.gate, self._promises, self._notes):
            part.setVisible(part in shown)
        # What was promised is spoken of together: what both keep of it stands in the contract.
        sums_up = shown == (self._notes,)
        self._sentence.setVisible(sums_up)
        if not sums_up:
            self._notes.last_time_line().hide()
        self.steps.offer(not_now=self._notes in shown, summary=sums_up)
        self.verticalScrollBar().setValue(0)
        self._keep_writing_in_view()

    def _nothing_left(self) -> str:
        return self.tr("The questions of this conversation are no longer asked.")

    def show_place(self, path: Path) -> None:
        """Say where on its path the conversation stands."""
        here = path.here
        self._where.setText(self._where_words(here, *path.place_in_stage()) if here else "")
        self.steps.show_place(
            first=path.at == 0,
            last=path.next().at_closing,
            put_off=here is not None and here.state is StepState.NOT_NOW,
        )

    def _where_words(self, here: Step, place: int, count: int) -> str:
        form = (
            self.tr("{stage} · {place} of {count} · Put off for now")
            if here.state is StepState.NOT_NOW
            else self.tr("{stage} · {place} of {count}")
        )
        return form.format(stage=stage_title(here.stage), place=place, count=count)

    def _keep_writing_in_view(self) -> None:
        if self._notes.isHidden():
            # What is read from the top is shown from the top, as far as the keyboard allows.
            self.verticalScrollBar().setValue(0)
        self.keep_writing_in_view()

    def keep_writing_in_view(self) -> None:
        """Scroll no further than the line with the cursor asks: the question stays in sight."""
        focused, inside = QApplication.focusWidget(), self.widget()
        if focused is None or inside is None or not self.isAncestorOf(focused):
            return
        line = focused.cursorRect() if isinstance(focused, QTextEdit) else focused.rect()
        top = focused.mapTo(inside, line.topLeft()).y() - spacing.GRID
        foot = top + line.height() + 2 * spacing.GRID
        bar = self.verticalScrollBar()
        if foot > bar.value() + self.viewport().height():
            bar.setValue(foot - self.viewport().height())
        elif top < bar.value():
            bar.setValue(max(0, top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let words that are typed beside the ticks begin the note; a space alone ticks."""
        words = event.text()
        is_word = words.isprintable() and words.strip() and event.modifiers() in _OF_LETTERS
        if is_word and not self._promises.isHidden():
            self._notes.focus_notes()
            QApplication.sendEvent(QApplication.focusWidget() or self._notes, event.clone())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines readable in a wide window."""
        super().resizeEvent(event)
        spare = self.viewport().width() - look.current().scaled(_WIDEST)
        side = max(_MARGIN, spare // 2)
        margins = self.body.contentsMargins()
        if margins.left() != side:
            self.body.setContentsMargins(side, margins.top(), side, margins.bottom())
