"""The why-ladder: from a goal down, why by why, to bedrock; inside the notes (playbook B2)."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, KeptId, QuestionId
from desktop.domain.private.kept import Keeping, Kept, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shortened import shortened
from desktop.services.private import kept
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.private.note_editor import Line
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.editors import GrowingEditor
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Quote, SmallMuted

_LONGEST = 240
"""Characters of a goal that stand above its ladder; a whole page may have been kept as one."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _whys() -> tuple[str, ...]:
    """Return the ways of asking why, never with the word itself twice running."""
    say = QCoreApplication.translate
    return (
        say("Ladder", "What would that give you?"),
        say("Ladder", "And why does that matter to you?"),
        say("Ladder", "What would be missing without it?"),
        say("Ladder", "When did you last have some of that, and what was good about it?"),
        say("Ladder", "Suppose you had it. What would that make possible?"),
        say("Ladder", "What is it about that, for you?"),
        say("Ladder", "And beneath that?"),
    )


class StepEditor(GrowingEditor):
    """One answer; Enter goes on to the next why."""

    next_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter; with a modifier it is the page's."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class Step(QWidget):
    """One why, what was answered, and the manager's mark that this is bedrock."""

    edited = Signal(int)
    next_asked = Signal(int)
    marked = Signal(int)

    def __init__(self, place: int) -> None:
        """``place`` is its number on the way down, from 0."""
        super().__init__()
        self.place = place
        self.kept: KeptId | None = None
        self.is_unsaved = False
        self._way = place
        self._why = SmallMuted(_whys()[place % len(_whys())])
        self._editor = StepEditor(
            self.tr("Why, step {number}").format(number=place + 1),
            role="serif",
            placeholder=self.tr("What they say, as they say it"),
        )
        self._bedrock = Chip(self.tr("Bedrock"))
        self._bedrock.setAccessibleDescription(
            self.tr("Step {number} is bedrock").format(number=place + 1)
        )
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, spacing.GRID)
        column.setSpacing(2)
        column.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(spacing.GRID)
        row.addWidget(self._editor, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._bedrock, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._bedrock.setVisible(False)
        self._editor.edited.connect(self._tell_edited)
        self._editor.textChanged.connect(self._offer_mark)
        self._editor.next_asked.connect(self._tell_next)
        self._bedrock.clicked.connect(self._tell_marked)

    def show_kept(self, step: Kept) -> None:
        """Show a step that was kept before."""
        self.kept = step.id
        self._editor.set_text(step.words.reveal())
        self._bedrock.setChecked(step.keeping.kind is KeptAs.BEDROCK)
        self._offer_mark()

    def words(self) -> PrivateText:
        """Return what is written."""
        return PrivateText(self._editor.text().strip())

    def is_bedrock(self) -> bool:
        """Return whether the manager marked it."""
        return self._bedrock.isChecked()

    def flush(self) -> None:
        """Send what is pending, or what could not be saved before."""
        if self._editor.is_pending():
            self._editor.flush()
        elif self.is_unsaved:
            self._tell_edited()

    def ask_another_way(self) -> None:
        """Ask why in other words."""
        self._way += 1
        self._why.setText(_whys()[self._way % len(_whys())])

    def focus(self) -> None:
        """Put the keyboard into the answer."""
        self._editor.setFocus()

    def _offer_mark(self) -> None:
        self._bedrock.setVisible(bool(self.words()))

    def _tell_edited(self) -> None:
        self.edited.emit(self.place)

    def _tell_next(self) -> None:
        self.next_asked.emit(self.place)

    def _tell_marked(self) -> None:
        self.marked.emit(self.place)


class Ladder(QWidget):
    """A goal and the steps beneath it, each saved as it is typed."""

    back_asked = Signal()

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``open``."""
        super().__init__()
        self._desk = desk
        self._at = (ConversationId(""), QuestionId(""))
        self._goal: Kept | None = None
        self._to_keep: tuple[Keeping, Line] | None = None
        self._steps: list[Step] = []
        self._top = Quote()
        self._rows = QVBoxLayout()
        self._next = QuietButton(self.tr("Ask why again"), shortcut="Return", listens=False)
        self._other = QuietButton(self.tr("Ask it another way"))
        self._back = QuietButton(self.tr("Back to the note"), shortcut="Esc", listens=False)
        self.setAccessibleName(self.tr("Why-ladder"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(self._top)
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(
            SmallMuted(
                self.tr(
                    "Bedrock is simple, lasts, and is not tied to a job. You say when it is "
                    "reached, and stopping before is fine."
                )
            )
        )
        column.addStretch(1)
        foot = QWidget()
        flow = FlowLayout(foot, gap=12)
        for button in (self._next, self._other, self._back):
            flow.addWidget(button)
        column.addWidget(foot)
        self._next.clicked.connect(self._go_on)
        self._other.clicked.connect(self._ask_another_way)
        self._back.clicked.connect(self.back_asked)

    def open_goal(self, goal: Kept) -> None:
        """Show the ladder beneath a goal that was kept."""
        self._begin((goal.conversation, goal.question), goal.words)
        self._goal = goal
        for step in self._desk.ask(kept.ladder, goal.id):
            self._append().show_kept(step)
        self.stand_at_end()

    def open_line(
        self, at: tuple[ConversationId, QuestionId], keeping: Keeping, line: Line
    ) -> None:
        """Begin a ladder at a line; it is kept as a goal with the first step."""
        self._begin(at, line.words)
        self._to_keep = (keeping, line)
        self.stand_at_end()

    def stand_at_end(self) -> None:
        """Put the keyboard where the next answer goes."""
        last = self._steps[-1] if self._steps else None
        if last is None or (last.words() and not last.is_bedrock()):
            last = self._append()
        last.focus()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        for step in self._steps:
            step.flush()
        return not self.is_unsaved()

    def is_unsaved(self) -> bool:
        """Return whether words of a step are only on the screen."""
        return any(step.is_unsaved for step in self._steps)

    def unsaved_words(self) -> tuple[str, ...]:
        """Return the words of steps that could not be saved, from the top down."""
        return tuple(step.words().reveal() for step in self._steps if step.is_unsaved)

    def close_ladder(self) -> None:
        """Leave nothing of it on the screen; flush first."""
        self._begin((ConversationId(""), QuestionId("")), PrivateText(""))

    def _begin(self, at: tuple[ConversationId, QuestionId], words: PrivateText) -> None:
        for step in self._steps:
            self._rows.removeWidget(step)
            step.hide()
            step.deleteLater()
        self._at, self._goal, self._to_keep, self._steps = at, None, None, []
        self._top.setText(shortened(words.reveal()[: 2 * _LONGEST], _LONGEST))

    def _append(self) -> Step:
        step = Step(len(self._steps))
        step.edited.connect(self._save)
        step.next_asked.connect(self._go_on_from)
        step.marked.connect(self._mark)
        self._steps.append(step)
        self._rows.addWidget(step)
        step.show()
        return step

    def _go_on(self) -> None:
        self._go_on_from(len(self._steps) - 1)

    def _go_on_from(self, place: int) -> None:
        self._steps[place].flush()
        if place + 1 < len(self._steps):
            self._steps[place + 1].focus()
        elif self._steps[place].words():
            self._append().focus()
        else:
            self._steps[place].focus()

    def _ask_another_way(self) -> None:
        self._steps[-1].ask_another_way()
        self._steps[-1].focus()

    def _save(self, place: int) -> None:
        step = self._steps[place]
        words = step.words()
        if step.kept is not None:
            step.is_unsaved = not self._desk.do(kept.reword, step.kept, words).done
            if not words and not step.is_unsaved:
                step.kept = None
        elif words:
            goal = self._goal_kept()
            added = self._desk.do(kept.climb, goal, words, place) if goal else None
            step.is_unsaved = added is None or not added.done
            if added is not None and added.done:
                step.kept = added.value
                self._desk.do(kept.mark_bedrock, added.value, is_bedrock=step.is_bedrock())

    def _goal_kept(self) -> Kept | None:
        if self._goal is None and self._to_keep is not None:
            keeping, line = self._to_keep
            done = self._desk.do(kept.keep, self._at, keeping, line.words, line.place).done
            if done:
                self._goal = self._desk.ask(kept.as_kept, self._at, keeping, line.words)
        return self._goal

    def _mark(self, place: int) -> None:
        step = self._steps[place]
        step.flush()
        if step.kept is not None:
            self._desk.do(kept.mark_bedrock, step.kept, is_bedrock=step.is_bedrock())
