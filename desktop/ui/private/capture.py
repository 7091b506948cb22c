"""The foot of the notes: what the line at hand is kept as, and what was kept of the note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, KeptId, QuestionId
from desktop.domain.motivations import Motivation
from desktop.domain.people import first_name
from desktop.domain.private.kept import Keeping, Kept, KeptAs
from desktop.domain.private.motivations import Source, Weighed
from desktop.domain.questions import QuestionBank
from desktop.services import people
from desktop.services.private import kept, motivations
from desktop.services.question_bank import bank
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.keep_row import Beneath, KeepRow
from desktop.ui.private.kept_list import KeptLine, KeptList
from desktop.ui.private.kept_words import keeping_name
from desktop.ui.private.layers import Layers
from desktop.ui.private.motivation_row import MotivationRow
from desktop.ui.widgets.card import ErrorLine


class Capture(QWidget):
    """Keeps lines of one note in place (product D3); the note itself is never touched."""

    ladder_asked = Signal()
    note_asked = Signal()
    """The keyboard should go back into the note."""

    def __init__(self, desk: PrivateDesk, layers: Layers) -> None:
        """Read lines from ``layers``; nothing is shown before ``open``."""
        super().__init__()
        self._desk = desk
        self._layers = layers
        self._at = (ConversationId(""), QuestionId(""))
        self._person = ""
        self._kept: tuple[Kept, ...] = ()
        self._bank = QuestionBank(())
        self._row = KeepRow()
        self._list = KeptList()
        self._motivations = MotivationRow()
        self._refusal = ErrorLine()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        for part in (self._list, self._refusal, self._row, self._motivations):
            column.addWidget(part)
        self._refusal.hide()
        self._motivations.hide()

    def _connect(self) -> None:
        self._row.asked_for.connect(self._press)
        self._list.let_go_asked.connect(self._let_go_from_list)
        self._motivations.weighed.connect(self._weigh)
        self._motivations.source_told.connect(self._tell_source)
        self._motivations.back_asked.connect(self.close_motivations)
        self._layers.line_changed.connect(self._show_chosen)

    def open(self, conversation: ConversationId, question: QuestionId) -> None:
        """Show what a line can be kept as at a question, and what was kept."""
        self._at = (conversation, question)
        self._person = first_name(self._desk.ask(people.person_in, conversation).name)
        self._close_motivations()
        if question not in self._bank:
            # What can be kept at a question never changes, in whatever words it is asked.
            self._bank = self._desk.ask(bank)
        self._row.setVisible(question in self._bank)
        if question in self._bank:
            self._row.offer(self._bank[question], self._person)
        self.refresh()
        self._list.fold()

    def refresh(self) -> None:
        """Read again what is kept."""
        self._refusal.hide()
        self._kept = self._desk.ask(kept.kept_at, *self._at)
        self._list.tell(tuple(self._line_of(one) for one in self._kept))
        self._show_chosen()

    def goal_at_hand(self) -> Kept | None:
        """Return the goal that is meant now: that of the line, else the last one of the note."""
        goals = [one for one in self._kept if one.keeping.kind is KeptAs.GOAL]
        line = self._layers.line()
        of_line = [goal for goal in goals if goal.words.says_the_same_as(line.words)]
        if line.is_selected:
            goals = []
        return next(reversed(of_line or goals), None)

    def has_motivations_open(self) -> bool:
        """Return whether the motivations stand in the place of the chips."""
        return not self._motivations.isHidden()

    def close_motivations(self) -> None:
        """Show the chips again, with the keyboard in the note."""
        self._close_motivations()
        self.note_asked.emit()

    def ask_for_a_line(self) -> None:
        """Say that there is nothing to keep yet."""
        self._refuse(self.tr("Write or select a line first."))

    def _close_motivations(self) -> None:
        self._motivations.hide()
        self._row.show()
        self._list.setVisible(bool(self._kept))

    def _line_of(self, one: Kept) -> KeptLine:
        name = keeping_name(one.keeping, self._person)
        steps = len(self._desk.ask(kept.ladder, one.id)) if one.keeping.kind is KeptAs.GOAL else 0
        if steps:
            name = self.tr("{goal}, {count} down the ladder").format(goal=name, count=steps)
        return KeptLine(one.id, name, one.words)

    def _show_chosen(self) -> None:
        words = self._layers.line().words if self._kept else None
        chosen = {
            one.keeping
            for one in self._kept
            if words is not None and one.words.says_the_same_as(words)
        }
        self._row.show_chosen(frozenset(chosen))

    def _press(self, meaning: object) -> None:
        if isinstance(meaning, Keeping):
            self._turn(meaning)
        elif meaning is Beneath.LADDER:
            self.ladder_asked.emit()
        else:
            self._open_motivations()

    def _turn(self, keeping: Keeping) -> None:
        """Keep the line at hand, or let it go again."""
        line = self._layers.line()
        if not line.words:
            self._show_chosen()
            self.ask_for_a_line()
            return
        before = self._desk.ask(kept.as_kept, self._at, keeping, line.words)
        if before is None:
            self._desk.do(kept.keep, self._at, keeping, line.words, line.place)
            self.refresh()
        else:
            self._let_go(before.id)

    def _let_go_from_list(self, which: str) -> None:
        self._let_go(KeptId(which))
        self.note_asked.emit()

    def _let_go(self, which: KeptId) -> None:
        answer = self._desk.do(kept.let_go, which)
        self.refresh()
        if answer.refusal is not None:
            self._refuse(answer.refusal.sentence)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()

    def _open_motivations(self) -> None:
        self._list.hide()
        self._motivations.begin()
        self._show_weights()
        self._row.hide()
        self._motivations.show()
        self._motivations.focus_first()

    def _show_weights(self) -> None:
        self._motivations.tell(
            self._desk.ask(motivations.weighed_in, self._at[0]),
            self._desk.ask(motivations.sources_in, self._at[0]),
        )

    def _weigh(self, motivation: str, weight: int) -> None:
        words = self._layers.line().words
        heard = Weighed(self._at[0], Motivation(motivation), weight, words)
        self._desk.do(motivations.weigh, heard)
        self._show_weights()

    def _tell_source(self, motivation: str, source: str) -> None:
        told = Source(source) if source else None
        self._desk.do(motivations.tell_source, self._at[0], Motivation(motivation), told)
        self._show_weights()
