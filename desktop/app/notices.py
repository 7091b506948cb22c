"""Handing one sentence to the system, which shows it as it shows everybody's.

On Linux over the session bus (Desktop Notifications Specification), marked so that it stays in no
history; elsewhere through an icon beside the clock that stands there only as long as the sentence.
Windows and macOS could not be run where this was written. The bus is a local socket: nothing here
needs the network that the kernel refuses us. We stay on the bus for as long as the sentence is
shown, to hear that it was pressed; the press says nothing, only who is wanted.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.ui.jobs import Job
from desktop.ui.widgets.glyphs import window_icon

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

TITLE: Final = "Onward"
"""A constant: notifications are read by others and kept by desktops (security.md, section 4)."""

_SHOWN_MS: Final = 8_000
_PATIENCE_S: Final = 1.0
_NAME: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
_PRESSED: Final = "default"
"""What the specification calls a press on the sentence itself; nobody sees a button for it."""


class Notices(QObject):
    """Shows a sentence; where the system takes none, silence."""

    pressed = Signal()
    """A sentence that still stood was pressed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self._ear: QSocketNotifier | None = None

    def show(self, sentence: str) -> None:
        """Hand the sentence over beside the event loop; a slow bus stops nobody's typing."""
        if sys.platform == "linux":
            job = Job(lambda _report: _tell_bus(sentence), self)
            job.done.connect(self._listen)
            job.start()
        elif QSystemTrayIcon.supportsMessages():
            self._show_beside_the_clock(sentence)

    def stop(self) -> None:
        """Hear nothing any more of what was shown."""
        if self._ear is not None:
            self._ear.setEnabled(False)
            self._ear.deleteLater()
        if self._shown is not None:
            self._shown.bus.close()
        self._ear = self._shown = None

    def _listen(self, shown: "_Shown | None") -> None:
        """Hear of the sentence shown last."""
        self.stop()
        if shown is not None:
            self._shown = shown
            descriptor = shown.bus.sock.fileno()
            self._ear = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._hear)
            self._hear()  # what came together with the number is read from the socket already

    def _hear(self, *_what: object) -> None:
        while self._shown is not None:
            try:
                said = self._shown.bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, EOFError, ValueError):
                self.stop()
                return
            if self._shown.was_pressed(said):
                self.pressed.emit()
            if self._shown.is_gone(said):
                self.stop()

    def _show_beside_the_clock(self, sentence: str) -> None:
        icon = QSystemTrayIcon(window_icon(), self)
        icon.messageClicked.connect(self.pressed)
        icon.show()
        icon.showMessage(TITLE, sentence, window_icon(), _SHOWN_MS)
        QTimer.singleShot(_SHOWN_MS, icon, icon.deleteLater)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sentence on the screen: the line to whoever shows it, and the number it was given."""

    bus: "DBusConnection"
    number: int

    def was_pressed(self, said: "Message") -> bool:
        return self._tells(said, "ActionInvoked") and said.body[1:2] == (_PRESSED,)

    def is_gone(self, said: "Message") -> bool:
        return self._tells(said, "NotificationClosed")

    def _tells(self, said: "Message", what: str) -> bool:
        from jeepney import HeaderFields, MessageType

        return (
            said.header.message_type is MessageType.signal
            and said.header.fields.get(HeaderFields.interface) == _NAME
            and said.header.fields.get(HeaderFields.member) == what
            and said.body[:1] == (self.number,)
        )


def _tell_bus(sentence: str) -> "_Shown | None":
    from jeepney import DBusErrorResponse, MatchRule
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    # No bus, a bus that is gone, nobody who shows: there is nobody to tell.
    with suppress(OSError, EOFError, KeyError, ValueError, RuntimeError, DBusErrorResponse):
        connection = open_dbus_connection("SESSION", auth_timeout=_PATIENCE_S)
        try:
            heard = message_bus.AddMatch(MatchRule(type="signal", interface=_NAME, path=_PATH))
            connection.send_and_get_reply(heard, timeout=_PATIENCE_S)
            reply = connection.send_and_get_reply(_notify(sentence), timeout=_PATIENCE_S)
            return _Shown(connection, unwrap_msg(reply)[0])
        except BaseException:
            connection.close()
            raise
    return None


def _notify(sentence: str) -> "Message":
    from jeepney import DBusAddress, new_method_call

    hints = {"transient": ("b", True), "desktop-entry": ("s", "onward")}
    open_it = QCoreApplication.translate("OutOfSight", "Bring Onward to the front")
    actions = [_PRESSED, open_it]
    said: tuple[object, ...] = (TITLE, 0, "", TITLE, sentence, actions, hints, -1)
    return new_method_call(DBusAddress(_PATH, _NAME, _NAME), "Notify", "susssasa{sv}i", said)
