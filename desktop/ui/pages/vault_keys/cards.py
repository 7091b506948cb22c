"""The cards of the page: what each key opens, what can be done with it, and what that changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services import cadences, settings
from desktop.services.keys import QuickUnlock
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import Button, PlainButton, changing
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import Body, SmallMuted

_MINUTES = (1, 5, 10, 15, 30, 60)


class KeyCard(Card):
    """A key in a sentence, and its buttons beneath."""

    def __init__(self, title: str, sentence: str) -> None:
        """``sentence`` says what the key does."""
        super().__init__(title)
        self._words = Body(sentence)
        self.body.addWidget(self._words)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons)
        self.body.addSpacing(4)
        self.body.addWidget(self._buttons)

    def say(self, sentence: str) -> None:
        """Say something else about the key."""
        self._words.setText(sentence)

    def add(self, *buttons: Button) -> None:
        """Add what can be done."""
        for button in buttons:
            self._flow.addWidget(button)


class QuickUnlockCard(KeyCard):
    """On or off for this computer, and every other computer that has it on."""

    on_asked = Signal()
    off_asked = Signal(str)

    def __init__(self, title: str) -> None:
        """Begin with nothing known."""
        super().__init__(title, "")
        self._on = PlainButton(self.tr("Turn on…"))
        changing(self._on)
        self._rows = QVBoxLayout()
        self._shown: tuple[QuickUnlock, ...] | None = None
        self.add(self._on)
        self.body.addLayout(self._rows)
        self._on.clicked.connect(self.on_asked)

    def show_all(self, known: tuple[QuickUnlock, ...]) -> None:
        """Show where it is on."""
        if known == self._shown:
            return
        self._shown = known
        here = any(each.here for each in known)
        self.say(
            self.tr("The keychain of this computer opens your vault with one press.")
            if here
            else self.tr(
                "Off. The keychain of this computer could open your vault with one press; "
                "your passphrase stays, and is asked for every two weeks."
            )
        )
        self._buttons.setVisible(not here)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for each in known:
            row = QuickUnlockRow(each)
            row.off_asked.connect(self.off_asked)
            self._rows.addWidget(row)
            row.show()


class QuickUnlockRow(QWidget):
    """One computer whose keychain opens the vault, and the button that ends it."""

    off_asked = Signal(str)

    def __init__(self, known: QuickUnlock) -> None:
        """Show where it is and since when."""
        super().__init__()
        self._slot_id = known.slot_id
        where = self.tr("This computer") if known.here else self.tr("Another computer")
        if known.added is not None:
            day = dates.full_day(known.added)
            where = self.tr("{where}, since {day}").format(where=where, day=day)
        words = self.tr("Turn off") if known.here else self.tr("Turn off there")
        off = PlainButton(words)
        changing(off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(SmallMuted(where), 1)
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        off.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.off_asked.emit(self._slot_id)


class LockCard(Card):
    """After how many quiet minutes the vault locks, and what else locks it."""

    def __init__(self, title: str, desk: Desk) -> None:
        """Read and write the choice through ``desk``."""
        super().__init__(title)
        self._desk = desk
        self._chips: dict[int, Chip] = {}
        sentence = self.tr(
            "After this many minutes without a key or the mouse, and at once when the screen "
            "locks, the computer sleeps or somebody else signs in. What you were typing is saved "
            "first."
        )
        self.body.addWidget(Body(sentence))
        choices = QWidget()
        choices.setAccessibleName(self.tr("Minutes until the vault locks"))
        flow = FlowLayout(choices)
        for minutes in _MINUTES:
            chip = Chip(self._words(minutes))
            chip.setProperty("minutes", minutes)
            chip.clicked.connect(self._chosen)
            self._chips[minutes] = chip
            flow.addWidget(chip)
        self.body.addSpacing(4)
        self.body.addWidget(choices)
        self._stop = OneStop(choices, list(self._chips.values()))

    def refresh(self) -> None:
        """Mark what is chosen."""
        chosen = self._desk.ask(settings.lock_after)
        for minutes, chip in self._chips.items():
            chip.setChecked(minutes == chosen)
        self._stop.settle()

    def _chosen(self) -> None:
        chip = self.sender()
        self._desk.do(settings.set_lock_after, int(chip.property("minutes")))
        self.refresh()

    def _words(self, minutes: int) -> str:
        return (
            self.tr("1 minute")
            if minutes == 1
            else self.tr("{minutes} minutes").format(minutes=minutes)
        )


class RhythmCard(Card):
    """How often a full conversation is due with everybody; a person may have their own rhythm."""

    def __init__(self, title: str, desk: Desk) -> None:
        """Read and write the choice through ``desk``."""
        super().__init__(title)
        self._desk = desk
        sentence = self.tr(
            "A full conversation with everybody at least once a quarter. Somebody in transition "
            "can have their own rhythm, and a leave its pause, in the details on their page."
        )
        self._months = Choice(
            self.tr("Full conversations"),
            [
                ("3", self.tr("Every quarter")),
                ("2", self.tr("Every two months")),
                ("1", self.tr("Every month")),
            ],
        )
        self.body.addWidget(Body(sentence))
        self.body.addSpacing(4)
        self.body.addWidget(self._months)
        self._months.chosen.connect(self._choose)

    def refresh(self) -> None:
        """Mark what is chosen."""
        self._months.choose(str(self._desk.ask(cadences.for_all)))

    def _choose(self, months: str) -> None:
        self._desk.do(cadences.set_for_all, int(months))
