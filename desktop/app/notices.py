"""Handing one sentence to the system, which shows it as it shows everybody's.

On Linux over the session bus (Desktop Notifications Specification), marked so that it stays in no
history; elsewhere through an icon beside the clock that stands there only as long as the sentence.
Windows and macOS could not be run where this was written. The bus is a local socket: nothing here
needs the network that the kernel refuses us.
"""

import sys
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.ui.jobs import Job
from desktop.ui.widgets.glyphs import window_icon

TITLE: Final = "Onward"
"""A constant: notifications are read by others and kept by desktops (security.md, section 4)."""

_SHOWN_MS: Final = 8_000
_PATIENCE_S: Final = 1.0


class Notices(QObject):
    """Shows a sentence; where the system takes none, silence."""

    def show(self, sentence: str) -> None:
        """Hand the sentence over beside the event loop; a slow bus stops nobody's typing."""
        if sys.platform == "linux":
            Job(lambda _report: _tell_bus(sentence), self).start()
        elif QSystemTrayIcon.supportsMessages():
            self._show_beside_the_clock(sentence)

    def _show_beside_the_clock(self, sentence: str) -> None:
        icon = QSystemTrayIcon(window_icon(), self)
        icon.show()
        icon.showMessage(TITLE, sentence, window_icon(), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, icon, icon.deleteLater)


def _tell_bus(sentence: str) -> None:
    from jeepney import DBusAddress, MessageFlag, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    name = "org.freedesktop.Notifications"
    place = DBusAddress("/org/freedesktop/Notifications", name, name)
    hints = {"transient": ("b", True), "desktop-entry": ("s", "onward")}
    said: tuple[object, ...] = (TITLE, 0, "", TITLE, sentence, [], hints, -1)
    call = new_method_call(place, "Notify", "susssasa{sv}i", said)
    call.header.flags |= MessageFlag.no_reply_expected
    # No bus, a bus that is gone, a bus of a kind we do not know: there is nobody to tell.
    with suppress(OSError, KeyError, ValueError, RuntimeError):
        connection = open_dbus_connection("SESSION", auth_timeout=_PATIENCE_S)
        try:
            connection.send(call)
        finally:
            connection.close()
