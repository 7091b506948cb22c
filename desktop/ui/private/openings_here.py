"""What is open for one person, beside the questions of the Gap stage and nowhere before (V3)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.people import first_name
from desktop.domain.private.opportunities import Opportunity
from desktop.services import clock, people
from desktop.services.private import opportunities
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.opportunity_list import said_until
from desktop.ui.widgets.beside import OpeningsBeside
from desktop.ui.widgets.text import Small, SmallMuted


class OpeningsHere(OpeningsBeside):
    """Each with its limits and its last day; hidden where nothing is open for the person."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_conversation``."""
        super().__init__("", padding=12)
        self._desk = desk
        self._lines: list[tuple[Small, SmallMuted]] = []
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.body.addWidget(column)
        self.hide()

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show what is open for the person of a conversation; None shows nothing."""
        if conversation is None:
            self.hide()
            return
        who = self._desk.ask(opportunities.person_of, conversation)
        found = self._desk.ask(opportunities.still_open, who)
        name = first_name(self._desk.ask(people.person, who).name)
        self.set_label(self.tr("Open for {name}, private").format(name=name))
        self._tell(found)
        self.setVisible(bool(found))

    def _tell(self, found: tuple[Opportunity, ...]) -> None:
        while len(self._lines) < len(found):
            made = (Small(), SmallMuted())
            self._lines.append(made)
            for part in made:
                self._column.addWidget(part)
        today = self._desk.ask(clock.today)
        for number, (what, about) in enumerate(self._lines):
            shown = found[number] if number < len(found) else None
            what.setText(_plain(shown.what.reveal()) if shown else "")
            limits = _plain(shown.limits.reveal()) if shown else ""
            until = said_until(shown, today) if shown else ""
            about.setText(". ".join(filter(None, (until.capitalize(), limits))))
            what.setVisible(shown is not None)
            about.setVisible(bool(about.text()))


def _plain(words: str) -> str:
    return " ".join(words.split())
