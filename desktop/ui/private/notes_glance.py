"""The private notes about a person at a glance: what is pinned, then the latest."""

from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.domain.private.notes import Note, title
from desktop.services import clock
from desktop.services.private import notes
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.widgets.beside import NotesGlanceBeside
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.first_lines import Fitting, first_lines
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallList, plain_tooltip
from desktop.ui.widgets.wording import Run

_MOST = 3


class _Line(SmallList):
    """A note by its first line, on one line of the card, so that the page keeps to one screen."""

    def __init__(self) -> None:
        super().__init__()
        self._said = self._when = ""
        self._fitting = Fitting()

    def tell(self, said: str, when: str) -> None:
        self._said, self._when = said, when
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._fitting.is_due(self._said, self._when, self.width()):
            return
        beside = ceil(look.current().advance("label", f"   {self._when}"))
        has_room = 2 * beside < self.width()
        width = self.width() - beside if has_room else self.width()
        short = first_lines(self._said, self.role, width, lines=1)
        self.set_runs(Run(short), Run(f"  {self._when}", "label", "muted"))
        self.setToolTip(plain_tooltip(self._said) if short != self._said else "")


class NotesGlance(NotesGlanceBeside):
    """Three notes at the most, each by its first line, and the ways to write and to read all."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says about whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._lines = [_Line() for _ in range(_MOST)]
        self._most = _MOST
        self._write = SmallLink(self.tr("Write a note"))
        changing(self._write)
        self._all = SmallLink("")
        self.set_label(self.tr("Private, never leaves this vault"))
        for line in self._lines:
            self.body.addWidget(line)
        ways = QWidget()
        flow = FlowLayout(ways, gap=14)
        for way in (self._write, self._all):
            flow.addWidget(way)
        self.body.addWidget(ways)
        self._write.clicked.connect(self.writing_asked)
        self._all.clicked.connect(self.notes_asked)

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody."""
        if who != self._who:
            self._most = _MOST
        self._who = who
        self.refresh()

    def say_less(self, *, less: bool) -> None:
        """Show the first note alone, or all there is room for; the way to all of them stays."""
        most = 1 if less else _MOST
        if most != self._most:
            self._most = most
            self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        if self._who is None:
            return
        found = self._desk.ask(notes.of_person, self._who, _MOST)
        for place, line in enumerate(self._lines):
            line.setVisible(place < min(len(found), self._most))
            self._say(line, found[place] if place < len(found) else None)
        count = self._desk.ask(notes.count, self._who)
        self._all.setText(self.tr("All notes · {count}").format(count=count))
        self._all.setVisible(count > 0)

    def _say(self, line: _Line, note: Note | None) -> None:
        if note is None:
            line.tell("", "")
            return
        when = dates.spoken_day(note.on, self._desk.ask(clock.today))
        pinned = self.tr("pinned, {day}").format(day=when) if note.pinned else when
        line.tell(title(note).reveal(), pinned)
