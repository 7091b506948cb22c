"""What Linux says over D-Bus: the screen saver on the session bus, logind on the system bus.

logind waits with sleep until we have locked: we hold a *delay* inhibitor and let it go afterwards
(security.md, section 4, platform power events). No bus, no logind, no screen saver: silence, and
nothing is slower for it.
"""

import os
from typing import Final, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.xfce.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_LOGIND: Final = "org.freedesktop.login1"
_LOGIND_PATH: Final = "/org/freedesktop/login1"
_AUTO: Final = "/org/freedesktop/login1/session/auto"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_PATIENCE_MS: Final = 1000


class SystemBuses(QObject):
    """Emits ``lock_asked`` at a locked screen, before sleep, and when another user takes over."""

    lock_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holds: QDBusUnixFileDescriptor | None = None
        self._system = QDBusConnection.systemBus()
        self._session = QDBusConnection.sessionBus()

    def start(self) -> None:
        """Listen on whichever bus there is."""
        if self._session.isConnected():
            for name in _SAVERS:
                self._hear(self._session, "", "", name, "ActiveChanged", "saver_changed")
        if self._system.isConnected():
            self._listen_to_logind()

    def release(self) -> None:
        """Let the computer sleep."""
        if self._holds is not None:
            os.close(self._holds.takeFileDescriptor())
            self._holds = None

    def _listen_to_logind(self) -> None:
        self._hear(
            self._system, _LOGIND, _LOGIND_PATH, _MANAGER, "PrepareForSleep", "sleep_is_near"
        )
        path = self._our_session()
        if path:
            self._hear(self._system, _LOGIND, path, _SESSION, "Lock", "session_locked")
            self._hear(
                self._system, _LOGIND, path, _PROPERTIES, "PropertiesChanged", "session_changed"
            )
        self._hold_sleep()

    def _our_session(self) -> str:
        """Return where our session stands on the bus; nothing where logind does not know us."""
        number = self._property("Id")
        found = self._ask(_LOGIND_PATH, _MANAGER, "GetSession", [str(number)]) if number else None
        return str(getattr(found, "path", lambda: found or "")())

    def _property(self, name: str) -> object:
        known = self._ask(_AUTO, _PROPERTIES, "Get", [_SESSION, name])
        return getattr(known, "variant", lambda: known)()

    def _hold_sleep(self) -> None:
        why = ["sleep", "Onward", "Locks your notes first", "delay"]
        held = self._ask(_LOGIND_PATH, _MANAGER, "Inhibit", why)
        if isinstance(held, QDBusUnixFileDescriptor) and held.isValid():
            self._holds = held

    def _ask(self, path: str, interface: str, method: str, words: list[str]) -> object | None:
        call = QDBusMessage.createMethodCall(_LOGIND, path, interface, method)
        call.setArguments(words)
        reply = self._system.call(call, QDBus.CallMode.Block, _PATIENCE_MS)
        if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            return None
        answer: object = reply.arguments()[0]
        return answer

    def _hear(
        self, bus: QDBusConnection, service: str, path: str, interface: str, signal: str, slot: str
    ) -> None:
        # Only the stub says bytes; what is taken is the text that Qt's macro SLOT makes.
        address = cast(bytes, SLOT(f"{slot}(QDBusMessage)"))
        bus.connect(service, path, interface, signal, self, address)

    # What was heard ---------------------------------------------------------------------------

    @Slot(QDBusMessage)
    def saver_changed(self, message: QDBusMessage) -> None:
        """Lock when the screen saver begins; nothing when it ends."""
        if message.arguments()[:1] == [True]:
            self.lock_asked.emit()

    @Slot(QDBusMessage)
    def sleep_is_near(self, message: QDBusMessage) -> None:
        """Lock before sleep; hold the next one again after waking."""
        if message.arguments()[:1] == [True]:
            self.lock_asked.emit()
        elif self._holds is None:
            self._hold_sleep()

    @Slot(QDBusMessage)
    def session_locked(self, _message: QDBusMessage) -> None:
        """Lock with the session."""
        self.lock_asked.emit()

    @Slot(QDBusMessage)
    def session_changed(self, _message: QDBusMessage) -> None:
        """Lock when another user gets the screen: our session is no longer the active one."""
        if self._property("Active") is False:
            self.lock_asked.emit()
