"""One more backup, into a file that the manager chooses: how far it is, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.domain.errors import Trouble
from desktop.services.backups import Backups
from desktop.services.watching import Stopped, Watch
from desktop.ui.jobs import Job
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.progress import ProgressLine
from desktop.ui.widgets.text import Body


class OneMore(Card):
    """Stands only while a backup is being written, with the way to stop it."""

    begun = Signal()
    ended = Signal(str)
    """It is over, with one sentence about what came of it."""
    troubled = Signal(Trouble)

    def __init__(self, backups: Backups) -> None:
        """Begin out of sight."""
        super().__init__()
        self._backups = backups
        self._watch = Watch()
        self._moving = False
        words = Body(self.tr("Writing the backup, and reading it again…"))
        self._line = ProgressLine(words.text())
        stop = PlainButton(self.tr("Stop"))
        stop.clicked.connect(self._stop)
        for part in (words, self._line, stop):
            self.body.addWidget(part)
        self.hide()

    def write_to(self, place: Path, *, moving: bool) -> None:
        """Write a backup to a file and read it again, beside the window.

        One with which the vault is ``moving`` to another computer is told as such.
        """
        self._moving = moving
        try:
            taken = self._backups.take(place)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return
        watch = self._watch = Watch()

        def work(report: Callable[[object], None]) -> Path:
            watch.tell(report)
            return taken.finish(watch)

        self._line.show_share(0.0)
        self.show()
        self.begun.emit()
        job = Job(work, self)
        job.progress.connect(self._line.show_share)
        job.done.connect(self._written)
        job.failed.connect(self._not_written)
        job.start()

    def _stop(self) -> None:
        self._watch.stop()

    def _end(self, sentence: str) -> None:
        self.hide()
        self.ended.emit(sentence)

    def _written(self, place: Path) -> None:
        words = self.tr(
            "{name} holds your whole vault. It was read again from its first byte to its last, "
            "and it is whole. It opens with your passphrase or your recovery key."
        )
        if self._moving:
            words = self.tr(
                "{name} holds your whole vault, and it is whole. On the other computer, start "
                "Onward, press “Bring my vault here” and choose it; your passphrase opens it. From "
                "then on write there only. Nothing was removed here; “Vault and keys” can do that."
            )
        self._end(words.format(name=place.name))

    def _not_written(self, error: Exception) -> None:
        stopped = isinstance(error, Stopped)
        self._end(self.tr("Stopped. Nothing was written.") if stopped else "")
        if stopped:
            return
        if not isinstance(error, Trouble):
            raise error
        self.troubled.emit(error)
