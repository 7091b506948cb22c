"""What will be asked in a planned conversation, before it is begun."""

from collections.abc import Sequence

from desktop.domain.conversations.planned import Planned
from desktop.domain.questions import PROMISES_FIRST, Question, Trust
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.services import contracts, plans
from desktop.services.question_bank import bank
from desktop.ui.desk import Desk
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import SectionHeading, SmallList


class QuestionsCard(Card):
    """How many questions lie ahead, which is the first, and what comes even before it."""

    def __init__(self, desk: Desk) -> None:
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

    def show_plan(self, plan: Planned) -> None:
        """Read again what a planned conversation would lead along."""
        steps = self._desk.ask(plans.path_ahead, plan.id)
        known = self._desk.ask(bank)
        ahead = [step.question for step in steps if step.question != PROMISES_FIRST]
        asked = [known[question] for question in ahead if question in known]
        self._count.setText(self._counted(asked))
        self._first.setText(
            self.tr("First: “{question}”").format(question=asked[0].short) if asked else ""
        )
        self._first.setVisible(bool(asked))
        mine = self._open_promises(plan)
        words = self.tr("Before that, your own {count} promises").format(count=mine)
        if mine == 1:
            words = self.tr("Before that, your own promise")
        self._promises.setText(words)
        self._promises.setVisible(bool(mine))

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
