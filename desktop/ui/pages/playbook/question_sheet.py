"""One question with its coaching, and everything that can be done to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import QuestionId
from desktop.domain.questions import PROMISES_FIRST, Question, Trust
from desktop.domain.shared.unsaved import Form, UnsavedWords
from desktop.services import question_bank
from desktop.ui.desk import Desk
from desktop.ui.half_typed import HalfTyped
from desktop.ui.look import spacing
from desktop.ui.pages.playbook.question_form import QuestionForm
from desktop.ui.pages.playbook.words import home_of, trust_words
from desktop.ui.widgets.buttons import LinkButton, PlainButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Quote, SectionHeading, SmallMuted, SmallStrong
from desktop.ui.wizard.coaching import Coaching


class _FlushLink(LinkButton):
    """Begins where the words above it begin."""

    side_padding = 1


class Original(QWidget):
    """The words a question came with, while others are asked in their place."""

    restore_asked = Signal()

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._words = SmallMuted()
        self._restore = _FlushLink(self.tr("Use the original words again"))
        changing(self._restore)
        self._restore.clicked.connect(self.restore_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(SmallStrong(self.tr("The original")))
        column.addWidget(self._words)
        column.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def tell(self, now: Question, came: Question | None) -> None:
        """Show every part of the original that is asked otherwise now."""
        pairs = (
            [
                (came.ask, now.ask, "“{words}”"),
                (came.why, now.why, self.tr("Why ask: {words}")),
                (came.listen_for, now.listen_for, self.tr("Listen for: {words}")),
            ]
            if came
            else []
        )
        changed = [form.format(words=was) for was, is_now, form in pairs if was != is_now]
        self._words.setText("\n".join(changed))
        self.setVisible(bool(changed))


class QuestionSheet(Card):
    """Shows a question; a press turns it into the form in which it is reworded."""

    added = Signal(str)
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing before ``show_question``."""
        super().__init__()
        self._desk = desk
        self._which: QuestionId | None = None
        self._is_kept = self._is_proper = True
        self._back = _FlushLink(self.tr("All questions"))
        self._heading = SectionHeading()
        self._home = SmallMuted()
        self._ask = Quote()
        self._original = Original()
        self._coaching = Coaching(names_trust=False)
        self._trust = Choice(self.tr("Trust"), [(t.value, trust_words(t)) for t in Trust])
        self._reword = PlainButton(self.tr("Reword"))
        self._retire = PlainButton("")
        changing(self._reword, self._retire)
        self._read = QWidget()
        self._form = QuestionForm()
        self._half_typed = HalfTyped(desk, Form.QUESTION, self._form.told, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        read = QVBoxLayout(self._read)
        read.setContentsMargins(0, 0, 0, 0)
        read.setSpacing(spacing.GRID)
        read.addWidget(self._ask)
        read.addWidget(self._original)
        read.addSpacing(spacing.GRID)
        read.addWidget(self._coaching)
        read.addSpacing(2 * spacing.GRID)
        read.addWidget(SmallStrong(self.tr("How much trust it asks for")))
        read.addWidget(self._trust)
        read.addSpacing(spacing.GRID)
        read.addLayout(self._buttons())
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._home)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(self._read)
        self.body.addWidget(self._form)
        self._back.hide()
        self._form.hide()

    def _buttons(self) -> FlowLayout:
        buttons = FlowLayout()
        buttons.addWidget(self._reword)
        buttons.addWidget(self._retire)
        return buttons

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._original.restore_asked.connect(self._restore)
        self._trust.chosen.connect(self._set_trust)
        self._reword.clicked.connect(self._begin_rewording)
        self._retire.clicked.connect(self._turn_retired)
        self._form.edited.connect(self._keep)
        self._form.done_asked.connect(self._finish)
        self._form.add_asked.connect(self._add)
        self._form.cancel_asked.connect(self._cancel)

    def offer_way_back(self, offered: bool) -> None:
        """Show the way back to the list, where the list has no room beside this."""
        self._back.setVisible(offered)

    def focus_way_back(self) -> None:
        """Put the keyboard on the way back to the list, where it is offered."""
        self._back.setFocus()

    def show_question(self, which: QuestionId) -> bool:
        """Show another question; return False while what is being written cannot be kept."""
        if not self._leave_form():
            return False
        self._which = which
        self.refresh()
        return True

    def begin_new(self) -> None:
        """Ask for a question of the manager's own."""
        if not self._leave_form():
            return
        self._which = None
        self._heading.setText(self.tr("A question of your own"))
        self._home.setText(self.tr("It is asked from the next conversation on, in its stage."))
        self._form.begin_new()
        self._take_up("")
        self._show_form()

    def refresh(self) -> None:
        """Read the question again; one that is being written stays as it is."""
        if self._which is None or not self._form.isHidden():
            return
        known = self._desk.ask(question_bank.bank)
        question, is_retired = known[self._which], self._which in known.retired
        self._heading.setText(question.short)
        self._home.setText(self._home_words(question, retired=is_retired))
        self._ask.setText(question.ask)
        self._original.tell(question, question_bank.original(question.id))
        self._coaching.show_question(question)
        self._trust.choose(question.trust.value)
        self._retire.setText(self.tr("Bring back") if is_retired else self.tr("Retire"))

    def flush(self) -> bool:
        """Keep what is pending; a new question that has words is added. True if all is kept.

        An emptied question stays as it was last worded, which is no loss.
        """
        if self._form.isHidden():
            return True
        if self._which is None:
            has_words = bool(self._form.draft().ask.strip())
            return (has_words and self._add()) or self._half_typed.flush()
        self._keep()
        half_typed = self._half_typed.flush()
        return self._is_kept or half_typed

    def unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return a question that could not even be kept half typed; for the sealed draft."""
        return self._half_typed.unsaved()

    def _take_up(self, which: str) -> None:
        begun = self._half_typed.open(which)
        if begun:
            self._form.take_up(begun)

    def _home_words(self, question: Question, *, retired: bool) -> str:
        words = [home_of(question.stage)]
        if question.id == PROMISES_FIRST:
            words.append(self.tr("with both sides’ promises to tick off"))
        if question.is_own:
            words.append(self.tr("your own"))
        if retired:
            words.append(self.tr("retired: no longer asked, still here to read"))
        return " · ".join(words)

    def _show_form(self) -> None:
        self._read.hide()
        self._form.show()
        self._form.focus_question()

    def _close_form(self) -> None:
        self._half_typed.forget()
        self._form.hide()
        self._read.show()
        self.refresh()

    def _leave_form(self) -> bool:
        if self._form.isHidden():
            return True
        if not (self.flush() and self._is_proper):
            return False
        self._close_form()
        return True

    def _begin_rewording(self) -> None:
        if self._which is not None:
            self._form.begin_rewording(self._desk.ask(question_bank.bank)[self._which])
            self._is_kept = self._is_proper = True
            self._take_up(self._which)
            self._show_form()

    def _keep(self) -> None:
        if self._form.isHidden():
            return
        if self._which is None:
            self._half_typed.touch()
            return
        draft = self._form.draft()
        answer = self._desk.do(
            question_bank.reword,
            self._which,
            ask=draft.ask,
            why=draft.why,
            listen_for=draft.listen_for,
        )
        self._is_proper = answer.refusal is None
        self._is_kept = answer.done or not self._is_proper
        if not self._is_kept:
            self._half_typed.touch()
        if answer.refusal:
            self._form.refuse(answer.refusal.sentence)
        else:
            self._form.accept()

    def _finish(self) -> None:
        self._keep()
        if self._is_kept and self._is_proper:
            self._close_form()
            self._reword.setFocus()

    def _add(self) -> bool:
        draft = self._form.draft()
        answer = self._desk.do(
            question_bank.add_own,
            draft.stage,
            draft.ask,
            why=draft.why,
            listen_for=draft.listen_for,
            trust=draft.trust,
        )
        if answer.refusal:
            self._form.refuse(answer.refusal.sentence)
            self._form.focus_question()
        if not answer.done:
            return False
        self._which = answer.value
        self._close_form()
        self.added.emit(answer.value)
        return True

    def _cancel(self) -> None:
        self._half_typed.forget()
        self._form.begin_new()
        self._form.hide()
        self._read.show()
        self.back_asked.emit()

    def _restore(self) -> None:
        if self._which is not None:
            self._desk.do(question_bank.restore, self._which)
            self._reword.setFocus()

    def _set_trust(self, trust: str) -> None:
        if self._which is not None:
            self._desk.do(question_bank.set_trust, self._which, Trust(trust))

    def _turn_retired(self) -> None:
        if self._which is not None:
            gone = self._which in self._desk.ask(question_bank.bank).retired
            self._desk.do(question_bank.retire, self._which, away=not gone)
