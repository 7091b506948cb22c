"""When an ambition does not fit: five honest steps in private, and a sentence for both."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.shared.unsaved import UnsavedParagraph
from desktop.services import conversations, people, summaries, wording
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.widgets.beside import LimitsBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import SectionHeading, SmallMuted
from desktop.ui.wizard.coaching import SayLabel
from desktop.ui.wizard.summary_sentence import SummarySentence

_GREW_FROM = QuestionId("H1")
"""The paragraph of the summary that was begun here."""


class LimitsPage(ScrollColumn):
    """The private panel, and beside it help with wording and the shared sentence."""

    back_asked = Signal()

    def __init__(self, desk: Desk, thinking: LimitsBeside) -> None:
        """Work over the shared half; only ``thinking`` knows private words."""
        super().__init__()
        self._desk = desk
        self._thinking = thinking
        self._who: PersonId | None = None
        self._talk: ConversationId | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._says = [SayLabel() for _ in range(3)]
        self._sentence = SummarySentence(desk, placeholder=self.tr("One honest sentence for both"))
        self._none = SmallMuted(
            self.tr("In a conversation, a sentence for the summary can be written here.")
        )
        self._build()
        self._back.clicked.connect(self._go_back)
        self._thinking.step_chosen.connect(self._show_help)

    def _build(self) -> None:
        self._header.add(self._back)
        self.body.addWidget(self._header)
        parts = QWidget()
        columns = Columns(parts, room=420, shares=(640, 332))
        columns.addWidget(self._thinking)
        columns.addWidget(self._right())
        self.body.addWidget(parts, 1)

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(SectionHeading(self.tr("You could say")))
        for say in self._says:
            column.addWidget(say)
        column.addSpacing(2 * spacing.GRID)
        column.addWidget(self._sentence)
        column.addWidget(self._none)
        column.addStretch(1)
        return side

    def show_person(self, who: PersonId) -> None:
        """Show what was begun with somebody, at the step where it was left.

        While words about another one cannot be saved, they stay on the screen instead.
        """
        if not self.flush():
            return
        self._who = who
        name = first_name(self._desk.ask(people.person, who).name)
        self._header.say(
            self.tr("When it does not fit here"),
            self.tr("An honest no is kinder to {name} than a hopeful maybe.").format(name=name),
        )
        self._talk = self._summary_at_hand(who)
        if self._talk is not None:
            self._sentence.open(self._talk, _GREW_FROM)
        self._sentence.setVisible(self._talk is not None)
        self._none.setVisible(self._talk is None)
        self._thinking.show_person(who)
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read again all but what is being written."""
        self._thinking.refresh()
        if self._talk is not None:
            self._sentence.refresh()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return all((self._thinking.flush(), self._sentence.flush()))

    def unsaved(self) -> tuple[UnsavedParagraph, ...]:
        """Return the sentence for both if it could not be saved; the steps have their panel."""
        return self._sentence.unsaved()

    def _summary_at_hand(self, who: PersonId) -> ConversationId | None:
        """Return the latest conversation whose summary can still be written, if there is one."""
        talks = self._desk.ask(conversations.of_person, who)
        latest = talks[0].id if talks else None
        is_closed = latest is None or self._desk.ask(summaries.is_shared, latest)
        return None if is_closed else latest

    def _show_help(self, step: str) -> None:
        for label, words in zip(self._says, wording.limits_step(step).say, strict=True):
            label.setText(words)

    def _go_back(self) -> None:
        if self.flush():
            self.back_asked.emit()
