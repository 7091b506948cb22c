"""The face of a vault that another computer has open: since when, whether it works, what to do."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.ui.lock_screen.face import Face
from desktop.ui.lock_screen.told import told
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import PlainButton, QuietButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.elsewhere import show_elsewhere
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import Body, Display, Muted, SmallMuted

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ElsewhereFace(Face):
    """Waits with the manager; taking over is theirs to decide, and never happens by itself."""

    take_over_chosen = Signal()
    only_read_chosen = Signal()

    def __init__(self, vault_folder: Path) -> None:
        """``vault_folder`` is what "Show the folder" shows."""
        super().__init__(width=600, usual_height=520)
        self._folder = vault_folder
        self._since, self._life = Body(), SmallMuted()
        self._sure = Tick(
            self.tr("Nobody works with it there any more, or that computer is out of reach."),
            steps_back=False,
        )
        self._take = PlainButton(self.tr("Open it here"))
        self._read = PlainButton(self.tr("Only read it here"))
        self._show_folder = PlainButton(self.tr("Show the folder"))
        self._quit = QuietButton(self.tr("Quit"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.addWidget(Glyph("mark", size=42), 0, _CENTRE)
        self.column.addSpacing(22)
        self.column.addWidget(Display(self.tr("Open on another computer"), align=_CENTRE))
        self.column.addSpacing(7)
        waiting = self.tr("This window goes on by itself as soon as the vault is free.")
        self.column.addWidget(Muted(waiting, align=_CENTRE))
        self.column.addSpacing(24)
        self.column.addWidget(self._sentences())
        self.column.addSpacing(24)
        flow = FlowLayout()
        for button in (self._read, self._take, self._show_folder, self._quit):
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.column.addStretch()

    def _sentences(self) -> Card:
        wait = self.tr(
            "Lock the vault there, or close Onward there, and give the folder time to catch up."
        )
        take = self.tr(
            "You can read it here, as far as it has arrived; nothing is written then. Or open it "
            "here all the same. What was written there and has not arrived yet "
            "then becomes a second copy: both are kept, and Onward shows you both."
        )
        return told(
            (self.tr("What happened"), (self._since, self._life)),
            (self.tr("What to do"), (Body(wait),)),
            (self.tr("If you cannot wait"), (Body(take), self._sure)),
        )

    def _connect(self) -> None:
        self._sure.toggled.connect(self._take.setEnabled)
        self._take.clicked.connect(self.take_over_chosen)
        self._read.clicked.connect(self.only_read_chosen)
        self._show_folder.clicked.connect(self._open_folder)
        self._quit.clicked.connect(self._close_window)

    def say(self, since: datetime | None, today: date) -> None:
        """Say since when, by the clock of the other computer; None where it did not arrive."""
        self._since.setText(self._of(since, today))
        self.say_life(0)

    def say_life(self, quiet_minutes: int) -> None:
        """Say how long nothing came from the other computer while this window watched."""
        if quiet_minutes < 1:
            words = self.tr("Your notes are untouched, and nothing is open here.")
        elif quiet_minutes == 1:
            words = self.tr("Nothing came from it for a minute, as far as this folder shows.")
        else:
            words = self.tr(
                "Nothing came from it for {minutes} minutes, as far as this folder shows. It may "
                "be asleep, switched off, or not connected."
            ).format(minutes=quiet_minutes)
        self._life.setText(words)

    def begin(self) -> None:
        """Ask anew whether somebody is sure, and read the sentences aloud."""
        self._sure.setChecked(False)
        self._take.setEnabled(False)
        self._sure.setFocus()
        words = f"{self._since.text()} {self._life.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._sure, words))

    def _of(self, since: datetime | None, today: date) -> str:
        if since is None:
            return self.tr("Another computer has this vault open.")
        words = self.tr(
            "Another computer opened this vault {day} at {time}, by its own clock, and has not "
            "closed it."
        )
        return words.format(day=dates.spoken_day(since.date(), today), time=f"{since:%H:%M}")

    def _open_folder(self) -> None:
        show_elsewhere(self._folder)

    def _close_window(self) -> None:
        self.window().close()
