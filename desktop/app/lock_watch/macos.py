"""What macOS says: distributed notifications when the screen locks or the saver starts.

Not run where it was written. A switch to another user locks the screen and is told with it; sleep
is noticed by the clocks on the first tick after waking, before anything is painted. Sources:
CFNotificationCenterAddObserver in Apple's documentation of Core Foundation; the names are the ones
that KeePassXC listens to (security.md, section 4).
"""

import ctypes
import ctypes.util
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

_NAMES: Final = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
_UTF8: Final = 0x08000100
_AT_ONCE: Final = 4
_CALLBACK = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class Notifications(QObject):
    """Emits ``lock_asked`` when the screen is locked or its saver starts."""

    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Kept alive as long as the system may call it.
        self._callback = _CALLBACK(self._heard)

    def start(self) -> None:
        """Listen; in silence where Core Foundation is not there."""
        library = ctypes.util.find_library("CoreFoundation")
        if library is not None:
            self._listen(ctypes.CDLL(library))

    def _listen(self, core: Any) -> None:
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = (
            *(ctypes.c_void_p, ctypes.c_char_p),
            ctypes.c_uint32,
        )
        core.CFNotificationCenterAddObserver.restype = None
        core.CFNotificationCenterAddObserver.argtypes = (
            *(ctypes.c_void_p, ctypes.c_void_p, _CALLBACK),
            *(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long),
        )
        centre = core.CFNotificationCenterGetDistributedCenter()
        for name in _NAMES:
            known = core.CFStringCreateWithCString(None, name, _UTF8)
            core.CFNotificationCenterAddObserver(
                centre, None, self._callback, known, None, _AT_ONCE
            )

    def _heard(self, *_what: object) -> None:
        self.lock_asked.emit()
