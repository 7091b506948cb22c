"""What will be asked in a planned conversation, before it is begun."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.domain.conversations.planned import Planned
from desktop.domain.questions import PROMISES_FIRST, Question, Trust
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.services import contracts, plans
from desktop.services.question_bank import bank
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SectionHeading, SmallList

_MOST_NAMED = 9
"""Questions picked that are named one by one; a longer set is counted from there."""


class QuestionsCard(Card):
    """How many questions lie ahead, which is the first, and what comes even before it.

    Those that were picked for this talk are named. Where there are ``steps``, they can be chosen
    and printed.
    """

    choosing_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, desk: Desk, *, steps: bool = False) -> None:
        """Work over the shared half; nothing is shown before ``show_plan``."""
        super().__init__("")
        self._desk = desk
        self._heading = SectionHeading(self.tr("Questions for today"))
        self._count = SmallList()
        self._first = SmallList()
        self._promises = SmallList()
        for part in (self._heading, self._count, self._first, self._promises):
            self.body.addWidget(part)
        self.body.setSpacing(0)
        self.body.insertSpacing(1, 6)
        if steps:
            self._offer_steps()

    def _offer_steps(self) -> None:
        choose, sheet = EdgeLink(self.tr("Choose")), EdgeLink(self.tr("Paper sheet"))
        row = FlowLayout(gap=14, row_gap=0)
        row.addWidget(choose)
        row.addWidget(sheet)
        self.body.addSpacing(6)
        self.body.addLayout(row)
        choose.clicked.connect(self.choosing_asked)
        sheet.clicked.connect(self.sheet_asked)

    def show_plan(self, plan: Planned) -> None:
        """Read again what a planned conversation would lead along."""
        steps = self._desk.ask(plans.path_ahead, plan.id)
        known = self._desk.ask(bank)
        ahead = [step.question for step in steps if step.question != PROMISES_FIRST]
        asked = [known[question] for question in ahead if question in known]
        self._count.setText(self._counted(asked))
        is_picked = bool(self._desk.ask(plans.picked, plan.id))
        self._first.setText(self._named(asked) if is_picked else self._first_of(asked))
        self._first.setVisible(bool(asked))
        mine = self._open_promises(plan)
        words = self.tr("Before that, your own {count} promises").format(count=mine)
        if mine == 1:
            words = self.tr("Before that, your own promise")
        self._promises.setText(words)
        self._promises.setVisible(bool(mine))

    def _first_of(self, asked: Sequence[Question]) -> str:
        return self.tr("First: “{question}”").format(question=asked[0].short) if asked else ""

    def _named(self, asked: Sequence[Question]) -> str:
        names = [self.tr("“{question}”").format(question=q.short) for q in asked[:_MOST_NAMED]]
        if len(asked) > _MOST_NAMED:
            names.append(self.tr("and {count} more").format(count=len(asked) - _MOST_NAMED))
        return "\n".join(names)

    def _counted(self, asked: Sequence[Question]) -> str:
        trusting = sum(question.trust is not Trust.OPEN for question in asked)
        told = self.tr("{count} questions, {trusting} ask for trust")
        if trusting == 1:
            told = self.tr("{count} questions, one asks for trust")
        if not trusting:
            told = self.tr("{count} questions")
        return told.format(count=len(asked), trusting=trusting)

    def _open_promises(self, plan: Planned) -> int:
        standing = self._desk.ask(contracts.standing, plan.person)
        mine = standing.of(Owner.MANAGER) if standing else ()
        return sum(promise.state is CommitmentState.OPEN for promise in mine)
