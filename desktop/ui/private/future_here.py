"""“Can you see a future here?”: noted after a talk, and how the answers went (playbook W5)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.future import ANSWERS, FutureHere
from desktop.services import clock, people
from desktop.services.private import future
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.plots.marks import Mark
from desktop.ui.plots.picture import Names
from desktop.ui.plots.shown import ShownOverTime
from desktop.ui.plots.twin import Row
from desktop.ui.private.person_lines import PersonLine, PersonLines
from desktop.ui.widgets.beside import AskedPanel
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallMuted, StrongBody


class FutureRow(QWidget):
    """The question and five answers, after a talk; a press notes, another takes it back."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_conversation``."""
        super().__init__()
        self._desk = desk
        self._conversation: ConversationId | None = None
        self.setAccessibleName(self.tr("Can you see a future here?"))
        self._chips = [Chip(str(answer)) for answer in ANSWERS]
        row = FlowLayout(self)
        row.addWidget(StrongBody(self.tr("Asked: can you see a future here?")))
        for answer, chip in zip(ANSWERS, self._chips, strict=True):
            chip.setCheckable(True)
            chip.setAccessibleName(answer_said(answer))
            chip.clicked.connect(self._note)
            row.addWidget(chip)
        row.addWidget(SmallMuted(self.tr("1 not at all, 5 clearly. Only if you asked.")))
        self._stop = OneStop(self, tuple(self._chips))

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show what was answered in a conversation."""
        self._conversation = conversation
        self._show(self._desk.ask(future.in_conversation, conversation))

    def _show(self, answer: int | None) -> None:
        for known, chip in zip(ANSWERS, self._chips, strict=True):
            chip.setChecked(known == answer)

    def _note(self) -> None:
        if self._conversation is None:
            return
        before = self._desk.ask(future.in_conversation, self._conversation)
        pressed = next(
            answer
            for answer, chip in zip(ANSWERS, self._chips, strict=True)
            if chip.isChecked() != (answer == before)
        )
        self._desk.do(future.note, self._conversation, None if pressed == before else pressed)
        self._show(self._desk.ask(future.in_conversation, self._conversation))


class FutureTrend(QWidget):
    """One person's answers over time, a lane an answer; a mark leads to its conversation."""

    conversation_asked = Signal(str)

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__()
        self._desk = desk
        lanes = tuple(answer_said(answer) for answer in reversed(ANSWERS))
        names = Names("", lanes, self.tr("today"), joined=True)
        heads = (self.tr("When"), self.tr("Answer"))
        name = self.tr("Can you see a future here?")
        self._shown = ShownOverTime(name, names, heads, small=True)
        self._none = SmallMuted(
            self.tr("Not asked yet. After a talk it is noted in the debrief, if you asked.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._shown, self._none):
            column.addWidget(part)
        self._shown.mark_asked.connect(self.conversation_asked)

    def show_person(self, who: PersonId) -> None:
        """Show the answers of somebody."""
        found = self._desk.ask(future.of_person, who)
        marks = [
            Mark(
                one.conversation,
                one.on,
                f"{dates.full_day(one.on)}: {answer_said(one.answer)}",
                ANSWERS[-1] - one.answer,
            )
            for one in found
        ]
        rows = [
            Row(one.conversation, (dates.short_day(one.on), answer_said(one.answer)))
            for one in found
        ]
        self._shown.tell(marks, rows, self._desk.ask(clock.today))
        self._shown.setVisible(bool(found))
        self._none.setHidden(bool(found))


class FuturePanel(AskedPanel):
    """The answers of everybody who was asked, each in the order of their days."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Do they see a future here? Private"))
        self._desk = desk
        self._lines = PersonLines()
        self._none = SmallMuted(
            self.tr("Nobody was asked yet. After a talk it is noted in the debrief, if you asked.")
        )
        row = QHBoxLayout()
        row.addWidget(self._none)
        self.body.addWidget(self._lines)
        self.body.addLayout(row)
        self._lines.person_asked.connect(self._ask)

    def refresh(self) -> None:
        """Read the answers again."""
        answers = self._desk.ask(future.of_everybody)
        everybody = self._desk.ask(people.everybody)
        told = [p for p in everybody if p.id in answers]
        self._lines.tell([PersonLine(p.id, p.name, trend_said(answers[p.id])) for p in told])
        self._lines.setVisible(bool(told))
        self._none.setHidden(bool(told))

    def _ask(self, who: str) -> None:
        self.over_time_asked.emit(who, "")


def answer_said(answer: int) -> str:
    """Return an answer with its meaning."""
    return {
        1: _tr("1, not at all"),
        2: _tr("2, hardly"),
        3: _tr("3, perhaps"),
        4: _tr("4, rather yes"),
        5: _tr("5, clearly"),
    }[answer]


def trend_said(answers: Sequence[FutureHere]) -> str:
    """Return the last answers in their order, each with its month."""
    told = (
        _tr("{answer} in {month}").format(answer=one.answer, month=dates.month_year(one.on))
        for one in answers[-4:]
    )
    return _tr(", then ").join(told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FutureHere", text)
