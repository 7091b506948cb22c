"""Everything that locks the vault without being asked: quiet, sleep, the screen, another user.

``LockWatch`` tells the vault process by one signal and asks nobody: no dialog, menu or running job
can hold a lock up (security.md, row 12). ``quiet`` counts minutes without a key and notices a sleep
that nobody announced; ``linux``, ``windows`` and ``macos`` listen to what each system says. Where a
system says nothing, the quiet minutes still hold.

Windows and macOS could not be run where this was written: their listeners follow the documented
calls, and what they make of a message is tested, not that the message comes.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.app.lock_watch.quiet import Quiet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LockWatch(QObject):
    """Emits ``lock_asked`` whenever the vault must lock; more than once does no harm."""

    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = Quiet(self)
        self._quiet.over.connect(self.lock_asked)
        self._system: QObject | None = None

    def start(self, window: "QWidget", minutes: int) -> None:
        """Watch from now on; ``window`` must stand already."""
        self._quiet.start(minutes)
        if sys.platform == "linux":
            from desktop.app.lock_watch.linux import SystemBuses

            buses = SystemBuses(self)
            buses.lock_asked.connect(self.lock_asked)
            buses.start()
            self._system = buses
        elif sys.platform == "win32":
            from desktop.app.lock_watch.windows import SessionMessages

            messages = SessionMessages(self)
            messages.lock_asked.connect(self.lock_asked)
            messages.start(int(window.winId()))
            self._system = messages
        elif sys.platform == "darwin":
            from desktop.app.lock_watch.macos import Notifications

            notifications = Notifications(self)
            notifications.lock_asked.connect(self.lock_asked)
            notifications.start()
            self._system = notifications

    def set_minutes(self, minutes: int) -> None:
        """Lock after this many quiet minutes from now on."""
        self._quiet.set_minutes(minutes)

    def locked(self) -> None:
        """The vault is locked: let the computer go to sleep, if it waits for that."""
        release = getattr(self._system, "release", None)
        if release is not None:
            release()
