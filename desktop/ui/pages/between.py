"""Between conversations with one person: what happened, and what is being tried (playbook 6)."""

from PySide6.QtCore import Signal

from desktop.domain.ids import ExperimentId, PersonId
from desktop.domain.people import first_name
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.pages.sight import Sight
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.beside import BetweenBeside, ExperimentsBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn

_SHARES = (486, 486)
_ROOM = 380


class BetweenPage(ScrollColumn):
    """Two private panels side by side; the page never sees a word of them."""

    back_asked = Signal()
    notice_asked = Signal()

    def __init__(self, desk: Desk, moments: BetweenBeside, experiments: ExperimentsBeside) -> None:
        """Work over the shared half; only the panels know private words."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._panels: tuple[BetweenBeside, ...] = (moments, experiments)
        self._experiments = experiments
        self._sight = Sight(self)
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        self.body.addWidget(self._header)
        self.body.addWidget(Spread(moments, experiments, shares=_SHARES, room=_ROOM), 1)
        self._back.clicked.connect(self._go_back)
        moments.notice_asked.connect(self.notice_asked)

    def show_person(self, who: PersonId) -> None:
        """Show what is between two conversations with somebody."""
        if who != self._who and not self.flush():
            return
        self._who = who
        for panel in self._panels:
            panel.show_person(who)
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def ask_what_it_taught(self, which: ExperimentId) -> None:
        """Wait for what one try has taught; once the page is shown."""
        self._experiments.ask_what_it_taught(which)

    def refresh(self) -> None:
        """Read again all but what is being typed."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        self._header.say(
            self.tr("Between conversations with {name}").format(name=name),
            self.tr("What you give, see and try, tied to where {name} wants to go.").format(
                name=name
            ),
        )
        for panel in self._panels:
            panel.refresh()

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        kept = [panel.flush() for panel in self._panels]
        return all(kept)

    def _go_back(self) -> None:
        if self.flush():
            self.back_asked.emit()
