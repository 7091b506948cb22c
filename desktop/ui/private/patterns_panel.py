"""What comes again: drains, achievements beside the goals, and the way to the leaving page (H3)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import GoalId, KeptId, PersonId
from desktop.domain.private.patterns import Recurring, Step
from desktop.domain.shared.goals import Goal
from desktop.domain.shortened import shortened
from desktop.services import clock
from desktop.services.private import looking_back
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.future_here import FutureTrend
from desktop.ui.widgets.beside import PatternsBeside
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.chips import Chip, PassageRow
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SectionHeading, SerifBody, SmallMuted, StrongBody

_MOST_DRAINS, _MOST_STEPS = 5, 12
_LONGEST = 56


class PatternsPanel(PatternsBeside):
    """Four parts, one below the other; the last one opens a page of its own."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("What comes again, private"))
        self._desk = desk
        self._who: PersonId | None = None
        self._drains = _Recurring()
        self._steps = _Steps(desk)
        self._future = FutureTrend(desk)
        self._leaving = QuietButton(self.tr("Between the lines, for you alone"))
        self.body.setSpacing(spacing.GRID)
        for heading, part in (
            (self.tr("What drains again and again"), self._drains),
            (self.tr("Proud of, beside the goals"), self._steps),
            (self.tr("Can you see a future here?"), self._future),
        ):
            self.body.addWidget(SectionHeading(heading))
            self.body.addWidget(part)
            self.body.addWidget(Hairline())
        self.body.addWidget(self._leaving)
        self._drains.conversation_asked.connect(self.conversation_asked)
        self._future.conversation_asked.connect(self.conversation_asked)
        self._leaving.clicked.connect(self._ask)

    def show_person(self, who: PersonId) -> None:
        """Show somebody."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        if self._who is None:
            return
        self._drains.tell(self._desk.ask(looking_back.recurring, self._who))
        goals = self._desk.ask(looking_back.goals, self._who)
        noted = self._desk.ask(looking_back.proud_but_not_kept, self._who)
        self._steps.tell(self._desk.ask(looking_back.steps, self._who), goals, noted)
        self._future.show_person(self._who)

    def _ask(self) -> None:
        self.leaving_asked.emit(self._who)


class _Recurring(QWidget):
    """Each drain that came twice or more, with its lines and their days."""

    conversation_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Recurring, ...] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._leads: dict[PassageRow, str] = {}

    def tell(self, found: tuple[Recurring, ...]) -> None:
        if found == self._told:
            return
        self._told = found
        self._clear()
        if not found:
            words = self.tr("Nothing you kept as a drain has come in two conversations yet.")
            self._rows.addWidget(SmallMuted(words))
        for one in found[:_MOST_DRAINS]:
            self._show(one)

    def _show(self, one: Recurring) -> None:
        words = self.tr("In {n} conversations, since {first}")
        since = dates.month_year(one.drains[0].on)
        self._rows.addWidget(StrongBody(words.format(n=one.talks, first=since)))
        for drain in reversed(one.drains):
            said = " ".join(drain.words.reveal().split())
            link = PassageRow(f"{dates.short_day(drain.on)}: {said}")
            link.clicked.connect(self._ask)
            self._leads[link] = drain.conversation
            self._rows.addWidget(link)
        self._rows.addSpacing(spacing.GRID)

    def _ask(self) -> None:
        self.conversation_asked.emit(next(t for b, t in self._leads.items() if b is self.sender()))

    def _clear(self) -> None:
        self._leads.clear()
        while (item := self._rows.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()


class _Steps(QWidget):
    """Each achievement with the goals as chips: the manager says which it was a step towards."""

    def __init__(self, desk: PrivateDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[_StepRow] = []
        self._missed = SmallMuted()
        self._nothing = SmallMuted()
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        for part in (self._nothing, self._missed):
            column.addWidget(part)
        column.addLayout(self._column)

    def tell(self, steps: Sequence[Step], goals: Sequence[Goal], noted: int) -> None:
        self._nothing.setText(self._why_nothing(noted))
        self._nothing.setHidden(bool(steps))
        while len(self._rows) < min(len(steps), _MOST_STEPS):
            row = _StepRow(self._desk)
            self._rows.append(row)
            self._column.addWidget(row)
        today = self._desk.ask(clock.today)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(steps))
            if place < len(steps):
                when = dates.spoken_day(steps[place].on, today)
                row.tell(steps[place], when, goals)
        self._say_what_is_missed(steps, goals)

    def _why_nothing(self, noted: int) -> str:
        if not noted:
            return self.tr("Nothing was kept as an achievement yet.")
        lead = (
            self.tr("You noted in one conversation what they are proud of.")
            if noted == 1
            else self.tr("You noted in {n} conversations what they are proud of.").format(n=noted)
        )
        keep = self.tr(
            "Keep a line of it as an achievement, then say here what it was a step towards."
        )
        return f"{lead} {keep}"

    def _say_what_is_missed(self, steps: Sequence[Step], goals: Sequence[Goal]) -> None:
        met = {step.goal for step in steps}
        missed = [goal.now.wording.words for goal in goals if goal.id not in met]
        words = self.tr("No step yet towards: {goals}").format(goals="; ".join(missed))
        self._missed.setText(words)
        self._missed.setVisible(bool(missed) and any(step.is_said for step in steps))


class _StepRow(QWidget):
    """One achievement; a chip pressed again is taken back."""

    def __init__(self, desk: PrivateDesk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = KeptId("")
        self._words = SerifBody()
        self._when = SmallMuted()
        self._chips: list[tuple[Chip, GoalId | None]] = []
        self._goals: tuple[tuple[GoalId, str], ...] | None = None
        self._flow = FlowLayout(gap=7, row_gap=7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._words)
        column.addWidget(self._when)
        column.addLayout(self._flow)

    def tell(self, step: Step, when: str, goals: Sequence[Goal]) -> None:
        self._kept = step.kept
        words = " ".join(step.words.reveal().split())
        self._words.setText(words)
        self._when.setText(when)
        told = tuple((goal.id, goal.now.wording.words) for goal in goals)
        if told != self._goals:
            self._offer(told)
        for chip, goal in self._chips:
            chip.setChecked(step.is_said and goal == step.goal)
            chip.setAccessibleDescription(words)

    def _offer(self, goals: tuple[tuple[GoalId, str], ...]) -> None:
        self._goals = goals
        for chip, _ in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        offered: list[tuple[GoalId | None, str]] = [
            (which, self.tr("Towards: {goal}").format(goal=shortened(words, _LONGEST)))
            for which, words in goals
        ]
        for goal, words in (*offered, (None, self.tr("Beside the goals"))):
            chip = Chip(words)
            chip.setCheckable(True)
            chip.clicked.connect(self._say)
            self._flow.addWidget(chip)
            self._chips.append((chip, goal))

    def _say(self) -> None:
        chip, goal = next((c, g) for c, g in self._chips if c is self.sender())
        if chip.isChecked():
            self._desk.do(looking_back.say, self._kept, goal)
        else:
            self._desk.do(looking_back.unsay, self._kept)
