"""The lock of a vault folder: one window at a time, whatever was left behind by a crash."""

import errno
import os
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop import held
from desktop.domain.errors import Trouble

NAME: Final = "vault.lock"
_BUSY: Final = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


class VaultLock:
    """A held lock; the system drops it when the process ends, however it ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let the next window in; the file itself stays, only the lock on it counts."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


class AlreadyOpen(Trouble):
    """Another process holds this vault."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This vault is already open in another window.",
            what_is_safe="Your notes are untouched.",
            what_to_do="Go on in that window, or close it and try again here.",
        )


def hold(folder: Path) -> VaultLock:
    """Take the exclusive lock of a vault folder; AlreadyOpen if another window has it.

    Raises Trouble where the folder cannot be written to or its disk knows no locks.
    """
    try:
        descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _cannot_lock() from error
    try:
        held.hold(descriptor)
    except OSError as error:
        os.close(descriptor)
        raise (AlreadyOpen() if error.errno in _BUSY else _cannot_lock()) from error
    return VaultLock(descriptor)


def _cannot_lock() -> Trouble:
    return Trouble(
        what_happened="Onward cannot reserve this vault for itself: "
        "its folder does not allow writing, or its disk does not support locks.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Allow writing in the vault folder, or copy it to a disk of this computer.",
    )
