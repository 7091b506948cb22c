"""The vault process, as the gate sees it: started early, given the key, and listened to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, cast

from PySide6.QtCore import QObject, Signal

from desktop.app.arguments import Arguments
from desktop.ui.jobs import Job
from desktop.vault import answers, handover
from desktop.vault.answers import Answer
from desktop.vault.handover import HandOver

if TYPE_CHECKING:
    import subprocess

_UNDER_WAY = ("built", "rescuing")
"""What the vault process says before it says what came of it."""


class VaultBehind(QObject):
    """One process behind the lock screen; another one in its place where it has ended."""

    rescuing = Signal()
    """A damaged vault is read around its damage; that takes long."""
    answered = Signal(Answer)
    """What came of the key that was delivered."""

    def __init__(self, arguments: Arguments, parent: QObject) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    def prewarm(self) -> None:
        """Have it started and waiting."""
        if self._process is None or self._process.poll() is not None:
            command = self._arguments.command(vault=None, waits_for_key=True)
            self._process = handover.start_vault(command)

    def deliver(self, message: HandOver) -> None:
        """Hand it the key, and hear from now on what it says; Trouble where it has gone."""
        assert self._process is not None
        self._listen(self._process)
        handover.deliver(self._process, message)

    def leave(self) -> None:
        """Let it end: no key will come any more."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        def hear(report: Callable[[object], None]) -> Answer:
            assert process.stdout is not None
            for said in answers.answers(cast(BinaryIO, process.stdout)):
                if said.word not in _UNDER_WAY:
                    return said
                report(said)
            return Answer("quit")

        job = Job(hear, self)
        job.progress.connect(self._hear_meanwhile)
        job.done.connect(self.answered)
        job.start()

    def _hear_meanwhile(self, answer: Answer) -> None:
        if answer.word == "rescuing":
            self.rescuing.emit()
