"""From a backup file to a vault that is ready to take its place: key, look inside, the work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.services import restoring
from desktop.services.restoring import Inside, OtherKey, Restore
from desktop.services.watching import Stopped, Watch
from desktop.ui.jobs import Job
from desktop.ui.keys.backup_steps import BackupKeyStep, InsideStep, UnderWayStep
from desktop.ui.keys.steps import Steps
from desktop.vault import folder as vault_folder
from desktop.vault import replacing, unlocking
from desktop.vault.data_key import wipe
from desktop.vault.folder import Standing

_KEY, _INSIDE, _UNDER_WAY = range(3)


class RestoreFlow(QWidget):
    """Leads to a built vault; ``built`` carries it, one instant before it takes its place.

    ``left`` is told when somebody went back, with one sentence if something stopped them.
    """

    built = Signal(Restore)
    left = Signal(str)
    busy = Signal(bool)

    def __init__(self, folder: Path, own_key: Callable[[], bytearray] | None = None) -> None:
        """Restore into ``folder``; ``own_key`` gives the key of the vault that is open there."""
        super().__init__()
        self._folder = folder
        self._own_key = own_key
        self._file = Path()
        self._key = bytearray()
        self._watch = Watch()
        self._restore: Restore | None = None
        self._is_waiting = False
        self._at_once = False
        self._ask = BackupKeyStep()
        self._inside = InsideStep()
        self._under_way = UnderWayStep()
        names = self.tr("Its key"), self.tr("Look inside"), self.tr("Restore")
        self._steps = Steps(names, (self._ask, self._inside, self._under_way))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self._connect()

    def _connect(self) -> None:
        self._ask.aside_asked.connect(self.leave)
        self._ask.given.connect(self._unlock)
        self._inside.aside_asked.connect(self.leave)
        self._inside.next_asked.connect(self._build)
        self._under_way.aside_asked.connect(self._stop)

    def begin(self, file: Path, *, at_once: bool = False) -> None:
        """Begin with a file; ``left`` is told at once where it is no backup.

        ``at_once`` asks no more: whoever chose it has seen already what is inside.
        """
        self.forget()
        self._file = file
        self._at_once = at_once
        try:
            self._ask.ask(restoring.made(file))
        except Trouble as trouble:
            self.left.emit(_in_words(trouble))
            return
        self._steps.begin()
        if self._own_key is not None:
            self._ask.trying()
            self._look(self._own_key())

    def leave(self) -> None:
        """Go back without a change."""
        self.forget()
        self.left.emit("")

    def forget(self) -> None:
        """Forget the key and stand at the first step."""
        self._is_waiting = False
        wipe(self._key)
        self._steps.forget()

    def break_off(self, sentence: str) -> None:
        """Say why the built vault could not take its place, and remove it."""
        if self._restore is not None:
            self._restore.discard()
            self._restore = None
        self._end(sentence)

    # The key ----------------------------------------------------------------------------------

    def _unlock(self, typed: str, is_recovery_key: bool) -> None:
        file = self._file

        def work(_report: object) -> bytearray:
            if is_recovery_key:
                return unlocking.unlock_with_recovery_key(typed)
            return restoring.unlock(file, typed)

        self._is_waiting = True
        self._ask.wait(self.tr("Looking inside…"))
        job = Job(work, self)
        job.done.connect(self._unlocked)
        job.failed.connect(self._refused)
        job.start()

    def _unlocked(self, key: bytearray) -> None:
        if self._is_waiting:
            self._look(key)
        wipe(key)

    def _look(self, key: bytearray) -> None:
        """Read the whole backup with a key; what comes back after somebody left is forgotten."""
        self._is_waiting = True
        self._key = bytearray(key)
        wipe(key)
        file, folder, mine = self._file, self._folder, bytearray(self._key)

        def work(_report: object) -> Inside:
            try:
                return restoring.verify(file, mine, folder)
            finally:
                wipe(mine)

        self._ask.wait(self.tr("Looking inside…"))
        job = Job(work, self)
        job.done.connect(self._show_inside)
        job.failed.connect(self._refused)
        job.start()

    def _show_inside(self, inside: Inside) -> None:
        if not self._is_waiting:
            return
        self._ask.resume()
        self._ask.drop_secrets()
        if self._at_once:
            self._build()
            return
        stands = vault_folder.look_into(self._folder).standing is not Standing.NOTHING_YET
        self._inside.tell(inside, replacing.kept_name(self._folder).name if stands else "")
        self._steps.go_to(_INSIDE)

    def _refused(self, error: Exception) -> None:
        if not self._is_waiting:
            return
        self._ask.resume()
        if isinstance(error, OtherKey) and self._own_key is not None and not self._asked_once():
            self._ask.ask(restoring.made(self._file))
            self._ask.begin()
        elif isinstance(error, OtherKey):
            self._ask.refuse(error.what_happened)
        elif isinstance(error, Refusal):
            self._ask.refuse(error.sentence)
        elif isinstance(error, Trouble):
            self._end(_in_words(error))
        else:
            raise error

    def _asked_once(self) -> bool:
        """Whether somebody typed a key; the vault's own was tried unasked."""
        return self._ask.has_words()

    # The work ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._watch = Watch()
        self._restore = Restore(self._file, self._key, self._folder)
        wipe(self._key)
        self._under_way.show_share(0.0)
        self._steps.go_to(_UNDER_WAY)
        self.busy.emit(True)
        restore, watch = self._restore, self._watch

        def work(report: Callable[[object], None]) -> None:
            watch.tell(report)
            restore.build(watch)

        job = Job(work, self)
        job.progress.connect(self._under_way.show_share)
        job.done.connect(self._ready)
        job.failed.connect(self._failed)
        job.start()

    def _ready(self, _nothing: object) -> None:
        assert self._restore is not None
        self._under_way.aside.setEnabled(False)
        self.built.emit(self._restore)

    def _stop(self) -> None:
        self._watch.stop()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self.break_off(self.tr("Stopped. Nothing was changed."))
        elif isinstance(error, Trouble):
            self.break_off(_in_words(error))
        elif isinstance(error, Refusal):
            self.break_off(error.sentence)
        else:
            raise error

    def _end(self, sentence: str) -> None:
        self._under_way.aside.setEnabled(True)
        self.busy.emit(False)
        self.forget()
        self.left.emit(sentence)


def _in_words(trouble: Trouble) -> str:
    return f"{trouble.what_happened} {trouble.what_is_safe} {trouble.what_to_do}"
