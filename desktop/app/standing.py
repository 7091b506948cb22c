"""One window for a vault: a second start brings the first to the front and ends.

The first listens at a pipe with a name, in a folder that only this user may enter; the second puts
one byte into it. No word travels, and the name is a fingerprint of the vault's path. The lock on
the vault stays what it is: this only spares the manager a refusal. Windows has no such pipe; there
a second start says that the vault is open. Source: product A7 and K8, security.md row 10.
"""

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import files

_KNOCK = b"!"
_CAN = hasattr(os, "mkfifo")


class Standing(QObject):
    """Hears when Onward is started again for the same vault."""

    knocked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pipe: int | None = None
        self._ear: QSocketNotifier | None = None

    def listen(self, folder: Path) -> None:
        """Listen for a second start; in silence where no pipe can be made."""
        self.stop()
        if not _CAN:
            return
        with suppress(OSError):
            path = _pipe_of(folder)
            if not path.exists():
                os.mkfifo(path, 0o600)
            # For both directions, so that it never ends when a visitor leaves.
            self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
            self._ear = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._heard)

    def stop(self) -> None:
        """Leave the vault to whichever process stands next."""
        if self._ear is not None and self._pipe is not None:
            self._ear.setEnabled(False)
            os.close(self._pipe)
        self._ear = self._pipe = None

    def _heard(self, *_what: object) -> None:
        if self._pipe is not None:
            with suppress(OSError):
                os.read(self._pipe, 64)
            self.knocked.emit()


def knock(folder: Path) -> bool:
    """Bring the window that already stands for this vault to the front; False if there is none."""
    if not _CAN:
        return False
    try:
        path = _pipe_of(folder)
        if not stat.S_ISFIFO(path.lstat().st_mode):
            return False
        pipe = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        os.write(pipe, _KNOCK)
    except OSError:
        return False
    finally:
        os.close(pipe)
    return True


def bring_to_front(window: QWidget) -> None:
    """Show a window above the others, also one that was put away."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _pipe_of(folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return files.runtime() / name
