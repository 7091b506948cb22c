"""How notes are kept, to be read aloud before the first talk (product B6)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.services import letter_languages, people, wording
from desktop.ui.desk import Desk
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import SharedPanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Quote, SerifBody, SerifHeading, SmallMuted

_WIDEST = 760


class NotesPage(ScrollColumn):
    """One page to read aloud; the person may look at the screen with you."""

    back_asked = Signal()
    send_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Lay out the words; ``show_person`` says who will hear them."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._header = PageHeader(self.tr("How I keep notes"))
        self._back = PlainButton(self.tr("Back"))
        self._send = PlainButton(self.tr("Send or print"))
        self._panel = SharedPanel("", padding=26)
        self._first, self._last = Quote(), SerifBody()
        self._passages = [(SerifHeading(), SerifBody()) for _ in wording.notes_card().passages]
        self._header.add(self._send, self._back)
        self.body.addWidget(self._header)
        self.add_no_wider(self._panel, _WIDEST)
        self.body.addStretch(1)
        self._lay()
        self._back.clicked.connect(self._go_back)
        self._send.clicked.connect(self._ask_to_send)

    def show_person(self, who: PersonId) -> None:
        """Name the person who will hear it."""
        self._who = who
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Read the name again."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        line = self.tr("To read aloud to {name}, or to look at together. Nothing private is here.")
        self._header.say(self.tr("How I keep notes"), line.format(name=name))
        self._panel.set_label(self.tr("To say to {name}").format(name=name))
        self._say(self._desk.ask(letter_languages.of, self._who))

    def _lay(self) -> None:
        column = self._panel.body
        column.addSpacing(6)
        column.addWidget(SmallMuted(self.tr("Before you pick up the pen")))
        column.addWidget(self._first)
        for heading, text in self._passages:
            column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(text)
        column.addSpacing(14)
        column.addWidget(self._last)

    def _say(self, language: str) -> None:
        """Show the card as it would leave: in the language of the person's letters."""
        card = wording.notes_card(language)
        self._first.setText(card.say_first)
        for (heading, text), passage in zip(self._passages, card.passages, strict=True):
            heading.setText(passage.heading)
            text.setText(passage.text)
        self._last.setText(card.last)

    def _ask_to_send(self) -> None:
        self.send_asked.emit(self._who)

    def _go_back(self) -> None:
        self.back_asked.emit()
