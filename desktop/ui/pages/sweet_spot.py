"""Where interests, strengths and what the organisation needs meet, as a page (playbook B6)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import SweetSpotBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class SweetSpotPage(ScrollColumn):
    """The private picture under its title."""

    back_asked = Signal()

    def __init__(self, desk: Desk, picture: SweetSpotBeside) -> None:
        """Work over the shared half; only ``picture`` knows private words."""
        super().__init__()
        self._desk = desk
        self._picture = picture
        self._header = PageHeader(self.tr("The sweet spot"))
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        self.body.addWidget(self._header)
        self.body.addWidget(picture, 1)
        self._back.clicked.connect(self._go_back)

    def show_person(self, who: PersonId) -> None:
        """Show the picture of somebody."""
        name = first_name(self._desk.ask(people.person, who).name)
        line = self.tr("What draws {name}, what {name} is good at, and what is needed here.")
        self._header.say(self.tr("The sweet spot"), line.format(name=name))
        self._picture.show_person(who)
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the picture again."""
        self._picture.refresh()

    def flush(self) -> bool:
        """Keep what is being typed; return whether all is kept."""
        return self._picture.flush()

    def _go_back(self) -> None:
        self.back_asked.emit()
