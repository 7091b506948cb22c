"""The whole arc of one person, to look back over the years (product H1)."""

from datetime import date

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId
from desktop.domain.private.arc import Arc
from desktop.services import clock, people
from desktop.services.private import arc
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.plots.picture import Names
from desktop.ui.plots.shown import ShownOverTime
from desktop.ui.private import arc_words
from desktop.ui.private.passages_read import PassagesRead
from desktop.ui.widgets.beside import ArcBeside
from desktop.ui.widgets.buttons import MinorButton
from desktop.ui.widgets.card import TroublePanel
from desktop.ui.widgets.text import Muted, SmallMuted


class ArcPanel(ArcBeside):
    """The picture, its table, and the passage behind the mark that was pressed."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Private, never leaves this vault"))
        self._desk = desk
        self._who: PersonId | None = None
        self._arc = Arc()
        self._told: tuple[Arc, date] | None = None
        self._chosen = ""
        self._nothing = Muted(self.tr("After the first conversation its arc begins here."))
        heads = (self.tr("When"), self.tr("What"), self.tr("In words"))
        self._shown = ShownOverTime(self.tr("The arc"), self._names(), heads)
        self._reading = PassagesRead(desk)
        self._print = MinorButton(self.tr("Print for you alone…"))
        self._trouble = TroublePanel()
        self._printed = SmallMuted()
        self._build()

    def _names(self) -> Names:
        lanes = (self.tr("Proud of"), self.tr("Goals"), self.tr("Contract"))
        energy = self.tr("energy: what gives above, what drains below")
        return Names(energy, lanes, self.tr("today"))

    def _build(self) -> None:
        self.body.setSpacing(8)
        for part in (self._nothing, self._shown, self._trouble, self._printed, self._reading):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._shown.add(self._print)
        for part in (self._trouble, self._printed):
            part.hide()
        self._shown.mark_asked.connect(self._read)
        self._print.clicked.connect(self._print_it)
        self._reading.conversation_asked.connect(self.conversation_asked)
        self._reading.goals_asked.connect(self._ask_for_goals)
        self._reading.between_asked.connect(self._ask_for_between)

    def show_person(self, who: PersonId, mark: str = "") -> None:
        """Show the arc of somebody, with the passage behind a mark where one is named."""
        if who != self._who or not mark:
            self._shown.show_all()
        self._who, self._chosen = who, mark
        for part in (self._trouble, self._printed):
            part.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read it again; the passage that is open stays open."""
        if self._who is None:
            return
        found, today = self._desk.ask(arc.arc, self._who), self._desk.ask(clock.today)
        if (found, today) != self._told:
            self._told = found, today
            self._arc = found
            self._nothing.setHidden(bool(found.marks))
            self._shown.setVisible(bool(found.marks))
            self._shown.tell(arc_words.marks(found), arc_words.rows(found), today)
        self._read(self._chosen)

    def _read(self, key: str) -> None:
        found = next((mark for mark in self._arc.marks if mark.key == key), None)
        self._chosen = key if found else ""
        self._shown.line.choose(self._chosen)
        self._reading.tell(found)

    def _ask_for_goals(self) -> None:
        self.goals_asked.emit(self._who)

    def _ask_for_between(self) -> None:
        self.between_asked.emit(self._who)

    def _print_it(self) -> None:
        from desktop.ui.dialogs import print_page
        from desktop.ui.private.arc_print import arc_pdf

        if self._who is None:
            return
        name = self._desk.ask(people.person, self._who).name
        today = self._desk.ask(clock.today)
        pdf = arc_pdf(name, dates.full_day(today), self._names(), self._arc, today)
        self._trouble.hide()
        try:
            printer = print_page.print_page(self, pdf)
        except Trouble as trouble:
            # No file is offered instead: a copy of this would lie about.
            rest = self.tr("Nothing was written anywhere. Set up a printer and try again.")
            self._trouble.say(trouble.what_happened, rest)
            self._trouble.show()
            return
        told = self.tr("Given to {printer}. Fetch it yourself, and at once.")
        self._printed.setText(told.format(printer=printer) if printer else "")
        self._printed.setVisible(printer is not None)
