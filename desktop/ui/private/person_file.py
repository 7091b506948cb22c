"""Everything about one person in one file: a door out of the vault, with its own words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.services import clock, people
from desktop.services.private import access
from desktop.ui.desk import PrivateDesk
from desktop.ui.dialogs.save_file import choose_place
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import PrivatePanel, TroublePanel
from desktop.ui.widgets.text import Body, SmallMuted


class PersonFilePanel(PrivatePanel):
    """Asks twice, then writes your private notes about somebody into a file of your choice."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("")
        self.set_label(self.tr("Everything in one file, private notes included"))
        self._desk = desk
        self._who: PersonId | None = None
        self._words = Body()
        self._begin = PlainButton(self.tr("Write everything into one file…"))
        self._warning = TroublePanel(action=self.tr("I understand, choose where"))
        self._outcome = SmallMuted()
        self.body.addWidget(self._words)
        self.body.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._warning)
        self.body.addWidget(self._outcome)
        self._begin.clicked.connect(self._warn)
        self._warning.action.clicked.connect(self._choose)

    def show_person(self, who: PersonId) -> None:
        """Offer the file about somebody."""
        self._who = who
        name = self._desk.ask(people.person, who).name
        self._words.setText(
            self.tr(
                "For a request for access: all that is kept here about {name}, readable by "
                "anybody, with your private notes. Have it looked at before you hand it on."
            ).format(name=name)
        )
        self._warning.say(
            self.tr("This file is not encrypted."),
            self.tr(
                "It holds your private notes about {name} as you wrote them. Whoever can open it "
                "can read them, and Onward cannot take it back."
            ).format(name=name),
            self.tr("I understand, choose where"),
        )
        self._warning.hide()
        self._outcome.hide()

    def as_widget(self) -> QWidget:
        """Return the panel, to be laid out."""
        return self

    def _warn(self) -> None:
        self._outcome.hide()
        self._warning.show()
        self._warning.action.setFocus()

    def _choose(self) -> None:
        if self._who is None:
            return
        day = self._desk.ask(clock.today).isoformat()
        place = choose_place(self, f"Everything {day}.md", self.tr("Text (*.md)"))
        self._warning.hide()
        if place is None:
            return
        written = self._desk.do(access.write, self._who, place)
        if written.done:
            self._outcome.setText(
                self.tr("Written to {name}. Delete it when it has done its work.").format(
                    name=place.name
                )
            )
            self._outcome.show()
