"""The guided interview as a page: one conversation, one question at a time."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Path, StepState
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.questions import PROMISES_FIRST, Stage
from desktop.domain.shared.unsaved import UnsavedParagraph
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import OpeningsBeside
from desktop.ui.wizard.free_notes import FreePad
from desktop.ui.wizard.full_view import FullView
from desktop.ui.wizard.notes_panel import NotesPanel
from desktop.ui.wizard.views import Views
from desktop.ui.wizard.walk import Seen, Walk


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
        self._seen: Seen | None = None
        self._is_going = False
        self._full = FullView(desk, notes, openings)
        self._views = Views(self._full, pad)
        self._second = QTimer(self)
        self._shown = QTimer(self)
        """Fires once the question gone to is painted: nobody waits for the disk to see it."""
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._views)
        self._connect()

    def _connect(self) -> None:
        self._connect_full_view()
        glance, sorting = self._views.glance, self._views.sorting
        glance.back_asked.connect(self._go_back)
        glance.next_asked.connect(self._go_on)
        glance.full_view_asked.connect(self._show_full)
        sorting.left.connect(self._show_full)
        sorting.moved.connect(self._read_moved_lines)
        self._notes.noted_changed.connect(self._show_progress)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self._remember_place)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tell_time)
        # Queued: whoever saved learns only after the news whether it was done.
        self._desk.news.saved.connect(self._tell_time, Qt.ConnectionType.QueuedConnection)
        self._desk.news.troubled.connect(self._tell_time, Qt.ConnectionType.QueuedConnection)

    def _connect_full_view(self) -> None:
        rail, column, aside = self._full.rail, self._full.column, self._full.aside
        rail.stage_asked_for.connect(self._go_to_stage)
        rail.question_asked_for.connect(self._go_to)
        rail.closing_asked_for.connect(self._close)
        column.pause_asked.connect(self._pause)
        column.gate.ask_chosen.connect(self._ask_after_all)
        column.gate.leave_chosen.connect(self._leave_out)
        column.steps.back_asked.connect(self._go_back)
        column.steps.not_now_asked.connect(self._not_now)
        column.steps.summary_asked.connect(self._add_to_summary)
        column.steps.next_asked.connect(self._go_on)
        column.top.glance_asked.connect(self._show_glance)
        column.top.sorting_asked.connect(self._show_sorting)
        aside.limits_asked.connect(self._ask_for_limits)
        aside.sweet_spot_asked.connect(self._ask_for_sweet_spot)

    def open(self, conversation: ConversationId) -> None:
        """Show a conversation at the question and the cursor where it was left.

        One that stands at its closing shows its last question. While words of another one cannot
        be saved, they stay on the screen instead.
        """
        if not self.flush():
            return
        self._walk = Walk(self._desk, self._notes, conversation)
        self._pad.open(conversation)
        self._full.rail.sitting.begin(is_over=not self._walk.talk.is_open)
        self._views.begin()
        self._show_question(self._walk)
        self._tell_time()

    def resume(self) -> None:
        """Go on where the talk was left for a moment, with the keyboard in the notes."""
        if self._walk is not None:
            self._walk.read_again()
        self.refresh()
        self._views.focus(self._walk.question if self._walk else None)

    def refresh(self) -> None:
        """Read again everything but what the manager is writing."""
        if self._walk is not None and not self._is_going:
            self._show_progress()
            self._full.promises.refresh()
            self._full.sentence.refresh()

    def flush(self) -> bool:
        """Save what is pending in notes, sentence and pad; return whether all is saved."""
        self._remember_now()
        return all((self._notes.flush(), self._full.sentence.flush(), self._pad.flush()))

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the sentence on the screen if it could not be saved; notes have their panel."""
        return self._full.sentence.unsaved()

    def conversation(self) -> ConversationId | None:
        """Return the conversation that is under way here."""
        return self._walk.conversation if self._walk else None

    def reopen(self) -> None:
        """Show the same words anew, also what was being written; flush first.

        The keyboard stays where it is.
        """
        question = self._walk.question if self._walk else None
        if self._walk is not None and question is not None:
            self._full.open_words(self._walk.conversation, question)
            self._show_progress()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the time only while somebody can see it."""
        super().showEvent(event)
        self._tell_time()
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop telling the time, and remember the place."""
        super().hideEvent(event)
        self._second.stop()
        self._remember_now()

    def _remember_now(self) -> None:
        if self._shown.isActive():
            self._shown.stop()
            self._remember_place()

    def _remember_place(self) -> None:
        if self._walk is not None:
            self._walk.remember()

    def _show_question(self, walk: Walk) -> None:
        question = walk.question
        if question is not None:
            # Before the one look at the walk: it asks the open notes what is noted.
            self._full.open_words(walk.conversation, question)
        seen = walk.seen()
        stage = seen.path.here.stage if seen.path.here else None
        self._full.show_help(question, stage)
        promises = question is not None and question.id == PROMISES_FIRST
        if question is not None:
            self._full.promises.open(walk.conversation if promises else None)
            self._full.show_openings(walk.conversation, stage)
            self._pad.stand_at(question.id)
        gated = seen.asks_for_trust()
        self._views.leave_glance_for(gated or promises)
        if gated and question is not None:
            name = first_name(walk.person.name)
            self._full.column.gate.tell(question.short, name, to_read=not walk.writes())
            self._full.column.show_gate()
        else:
            self._full.column.show_question(question)
            self._views.glance.show_question(question)
        self._show_seen(walk, seen)
        self._views.focus(question)

    def _show_progress(self) -> None:
        if self._walk is not None:
            self._show_seen(self._walk, self._walk.seen())

    def _show_seen(self, walk: Walk, seen: Seen) -> None:
        self._seen = seen
        name = walk.person.name
        self._full.rail.show_person(name, self._kind_words(walk.talk.kind, seen.path))
        self._views.glance.show_person(first_name(name))
        self._full.rail.show_path(seen.path, seen.bank, walk.left_out)
        self._full.column.show_place(seen.path)
        self._full.column.top.show_free_notes(self._pad.count())
        self._views.glance.show_place(seen.path)

    def _kind_words(self, kind: Kind, path: Path) -> str:
        title = pack(kind).title
        if kind is not Kind.FULL or path.here is None:
            return title
        return {
            Stage.NOW: self.tr("{kind}, first of three"),
            Stage.DIRECTION: self.tr("{kind}, second of three"),
            Stage.GAP: self.tr("{kind}, third of three"),
        }[path.here.stage].format(kind=title)

    def _tell_time(self) -> None:
        unsaved = any(part.is_unsaved() for part in (self._notes, self._full.sentence, self._pad))
        self._full.rail.sitting.tell(unsaved=unsaved)
        self._views.glance.tell(self._full.rail.sitting.minutes(), unsaved=unsaved)

    # Three views of the same walk --------------------------------------------------------------

    def _show_full(self) -> None:
        self._views.begin()
        self._go_on_writing()

    def _show_glance(self) -> None:
        self._views.show_glance()
        self._go_on_writing()

    def _show_sorting(self) -> None:
        if self._walk is not None and self.flush():
            self._views.show_sorting(self._walk.conversation)
            self._go_on_writing()

    def _go_on_writing(self) -> None:
        self._show_progress()
        self._views.focus(self._walk.question if self._walk else None)

    def _read_moved_lines(self) -> None:
        """Show pad and notes as they stand now: they were saved before, and nobody types here."""
        if self._walk is not None:
            self._pad.open(self._walk.conversation)
            if self._walk.question is not None:
                self._notes.open(self._walk.conversation, self._walk.question.id)
            self._show_progress()

    # Along the path ----------------------------------------------------------------------------

    def _go_to(self, question: str) -> None:
        if self._walk is not None and self._flush_to_go():
            self._walk.go_to(QuestionId(question))
            self._show_question(self._walk)
            self._shown.start(0)

    def _flush_to_go(self) -> bool:
        """Save before a step: what is read anew for what was saved is read for the step anyway."""
        self._is_going = True
        saved = self.flush()
        self._is_going = False
        if not saved:
            self.refresh()
        return saved

    def _go_to_stage(self, stage: str) -> None:
        question = self._walk.first_open_in(Stage(stage)) if self._walk else None
        if question is not None:
            self._go_to(question)

    def _go_back(self) -> None:
        here = self._seen.path.back().here if self._seen else None
        if here is not None:
            self._go_to(here.question)

    def _go_on(self) -> None:
        if self._seen is None:
            return
        onward = self._seen.path.next()
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
        self._full.sentence.offer(self._notes.starting_words())

    def _pause(self) -> None:
        if self._walk is not None and self.flush():
            self.paused.emit(self._walk.person.id)

    def _ask_for_limits(self) -> None:
        if self._walk is not None and self.flush():
            self.limits_asked.emit(self._walk.person.id)

    def _ask_for_sweet_spot(self) -> None:
        if self._walk is not None and self.flush():
            self.sweet_spot_asked.emit(self._walk.person.id)

    def _close(self) -> None:
        if self._walk is not None and self.flush() and self._walk.close():
            self.closing_reached.emit(self._walk.conversation)
