"""Over time with one person: the arc, then and now, what comes again (product H1 to H3)."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import ArcBeside, LookingBack, PatternsBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.tabs import Tabs


class Part(StrEnum):
    """What of it is shown."""

    ARC = "arc"
    THEN_AND_NOW = "then and now"
    PATTERNS = "patterns"


class OverTimePage(ScrollColumn):
    """The private panels under one title."""

    back_asked = Signal()

    def __init__(
        self, desk: Desk, arc: ArcBeside, then_and_now: LookingBack, patterns: PatternsBeside
    ) -> None:
        """Work over the shared half; only the panels know private words."""
        super().__init__()
        self._desk = desk
        self._arc = arc
        self._who: PersonId | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        # Read only once they are turned to.
        self._looking_back: dict[Part, LookingBack] = {
            Part.THEN_AND_NOW: then_and_now,
            Part.PATTERNS: patterns,
        }
        self._read_for: dict[Part, PersonId] = {}
        self._tabs = Tabs(
            {
                Part.ARC.value: self.tr("The arc"),
                Part.THEN_AND_NOW.value: self.tr("Then and now"),
                Part.PATTERNS.value: self.tr("What comes again"),
            }
        )
        self._parts: dict[Part, QWidget] = {
            Part.ARC: arc,
            Part.THEN_AND_NOW: then_and_now,
            Part.PATTERNS: patterns,
        }
        self._part = Part.ARC
        self.body.addWidget(self._header)
        self.body.addWidget(self._tabs)
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._tabs.chosen.connect(self._turn_to)
        self._back.clicked.connect(self._go_back)

    def show_person(self, who: PersonId, mark: str = "") -> None:
        """Show somebody over time, at a mark of the arc where one is named."""
        self._who = who
        self._arc.show_person(who, mark)
        self._say()
        self._stand_at(Part.ARC)

    def refresh(self) -> None:
        """Read again what is in sight."""
        if self._who is None:
            return
        self._say()
        if self._part is Part.ARC:
            self._arc.refresh()
            return
        looking_back = self._looking_back[self._part]
        if self._read_for.get(self._part) == self._who:
            looking_back.refresh()
        else:
            self._read_for[self._part] = self._who
            looking_back.show_person(self._who)

    def _turn_to(self, key: str) -> None:
        # What the keyboard stands on may be hidden with the part before.
        self._tabs.take_keyboard(key)
        self._stand_at(Part(key))
        self.refresh()

    def _stand_at(self, shown: Part) -> None:
        self._part = shown
        self._tabs.choose(shown.value)
        for part, panel in self._parts.items():
            panel.setVisible(part is shown)
        self.verticalScrollBar().setValue(0)

    def _say(self) -> None:
        if self._who is not None:
            name = self._desk.ask(people.person, self._who).name
            line = self.tr("What happened, and how it went, as you kept it.")
            self._header.say(self.tr("{name} over time").format(name=name), line)

    def _go_back(self) -> None:
        self.back_asked.emit()
