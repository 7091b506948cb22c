"""The arc so far, on a person's page: the conversations, and what stands out beside them (B2)."""

from datetime import date

from PySide6.QtCore import Qt

from desktop.domain.ids import PersonId
from desktop.domain.private.arc import Arc, ArcKind
from desktop.services import clock
from desktop.services.private import arc
from desktop.ui.desk import PrivateDesk
from desktop.ui.plots.picture import Names
from desktop.ui.plots.time_line import TimeLine
from desktop.ui.private import arc_words
from desktop.ui.widgets.beside import SmallArcBeside
from desktop.ui.widgets.buttons import QuietButton


class _Aside(QuietButton):
    """Stands on the line of the label."""

    top_padding = 0


class SmallArc(SmallArcBeside):
    """A curve of conversations; a mark leads to the whole arc and the passage behind it."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("")
        self.set_label(self.tr("The arc so far, private"))
        self._desk = desk
        self._who: PersonId | None = None
        self._told: tuple[Arc, date] | None = None
        self._line = TimeLine(self.tr("The arc so far"), Names(curve=self.tr("energy")), small=True)
        self._all = _Aside(self.tr("Over time"))
        self.top.addWidget(self._all, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._line)
        self._all.clicked.connect(self._ask)
        self._line.mark_asked.connect(self._ask_for_mark)
        self.hide()

    def show_person(self, who: PersonId) -> None:
        """Show the arc of somebody."""
        if who != self._who:
            self._line.show_all()
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        if self._who is None:
            return
        found, today = self._desk.ask(arc.arc, self._who), self._desk.ask(clock.today)
        if (found, today) != self._told:
            self._told = found, today
            self._line.tell(arc_words.marks_at_a_glance(found), today)
        self.setVisible(bool(found.of(ArcKind.TALK)))

    def _ask(self) -> None:
        self.arc_asked.emit(self._who, "")

    def _ask_for_mark(self, key: str) -> None:
        self.arc_asked.emit(self._who, key)
