"""The page "What is lost": what a damaged vault still gives, and the way back to a whole one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Trouble
from desktop.services.backups import Backups
from desktop.services.newest_good import GoodBackup
from desktop.ui.desk import Desk
from desktop.ui.jobs import Job
from desktop.ui.keys.backup_steps import told
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.page import PageHeader, ScrollColumn, keep_prose_to_measure
from desktop.ui.widgets.so_far import SoFar
from desktop.ui.widgets.text import Body, SmallMuted

_WIDEST = 760


class WayBackCard(Card):
    """The newest whole backup with its date and content, and the two ways to go on."""

    restore_asked = Signal()
    go_on_asked = Signal()
    others_asked = Signal()

    def __init__(self) -> None:
        """Say that it is looking."""
        super().__init__(self.tr("The way back"))
        self._words = Body()
        self._under_way = ""
        self._so_far = SoFar(self)
        self._so_far.ticked.connect(self._say_how_far)
        self._kept = SmallMuted(
            self.tr(
                "Whatever you choose, the damaged vault is kept beside the new one, and nothing is "
                "deleted."
            )
        )
        self.restore = PrimaryButton(self.tr("Bring this backup back"))
        self.go_on = PlainButton(self.tr("Go on with what can be read"))
        self.others = PlainButton(self.tr("All backups…"))
        ways = QWidget()
        row = FlowLayout(ways)
        for button in (self.restore, self.go_on, self.others):
            row.addWidget(button)
        for part in (self._words, self._kept, ways):
            self.body.addWidget(part)
        keep_prose_to_measure(self)
        self.restore.hide()
        self.restore.clicked.connect(self.restore_asked)
        self.go_on.clicked.connect(self.go_on_asked)
        self.others.clicked.connect(self.others_asked)

    def tell(self, good: GoodBackup | None) -> None:
        """Show the newest whole backup, or say that there is none."""
        self._so_far.stop()
        self.restore.setVisible(good is not None)
        if good is None:
            self._words.setText(
                self.tr(
                    "No whole backup lies beside this vault. If you keep one on another disk, "
                    "“All backups…” opens it. Or go on with what can be read."
                )
            )
            return
        made = good.inside.made
        self._words.setText(
            self.tr(
                "The newest whole backup was made on {day} at {time}, and was read just now from "
                "its first byte to its last. It holds {what}"
            ).format(
                day=dates.full_day(made.date()), time=f"{made:%H:%M}", what=told(self, good.inside)
            )
        )

    def wait(self, words: str) -> None:
        """Say what is being done; nothing can be pressed meanwhile."""
        self.look_on(words)
        for button in (self.restore, self.go_on, self.others):
            button.setEnabled(False)

    def look_on(self, words: str) -> None:
        """Say what is being read, and for how long so far; another way can be chosen meanwhile."""
        self._under_way = words
        self._words.setText(words)
        self._so_far.start()

    def resume(self) -> None:
        """Let the ways be chosen again."""
        for button in (self.restore, self.go_on, self.others):
            button.setEnabled(True)

    def _say_how_far(self, seconds: int) -> None:
        self._words.setText(f"{self._under_way} {self._so_far.in_words(seconds)}")


class DamagePage(ScrollColumn):
    """Says what is lost, and leads back."""

    back_asked = Signal()
    backups_asked = Signal()
    restore_asked = Signal(Path)
    """The file of a whole backup that is to take this vault's place at once."""

    def __init__(self, desk: Desk, backups: Backups, lost: QWidget) -> None:
        """Stand around the panel of what is lost, which may hold private words."""
        super().__init__()
        self._desk = desk
        self._backups = backups
        self._good: GoodBackup | None = None
        self._has_looked = self._is_going_on = False
        self._card = WayBackCard()
        header = PageHeader(
            self.tr("What is lost"),
            self.tr("A part of the vault’s file is damaged. Everything else is open for reading."),
        )
        self.body.addWidget(header)
        for part in (self._card, lost):
            self.add_no_wider(part, 2 * _WIDEST)
        self.body.addStretch(1)
        self._card.restore_asked.connect(self._restore)
        self._card.others_asked.connect(self.backups_asked)
        self._card.go_on_asked.connect(self._go_on)

    def refresh(self) -> None:
        """Look once for the newest whole backup, beside the window."""
        if self._has_looked:
            return
        self._has_looked = True
        self._card.look_on(self.tr("Reading your backups, from the newest one on…"))
        self._do(lambda _report: self._backups.newest_good(), self._show_good)

    def _do(self, work: Callable[[object], object], then: Callable[[Any], None]) -> None:
        job = Job(work, self)
        job.done.connect(then)
        job.failed.connect(self._failed)
        job.start()

    def _show_good(self, good: GoodBackup | None) -> None:
        self._good = good
        if not self._is_going_on:
            self._card.tell(good)

    def _restore(self) -> None:
        if self._good is not None:
            self.restore_asked.emit(self._good.point.path)

    def _go_on(self) -> None:
        """Make a backup of what can be read, and let it take the place of the damaged vault."""
        self._is_going_on = True
        self._card.wait(self.tr("Putting together what can be read…"))
        try:
            taken = self._backups.take_of_what_is_read()
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._do(lambda _report: taken.finish(), self._put_together)

    def _put_together(self, file: Path) -> None:
        self._is_going_on = False
        self._card.resume()
        self._card.tell(self._good)
        self.restore_asked.emit(file)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._is_going_on = False
        self._card.resume()
        self._card.tell(self._good)
        self._desk.news.troubled.emit(error)
