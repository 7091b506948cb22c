"""The page of the debrief: ten quiet minutes about one conversation, alone (product D9)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.services import clock, conversations, people
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.pages.right_after import Debriefing
from desktop.ui.pages.sight import Sight
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class DebriefPage(ScrollColumn):
    """Says about which talk; the panel that is handed in holds every word."""

    letter_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, desk: Desk, panel: Debriefing) -> None:
        """Build the page around the private panel; ``show_conversation`` says which talk."""
        super().__init__()
        self._desk = desk
        self._panel = panel
        self._conversation: ConversationId | None = None
        self._header = PageHeader("")
        self._letter = PlainButton(self.tr("Summary and contract"))
        self._done = PrimaryButton(self.tr("Done"))
        self._header.add(self._letter, self._done)
        self.body.addWidget(self._header)
        self.body.addWidget(panel.as_widget(), 1)
        self._letter.clicked.connect(self._ask_for_letter)
        self._done.clicked.connect(self._finish)
        Sight(self)

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the debrief of a talk; while words of another cannot be saved, they stay instead."""
        if not self.flush():
            return
        self._conversation = conversation
        self._panel.show_conversation(conversation)
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read again about which talk it is; what is being written stays as it is."""
        if self._conversation is None:
            return
        talk = self._talk(self._conversation)
        name = first_name(self._desk.ask(people.person, talk.person).name)
        day = dates.spoken_day(talk.begun.date(), self._desk.ask(clock.today))
        line = self.tr("Your conversation with {name}, {day}. Nobody else is shown this.")
        self._header.say(
            self.tr("Debrief, for you alone"),
            line.format(name=name, day=day),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        if not event.spontaneous():
            self._panel.focus_first()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self._panel.flush()

    def reopen(self) -> None:
        """Show the same words anew, also what was being written; flush first."""
        if self._conversation is not None:
            self._panel.show_conversation(self._conversation)

    def _talk(self, which: ConversationId) -> Conversation:
        return self._desk.ask(conversations.conversation, which)

    def _ask_for_letter(self) -> None:
        if self._conversation is not None and self.flush():
            self.letter_chosen.emit(self._conversation)

    def _finish(self) -> None:
        if self._conversation is not None and self.flush():
            self.person_chosen.emit(self._talk(self._conversation).person)
