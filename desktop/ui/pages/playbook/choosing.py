"""Choosing the questions of one conversation, of any kind, before it begins (product D8).

For a talk that is about to begin, or for one that is planned: then every tick is kept at once.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.path import Step
from desktop.domain.conversations.planned import Planned
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId, PlannedId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.questions import PROMISES_FIRST, Question, Stage, Trust
from desktop.services import clock, conversations, people, plans, question_bank
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.appointment import said_in_full
from desktop.ui.pages.playbook.words import home_of, trust_words
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Small, SmallMuted

_BESIDE_BOX = 27
_HOMES = {
    Stage.NOW: (Stage.OPENING, Stage.NOW, Stage.SHORT),
    Stage.DIRECTION: (Stage.DIRECTION,),
    Stage.GAP: (Stage.GAP,),
}
"""Where the questions of a sitting for one stage are at home."""


class _Line(QWidget):
    """A box with a question's name, and beneath it the question as it is asked."""

    turned = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question.id
        self.tick = Tick(question.short, steps_back=False)
        self.tick.setAccessibleDescription(question.ask)
        words = SmallMuted(self._words(question))
        words.setIndent(0)
        words.keep_to_measure()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.tick)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(_BESIDE_BOX, 0, 0, 0)
        beneath.addWidget(words)
        column.addLayout(beneath)
        self.tick.clicked.connect(self.turned)

    def _words(self, question: Question) -> str:
        if question.trust is Trust.DEEP:
            return f"{question.ask} · {trust_words(question.trust)}"
        return question.ask


