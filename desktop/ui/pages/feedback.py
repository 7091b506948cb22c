"""Before giving feedback: one private card about one person (product G5)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import FeedbackBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_WIDEST = 760


class FeedbackPage(ScrollColumn):
    """The card under its title, and the way back."""

    back_asked = Signal()

    def __init__(self, desk: Desk, card: FeedbackBeside) -> None:
        """Work over the shared half; only ``card`` knows private words."""
        super().__init__()
        self._desk = desk
        self._card = card
        self._header = PageHeader(self.tr("Before giving feedback"))
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        self.body.addWidget(self._header)
        self.add_no_wider(card, 2 * _WIDEST)
        self.body.addStretch(1)
        self._back.clicked.connect(self.back_asked)

    def show_person(self, who: PersonId) -> None:
        """Show the card of somebody."""
        name = first_name(self._desk.ask(people.person, who).name)
        title = self.tr("Before giving {name} feedback")
        line = self.tr("A minute with what they have told you, so that it lands where it helps.")
        self._header.say(title.format(name=name), line)
        self._card.show_person(who)
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the card again."""
        self._card.refresh()
