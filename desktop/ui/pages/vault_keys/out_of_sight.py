"""What Onward may do where nobody looks at it: remind, stand beside the clock, start by itself."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSystemTrayIcon, QVBoxLayout, QWidget

from desktop.domain.errors import Trouble
from desktop.domain.reminders import Reminders
from desktop.services import at_login, reminders
from desktop.ui.desk import Desk
from desktop.ui.look import spacing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Body, SmallMuted

_ON, _OFF = "on", "off"


class OutOfSightCard(Card):
    """Three choices, each with what it does; only the discreet reminder is on by itself."""

    troubled = Signal(Trouble)

    def __init__(self, desk: Desk, folder: Path) -> None:
        """Read and write the choices through ``desk``; ``folder`` is the vault's."""
        super().__init__(self.tr("When you are not looking"))
        self._desk = desk
        self._folder = folder
        self._reminders = Choice(
            self.tr("Reminders by the system"),
            [
                (Reminders.DISCREET.value, self.tr("Discreet")),
                (Reminders.OFF.value, self.tr("Off")),
            ],
        )
        self._icon = Choice(self.tr("Icon beside the clock"), self._off_and_on())
        self._no_place = SmallMuted(self.tr("This desktop has no place for such an icon."))
        self._login = Choice(self.tr("Start when I sign in"), self._off_and_on())
        self._login.looks_only = True  # of this computer, not of the vault
        self._start = self._part(
            self.tr(
                "Start when you sign in: the lock screen opens, and nothing behind it without your "
                "passphrase. On this computer only."
            ),
            self._login,
        )
        self._build()
        self._reminders.chosen.connect(self._choose_reminders)
        self._icon.chosen.connect(self._choose_icon)
        self._login.chosen.connect(self._choose_login)

    def refresh(self) -> None:
        """Mark what is chosen."""
        self._reminders.choose(self._desk.ask(reminders.how).value)
        self._icon.choose(_ON if self._desk.ask(reminders.has_icon) else _OFF)
        has_place = QSystemTrayIcon.isSystemTrayAvailable()
        self._icon.setEnabled(has_place)
        self._no_place.setHidden(has_place)
        offered = at_login.is_offered(self._folder)
        self._start.setVisible(offered)
        if offered:
            self._login.choose(_ON if at_login.is_on() else _OFF)

    def _build(self) -> None:
        said = self.tr(
            "Reminders: once for each of your own debts that falls due, while the vault is open. "
            "It says how many, never which or with whom, and nobody else is ever reminded."
        )
        beside = self.tr(
            "Icon beside the clock: shown while the vault is open; a press brings the window to "
            "the front. Closing the window still closes Onward."
        )
        parts = (
            self._part(said, self._reminders),
            self._part(beside, self._icon, self._no_place),
            self._start,
        )
        for part in parts:
            self.body.addWidget(part)
        for part in parts[1:]:
            part.setContentsMargins(0, spacing.GRID, 0, 0)

    def _part(self, words: str, choice: Choice, *below: QWidget) -> QWidget:
        """Return a choice under what it is about; one that is not offered leaves no room."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(Body(words))
        column.addSpacing(2)
        for each in (choice, *below):
            column.addWidget(each)
        return part

    def _off_and_on(self) -> list[tuple[str, str]]:
        return [(_OFF, self.tr("Off")), (_ON, self.tr("On"))]

    def _choose_reminders(self, way: str) -> None:
        self._desk.do(reminders.choose, Reminders(way))

    def _choose_icon(self, shown: str) -> None:
        self._desk.do(reminders.show_icon, shown=shown == _ON)

    def _choose_login(self, on: str) -> None:
        try:
            at_login.turn(self._folder, on=on == _ON)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        self.refresh()