class ChoosingPage(ScrollColumn):
    """What a kind asks is ticked already; what is ticked in the end is asked this once."""

    conversation_chosen = Signal(str)
    person_chosen = Signal(str)
    preparation_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Wait for ``show_person`` or ``show_plan``."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._plan: Planned | None = None
        self._lines: list[_Line] = []
        self._known: tuple[Question, ...] = ()
        self._header = PageHeader("")
        self._back = PlainButton("")
        self._begin = PrimaryButton("")
        self._as_it_comes = PlainButton(self.tr("As it comes"))
        changing(self._begin, self._as_it_comes)
        self._refusal = ErrorLine()
        self._kind = Choice(self.tr("Kind"), [(kind.value, pack(kind).title) for kind in Kind])
        self._purpose = Small()
        self._source = SmallMuted()
        self._first = Small()
        self._cards = QVBoxLayout()
        self._build()
        self._kind.chosen.connect(self._tick_what_the_kind_asks)
        self._begin.clicked.connect(self._begin_now)
        self._as_it_comes.clicked.connect(self._pick_none)
        self._back.clicked.connect(self._go_back)

    def _build(self) -> None:
        self._header.add(self._as_it_comes, self._back, self._begin)
        self._cards.setSpacing(spacing.CARD_GAP)
        about = QVBoxLayout()
        about.setSpacing(2)
        for part in (self._refusal, self._purpose, self._first, self._source):
            about.addWidget(part)
            part.keep_to_measure()
        self._refusal.hide()
        self.body.addWidget(self._header)
        self.body.addWidget(self._kind)
        self.body.addLayout(about)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def show_person(self, who: str, kind: Kind = Kind.FULL) -> None:
        """Begin to choose for somebody, from what a kind asks."""
        self._who, self._plan = PersonId(who), None
        self._open(kind)
        self._tick_what_the_kind_asks()

    def get_ready(self) -> None:
        """Lay out all questions before anybody is chosen for: they are the same for everybody."""
        if not self._known:
            self._lay_out()

    def show_plan(self, which: PlannedId) -> None:
        """Begin to choose for a planned conversation, from what was picked for it already."""
        self._plan = self._desk.ask(plans.planned, which)
        self._who = self._plan.person
        self._open(self._plan.kind)
        self._tick_what_is_picked()

    def _open(self, kind: Kind) -> None:
        self._kind.choose(kind.value)
        self.verticalScrollBar().setValue(0)
        self._refusal.hide()
        is_planned = self._plan is not None
        for part in (self._kind, self._begin):
            part.setHidden(is_planned)
        self._as_it_comes.setVisible(is_planned)
        if self._asked() != self._known:
            self._lay_out()

    def refresh(self) -> None:
        """Read the questions again when the bank has changed; ticks stay."""
        if self._who is None:
            return
        person = self._desk.ask(people.person, self._who)
        name = first_name(person.name)
        words = self.tr("Back to {name}") if self._plan is None else self.tr("Back to preparing")
        self._back.setText(words.format(name=name))
        self._header.say(self.tr("Questions for {name}").format(name=name), self._how_long())
        if self._asked() != self._known:
            ticked = self._ticked()
            self._lay_out()
            self._tick(ticked)

    def _asked(self) -> tuple[Question, ...]:
        known = self._desk.ask(question_bank.bank)
        stage = self._plan.stage if self._plan else None
        homes = _HOMES[stage] if stage else tuple(Stage)
        return tuple(q for home in homes for q in known.of(home) if q.id != PROMISES_FIRST)

    def _lay_out(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self._lines, self._known = [], self._asked()
        for stage in Stage:
            questions = [q for q in self._known if q.stage is stage]
            if questions:
                self._cards.addWidget(self._card(stage, questions))
        follow_reading_order(self)

    def _card(self, stage: Stage, questions: list[Question]) -> Card:
        card = Card(home_of(stage))
        card.body.setSpacing(2)
        for question in questions:
            line = _Line(question)
            line.turned.connect(self._turned)
            card.body.addWidget(line)
            self._lines.append(line)
        return card

    def _tick_what_the_kind_asks(self) -> None:
        if self._who is None:
            return
        self._show_path(self._desk.ask(conversations.planned, self._who, self._chosen_kind()))

    def _tick_what_is_picked(self) -> None:
        if self._plan is not None:
            self._show_path(self._desk.ask(plans.path_ahead, self._plan.id))

    def _show_path(self, planned: Sequence[Step]) -> None:
        self._tick({step.question for step in planned})
        chosen = pack(self._chosen_kind())
        self._purpose.setText(chosen.purpose)
        self._source.setText(chosen.source)
        self._first.setText(self.tr("Before them, your own promises, then theirs."))
        self._first.setVisible(any(step.question == PROMISES_FIRST for step in planned))
        self.refresh()

    def _chosen_kind(self) -> Kind:
        return Kind(self._kind.key())

    def _how_long(self) -> str:
        kind = pack(self._chosen_kind())
        if self._plan is not None:
            told = said_in_full(self._plan, self._desk.ask(clock.today))
            return self.tr("{when} {count}").format(when=told, count=self._counted())
        return self.tr("{kind}, {least} to {most} minutes").format(
            kind=kind.title, least=kind.minutes[0], most=kind.minutes[1]
        )

    def _counted(self) -> str:
        count = len(self._ticked())
        if count == 1:
            return self.tr("1 question is picked.")
        return self.tr("{count} questions are picked.").format(count=count)

    def _tick(self, wanted: set[QuestionId]) -> None:
        for line in self._lines:
            line.tick.setChecked(line.question in wanted)
        self._count()

    def _ticked(self) -> set[QuestionId]:
        return {line.question for line in self._lines if line.tick.isChecked()}

    def _count(self) -> None:
        count = len(self._ticked())
        words = self.tr("Begin with {count} questions").format(count=count)
        self._begin.setText(self.tr("Begin with 1 question") if count == 1 else words)
        self._begin.setEnabled(count > 0)

    def _turned(self) -> None:
        self._count()
        if self._plan is None:
            return
        by_itself = self._desk.ask(plans.path_ahead, self._plan.id, by_itself=True)
        ticked = self._ticked()
        if ticked == {step.question for step in by_itself} - {PROMISES_FIRST}:
            answer = self._desk.do(plans.pick_none, self._plan.id)
        else:
            answer = self._desk.do(plans.pick, self._plan.id, ticked)
        self._tell(answer.refusal)

    def _pick_none(self) -> None:
        if self._plan is not None:
            self._tell(self._desk.do(plans.pick_none, self._plan.id).refusal)
            self._tick_what_is_picked()

    def _tell(self, refusal: Refusal | None) -> None:
        self._refusal.setText(refusal.sentence if refusal else "")
        self._refusal.setVisible(refusal is not None)
        self.refresh()

    def _begin_now(self) -> None:
        if self._who is None:
            return
        begun = self._desk.do(plans.begin_kind, self._who, self._chosen_kind(), self._ticked())
        if begun.done:
            self.conversation_chosen.emit(begun.value)

    def _go_back(self) -> None:
        if self._plan is not None:
            self.preparation_asked.emit(self._plan.id)
        elif self._who is not None:
            self.person_chosen.emit(self._who)
