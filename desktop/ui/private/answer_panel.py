"""The private note to one question, and what was noted to it last time."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import starting_words
from desktop.services.private import answers
from desktop.services.question_bank import bank
from desktop.storage.shelves import PrivateShelf
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.capture import Capture
from desktop.ui.private.ladder import Ladder
from desktop.ui.private.last_time_line import LastTimeLine
from desktop.ui.private.layers import Layers
from desktop.ui.private.leaving_reading import ASKED_AT, LeavingReading
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.wizard.notes_panel import NotesPanel


class AnswerPanel(NotesPanel):
    """Shows and keeps one note; every pause in typing is saved, and the place of the cursor."""

    def __init__(self, desk: PrivateDesk, parent: QWidget | None = None) -> None:
        """Work over the private half; nothing is shown before ``open``."""
        super().__init__(parent)
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._question = QuestionId("")
        self._kept_cursor = 0
        self._is_noted = False
        self._is_unsaved = False
        self._layers = Layers()
        self._last_time: LastTimeLine | None = None
        self._capture = Capture(desk, self._layers)
        self._ladder = Ladder(desk)
        self._reading = LeavingReading(desk)
        self._build()
        self._layers.edited.connect(self._keep)
        self._capture.ladder_asked.connect(self._open_ladder)
        self._capture.note_asked.connect(self.focus_notes)
        self._ladder.back_asked.connect(self._close_ladder)

    def _build(self) -> None:
        panel = PrivatePanel(self.tr("Your notes, private"))
        panel.top.addWidget(self._layers.turn, 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addWidget(self._layers, 1)
        panel.body.addWidget(self._capture)
        panel.body.addWidget(self._ladder, 1)
        panel.body.addWidget(self._reading)
        self._ladder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    def open(self, conversation: ConversationId, question: QuestionId) -> None:
        """Show the note to a question, with the cursor where it was; flush first."""
        self._conversation = conversation
        self._question = question
        self._is_unsaved = False
        found = self._desk.ask(answers.note_to, conversation, question)
        self._is_noted = found.is_noted
        self._layers.show_words(found.words.reveal(), found.cursor, found.underneath.reveal())
        self._kept_cursor = self._layers.cursor_position()
        self._show_ladder(False)
        self._capture.open(conversation, question)
        self._reading.open(conversation, question)
        if self._last_time is not None:
            words = self._last_time_words(conversation, question)
            # Perhaps they look at the screen together (playbook K8: out of sight until opened).
            self._last_time.say(words, covered=question == ASKED_AT)

    def noted(self) -> frozenset[QuestionId]:
        """Return the questions of the open conversation that have a note."""
        if self._conversation is None:
            return frozenset()
        return self._desk.ask(answers.noted, self._conversation)

    def flush(self) -> bool:
        """Save what is pending, the place of the cursor too; return whether all is saved."""
        if self._layers.is_pending():
            self._layers.flush()
        elif self._is_unsaved or self._layers.cursor_position() != self._kept_cursor:
            self._keep()
        return self._ladder.flush() and not self._is_unsaved

    def is_unsaved(self) -> bool:
        """Return whether the last attempt to save failed and the words are only on the screen."""
        return self._is_unsaved or self._ladder.is_unsaved()

    def unsaved(self) -> tuple[Answer, ...]:
        """Return the note on the screen if it could not be saved; for the sealed draft.

        Steps of a ladder that could not be saved come with it, so that no word is lost.
        """
        note = self._note()
        if note is None or not self.is_unsaved():
            return ()
        words = "\n".join((note.words.reveal(), *self._ladder.unsaved_words()))
        return (replace(note, words=PrivateText(words)),)

    def focus_notes(self) -> None:
        """Put the keyboard into the note, or into its ladder while that is open."""
        if self._layers.isHidden():
            self._ladder.stand_at_end()
        else:
            self._layers.focus_here()

    def starting_words(self) -> str:
        """Return the selected line, or the one with the cursor, as a draft for the summary."""
        return starting_words(self._layers.line().words)

    def last_time_line(self) -> QWidget:
        """Return the line that says what was noted last time; it hides itself if there is none.

        Whoever asks for it has to give it a place: it does not stand inside this panel.
        """
        self._last_time = self._last_time or LastTimeLine()
        return self._last_time

    def event(self, event: QEvent) -> bool:
        """Take Esc for the way back from a ladder or the motivations, before it means a pause."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._has_more_open()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the note at Esc."""
        if event.key() == Qt.Key.Key_Escape and self._has_more_open():
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _has_more_open(self) -> bool:
        return not self._ladder.isHidden() or self._capture.has_motivations_open()

    def _go_back(self) -> None:
        if self._ladder.isHidden():
            self._capture.close_motivations()
        else:
            self._close_ladder()

    def _open_ladder(self) -> None:
        line, goal = self._layers.line(), self._capture.goal_at_hand()
        if goal is None and not line.words:
            self._capture.ask_for_a_line()
            return
        if not self.flush() or self._conversation is None:
            return
        self._show_ladder(True)
        if goal is not None:
            self._ladder.open_goal(goal)
        else:
            horizon = self._desk.ask(bank)[self._question].horizon
            at = (self._conversation, self._question)
            self._ladder.open_line(at, Keeping(KeptAs.GOAL, horizon), line)

    def _close_ladder(self) -> None:
        if self._ladder.flush():
            self._show_ladder(False)
            self._capture.refresh()
            self._layers.focus_here()

    def _show_ladder(self, shown: bool) -> None:
        if not shown:
            self._ladder.close_ladder()
        self._ladder.setVisible(shown)
        for part in (self._layers, self._layers.turn, self._capture):
            part.setVisible(not shown)

    def _note(self) -> Answer | None:
        if self._conversation is None:
            return None
        first, second = (PrivateText(words) for words in self._layers.words())
        cursor = self._layers.cursor_position()
        return Answer(self._conversation, self._question, first, cursor, second)

    def _keep(self) -> None:
        answer = self._note()
        if answer is None:
            return
        self._is_unsaved = not self._desk.do(answers.write, answer).done
        if self._is_unsaved:
            return
        self._kept_cursor = answer.cursor
        if answer.is_noted != self._is_noted:
            self._is_noted = not self._is_noted
            self.noted_changed.emit()

    def _last_time_words(self, conversation: ConversationId, question: QuestionId) -> str:
        earlier = self._desk.ask(answers.last_time, conversation, question)
        if earlier is None:
            return ""
        layers = [self._quoted(layer) for layer in (earlier.words, earlier.underneath) if layer]
        form = self.tr("Last time ({when}): {words}")
        if not earlier.words:
            form = self.tr("Last time ({when}), underneath: {words}")
        when = _when(earlier.on, self._desk.ask(PrivateShelf.today))
        told = self.tr("; underneath: ").join(layers)
        return form.format(when=when, words=told)

    def _quoted(self, layer: PrivateText) -> str:
        words = " ".join(layer.reveal().split())
        # A note that begins with their own words brings its quotation marks along.
        return words if words.startswith("“") else self.tr("“{words}”").format(words=words)


def _when(day: date, today: date) -> str:
    return dates.month(day) if day.year == today.year else dates.month_year(day)
