"""Choosing the questions of one conversation, of any kind, before it begins (product D8)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.questions import PROMISES_FIRST, Question, Stage, Trust
from desktop.services import conversations, people, question_bank
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.playbook.choice import Choice
from desktop.ui.pages.playbook.words import home_of, trust_words
from desktop.ui.pages.reading_order import follow_reading_order
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Small, SmallMuted

_BESIDE_BOX = 27


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

    def __init__(self, desk: Desk) -> None:
        """Wait for ``show_person``."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._lines: list[_Line] = []
        self._known: tuple[Question, ...] = ()
        self._header = PageHeader("")
        self._back = PlainButton("")
        self._begin = PrimaryButton("")
        self._kind = Choice(self.tr("Kind"), [(kind.value, pack(kind).title) for kind in Kind])
        self._purpose = Small()
        self._source = SmallMuted()
        self._first = Small()
        self._cards = QVBoxLayout()
        self._build()
        self._kind.chosen.connect(self._tick_what_the_kind_asks)
        self._begin.clicked.connect(self._begin_now)
        self._back.clicked.connect(self._go_back)

    def _build(self) -> None:
        self._header.add(self._back, self._begin)
        self._cards.setSpacing(spacing.CARD_GAP)
        about = QVBoxLayout()
        about.setSpacing(2)
        for part in (self._purpose, self._first, self._source):
            about.addWidget(part)
        self.body.addWidget(self._header)
        self.body.addWidget(self._kind)
        self.body.addLayout(about)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    def show_person(self, who: str, kind: Kind = Kind.FULL) -> None:
        """Begin to choose for somebody, from what a kind asks."""
        self._who = PersonId(who)
        self._kind.choose(kind.value)
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._tick_what_the_kind_asks()

    def refresh(self) -> None:
        """Read the questions again when the bank has changed; ticks stay."""
        if self._who is None:
            return
        person = self._desk.ask(people.person, self._who)
        name = first_name(person.name)
        self._back.setText(self.tr("Back to {name}").format(name=name))
        self._header.say(self.tr("Questions for {name}").format(name=name), self._how_long())
        if self._asked() != self._known:
            ticked = self._ticked()
            self._lay_out()
            self._tick(ticked)

    def _asked(self) -> tuple[Question, ...]:
        known = self._desk.ask(question_bank.bank)
        return tuple(q for stage in Stage for q in known.of(stage) if q.id != PROMISES_FIRST)

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
            line.turned.connect(self._count)
            card.body.addWidget(line)
            self._lines.append(line)
        return card

    def _tick_what_the_kind_asks(self) -> None:
        if self._who is None:
            return
        planned = self._desk.ask(conversations.planned, self._who, self._chosen_kind())
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
        return self.tr("{kind}, {least} to {most} minutes").format(
            kind=kind.title, least=kind.minutes[0], most=kind.minutes[1]
        )

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

    def _begin_now(self) -> None:
        if self._who is None:
            return
        begun = self._desk.do(conversations.begin, self._who, self._chosen_kind(), self._ticked())
        if begun.done:
            self.conversation_chosen.emit(begun.value)

    def _go_back(self) -> None:
        if self._who is not None:
            self.person_chosen.emit(self._who)
