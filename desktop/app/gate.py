"""The gate: shows the lock screen, turns a passphrase into the key, and hands it over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.app import boot, gate_words, standing, ways_in
from desktop.app.arguments import Arguments
from desktop.app.elsewhere import here
from desktop.app.faces import Faces
from desktop.app.place import place_of, stand_where
from desktop.app.vault_behind import VaultBehind
from desktop.app.ways_in import WaysIn
from desktop.domain.errors import Refusal, Trouble
from desktop.ui.jobs import Job
from desktop.ui.keys.this_computer import this_computer
from desktop.ui.lock_screen import Gate, NewVault
from desktop.vault import (
    attempts,
    copies,
    handover,
    replacing,
)
from desktop.vault.answers import Answer
from desktop.vault.data_key import wipe
from desktop.vault.handover import HandOver

if TYPE_CHECKING:
    from desktop.services.restoring import Restore

_PREWARM_AFTER_MS = 250
"""The vault process is started once the lock screen stands, so that it does not slow it."""

Work = Callable[[Callable[[object], None]], HandOver]


def run(arguments: Arguments) -> int:
    """Show the lock screen until the vault is open or the window is closed."""
    # What a lock has sealed waits for this very process; it never makes way.
    own = arguments.vault is not None or not arguments.sample
    if own and not arguments.drafts_waiting and standing.knock(_folder(arguments)):
        return 0
    app = boot.application(arguments)
    process = GateProcess(arguments, app)
    process.start()
    return app.exec()


class GateProcess(QObject):
    """This process's only inhabitant: one lock screen and the vault process it hands over to."""

    def __init__(self, arguments: Arguments, app: QApplication) -> None:
        super().__init__(app)
        self._arguments = arguments
        self._app = app
        self._folder = _folder(arguments)
        self._drafts = handover.waiting_drafts(_stdin()) if arguments.drafts_waiting else b""
        self._ways_in = WaysIn(self._folder, self._drafts, arguments.sample)
        self._behind = VaultBehind(arguments, self)
        self._wrong_guesses = 0
        self._is_opening = False
        self._wish: NewVault | None = None
        self._gate = Gate(self._folder)
        self._standing = standing.Standing(self)
        self._faces = Faces(
            self._gate, self._folder, arguments, drafts=bool(self._drafts), parent=self
        )
        self._connect()
        boot.report_defects_to(self._gate.show_trouble)
        stand_where(self._gate, arguments.place)

    def start(self) -> None:
        """Show what stands in the folder, then start the vault process in the background."""
        if self._arguments.sample and not self._arguments.vault:
            self._gate.show_unlock(self.tr("Getting the sample people ready"), sample=True)
            self._gate.opening()
            QTimer.singleShot(0, self._open_sample)
        else:
            self._faces.show()
            self._standing.listen(self._folder)
            QTimer.singleShot(_PREWARM_AFTER_MS, self._behind.prewarm)
        self._gate.show()
        QTimer.singleShot(_PREWARM_AFTER_MS, self._clear_left_behind)

    def _clear_left_behind(self) -> None:
        def clear(_report: object) -> None:
            from desktop.vault import passing

            passing.clear_left_behind()

        Job(clear, self).start()

    def _connect(self) -> None:
        self._behind.rescuing.connect(self._gate.reading_around_damage)
        self._behind.answered.connect(self._heard)
        self._gate.unlock_asked.connect(self._unlock)
        self._gate.quick_unlock_asked.connect(self._unlock_quickly)
        self._gate.recovery_asked.connect(self._recover)
        self._gate.create_asked.connect(self._create)
        self._gate.sample_asked.connect(self._open_sample)
        self._gate.try_again_asked.connect(self._try_again)
        self._standing.knocked.connect(self._come_to_front)
        self._gate.restored.connect(self._put_restored_in_place)
        self._faces.other_folder_chosen.connect(self._open_another)
        self._app.lastWindowClosed.connect(self._leave)

    def _come_to_front(self) -> None:
        standing.bring_to_front(self._gate)

    def _open_another(self, folder: Path) -> None:
        """Start over before the vault in another folder."""
        self._standing.stop()
        place = place_of(self._gate)
        handover.start_gate(
            self._arguments.command(vault=folder.absolute(), waits_for_key=False, place=place)
        )
        self._gate.hide()
        self._leave()

    # What the manager asks for ---------------------------------------------------------------

    def _unlock(self, passphrase: str) -> None:
        self._begin(lambda _report: self._ways_in.with_passphrase(passphrase))

    def _unlock_quickly(self) -> None:
        computer = this_computer()
        self._behind.prewarm()
        job = Job(lambda _report: self._ways_in.with_keychain(computer), self)
        job.done.connect(self._deliver)
        job.failed.connect(self._cannot_unlock_quickly)
        job.start()

    def _cannot_unlock_quickly(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        sentence = error.sentence if isinstance(error, Refusal) else gate_words.in_short(error)
        self._gate.offer_quick_unlock(offered=isinstance(error, Trouble), sentence=sentence)

    def _recover(self, recovery_key: str, new_passphrase: str) -> None:
        self._begin(lambda _report: self._ways_in.with_recovery_key(recovery_key, new_passphrase))

    def _try_again(self) -> None:
        # A recovery sheet may be written already: the same key is tried again, not a new one.
        if self._wish is not None:
            self._create(self._wish)
        else:
            self._faces.show()

    def _create(self, wish: NewVault) -> None:
        self._wish = wish
        self._begin(lambda _report: self._ways_in.to_new(wish))

    def _open_sample(self) -> None:
        self._begin(lambda _report: ways_in.to_sample())

    def _put_restored_in_place(self, restore: "Restore") -> None:
        """Give the vault of a backup its place; one that stands there is kept beside it."""
        try:
            current = replacing.hold_current(self._folder)
            try:
                kept = restore.switch(current)
                # An earlier state is what the manager asked for, and no news.
                here().forget(copies.read(self._folder).vault_id)
            finally:
                restore.discard()
                if current is not None:
                    current.release()
        except (Refusal, Trouble) as error:
            self._gate.cannot_restore(str(error))
            return
        words = self.tr("Restored. Unlock it with the passphrase it had then.")
        beside = self.tr("What was here before is kept beside it, as {name}.")
        said = f"{words} {beside.format(name=kept.name)}" if kept is not None else words
        self._faces.show_unlock(said)

    def _begin(self, work: Work) -> None:
        self._behind.prewarm()
        job = Job(work, self)
        job.done.connect(self._deliver)
        job.failed.connect(self._refuse)
        job.start()

    # What comes of it -------------------------------------------------------------------------

    def _deliver(self, message: HandOver) -> None:
        if self._is_opening:
            wipe(message.key)
            return
        self._is_opening = True
        self._faces.rest()
        self._gate.opening()
        if self._faces.is_damaged():
            self._gate.reading_around_damage()
        message = replace(
            message,
            place=place_of(self._gate),
            take_over=self._faces.take_over,
            only_read=self._faces.only_read,
        )
        try:
            self._behind.deliver(message)
        except Trouble as trouble:
            self._refuse(trouble)

    def _heard(self, answer: Answer) -> None:
        if answer.word == "open":
            self._gate.hide()
            self._app.exit(0)
        elif answer.word == "damaged":
            self._is_opening = False
            self._faces.show()
        else:
            self._refuse(answer.trouble or gate_words.ended_early())

    def _refuse(self, error: Exception) -> None:
        if self._is_opening and isinstance(error, Refusal):
            return  # the keychain has opened the vault already
        self._is_opening = False
        if isinstance(error, Refusal) and error.field == "passphrase":
            self._wrong_guesses += 1
            wait = attempts.delay_after(self._wrong_guesses)
            self._gate.refuse_passphrase(error.sentence, wait)
        elif isinstance(error, Refusal):
            self._gate.refuse_recovery_key(error.sentence)
        elif isinstance(error, Trouble):
            self._gate.show_trouble(error)
        else:
            raise error

    def _leave(self) -> None:
        self._behind.leave()
        if self._arguments.sample and self._arguments.vault:
            import shutil

            shutil.rmtree(self._arguments.vault.parent, ignore_errors=True)
        self._app.exit(0)


def _folder(arguments: Arguments) -> Path:
    return arguments.vault or files.default_vault()


def _stdin() -> BinaryIO:
    return handover.standard_input()
