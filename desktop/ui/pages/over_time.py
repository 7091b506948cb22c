"""Over time with one person: the arc, then and now, what comes again (product H1 to H3)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.widgets.beside import ArcBeside
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.page import PageHeader, ScrollColumn


class OverTimePage(ScrollColumn):
    """The private panels under one title."""

    back_asked = Signal()

    def __init__(self, desk: Desk, arc: ArcBeside) -> None:
        """Work over the shared half; only the panels know private words."""
        super().__init__()
        self._desk = desk
        self._arc = arc
        self._who: PersonId | None = None
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"), shortcut="Esc")
        self._header.add(self._back)
        self._parts: tuple[QWidget, ...] = (arc,)
        self.body.addWidget(self._header)
        for part in self._parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._back.clicked.connect(self._go_back)

    def show_person(self, who: PersonId, mark: str = "") -> None:
        """Show somebody over time, at a mark of the arc where one is named."""
        self._who = who
        self._arc.show_person(who, mark)
        self._say()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read it all again."""
        if self._who is not None:
            self._say()
            self._arc.refresh()

    def _say(self) -> None:
        if self._who is not None:
            name = self._desk.ask(people.person, self._who).name
            line = self.tr("What happened, and how it went, as you kept it.")
            self._header.say(self.tr("{name} over time").format(name=name), line)

    def _go_back(self) -> None:
        self.back_asked.emit()
