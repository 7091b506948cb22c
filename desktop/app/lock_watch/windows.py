"""What Windows says to our window: the session is locked or left, or the computer will sleep.

Not run where it was written. Sources: WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE and
WM_POWERBROADCAST in Microsoft's documentation of the Win32 API.
"""

import ctypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

_SESSION_CHANGE: Final = 0x02B1
_POWER: Final = 0x0218
_SUSPEND: Final = 0x0004
# Console left, remote session left, signed out, locked.
_LEAVING: Final = frozenset({0x2, 0x4, 0x6, 0x7})
_THIS_SESSION: Final = 0


def asks_for_lock(message: int, why: int) -> bool:
    """Say whether a window message means that nobody may look at the notes any more."""
    if message == _SESSION_CHANGE:
        return why in _LEAVING
    return message == _POWER and why == _SUSPEND


class _Message(ctypes.Structure):
    """The head of Win32's MSG."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
        ("lParam", ctypes.c_ssize_t),
    )


class _Filter(QAbstractNativeEventFilter):
    """Looks at every message of the thread and takes none away."""

    def __init__(self, owner: "SessionMessages") -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(  # noqa: N802 - Qt calls it
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Tell of a message that asks for a lock."""
        said = _Message.from_address(int(message))
        if asks_for_lock(said.message, said.wParam):
            self._owner.lock_asked.emit()
        return False, 0


class SessionMessages(QObject):
    """Emits ``lock_asked`` when the session is locked, left, or the computer goes to sleep."""

    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)

    def start(self, window: int) -> None:
        """Have the session's changes told to the window of this handle."""
        libraries = getattr(ctypes, "windll", None)
        if libraries is not None:
            libraries.wtsapi32.WTSRegisterSessionNotification(
                ctypes.c_void_p(window), _THIS_SESSION
            )
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
