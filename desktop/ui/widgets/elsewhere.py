"""Showing a file or a folder in the program that this computer has for it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop import offline

if TYPE_CHECKING:
    import subprocess

_started: list["subprocess.Popen[bytes]"] = []
"""Kept, so that each is noticed when it ends."""


def show_elsewhere(path: Path) -> None:
    """Open a file or folder in its own program, which keeps the network that we refuse ourselves.

    Qt would start it from this thread, where it inherits the refusal.
    """
    if not (offline.is_bound() and sys.platform == "linux" and _started_outside(path)):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _started_outside(path: Path) -> bool:
    import shutil
    import subprocess

    opener = shutil.which("xdg-open")
    if opener is None:
        return False
    quiet = subprocess.DEVNULL
    started = offline.outside(
        lambda: subprocess.Popen(
            [opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    )
    _started[:] = [each for each in _started if each.poll() is None] + [started]
    return True
