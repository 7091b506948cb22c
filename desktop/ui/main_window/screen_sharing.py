"""Leaving our windows out of screen sharing and recordings, where the system can do it (A9).

Windows 10 (2004) and later leave a window out when asked; macOS was asked in the same way, but its
newer recorders (15 and later) do not listen; Linux knows nothing of the kind. The page "About
Onward" shows which is true here. It was written without a Windows or a Mac at hand and never ran
there: the calls follow SetWindowDisplayAffinity in Microsoft's and ``NSWindow.sharingType`` in
Apple's documentation, and a refusal is told, not guessed. Source: security.md section 4.
"""

import ctypes
import ctypes.util
import sys
from contextlib import suppress
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_NOT_IN_A_PICTURE, _IN_A_PICTURE = 0x11, 0x00
"""WDA_EXCLUDEFROMCAPTURE and WDA_NONE."""

_NOT_SHARED, _SHARED = 0, 1
"""NSWindowSharingNone and NSWindowSharingReadOnly."""

_LOOK_MS: Final = 200
"""Menus and tooltips are windows of their own, and nobody tells when they open."""


CAN: Final = sys.platform in ("win32", "darwin")
"""Whether this system knows anything of the kind, so that there is something to choose."""


class Seen(Enum):
    """What a shared screen shows of our windows."""

    LEFT_OUT = "left out"
    ASKED = "asked, and not always heard"
    BY_ALL = "seen by all"
    BY_CHOICE = "seen by all, as chosen"


class ScreenSharing(QObject):
    """Asks for each of our windows that it be left out, and says what came of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen = Seen.BY_ALL
        self._wanted = True
        self._done: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def want(self, *, wanted: bool) -> None:
        """Leave our windows out from now on, or let them be seen."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._done.clear()
            if self._timer.isActive():
                self._look()

    def start(self) -> None:
        """Ask from now on; does nothing where the system has no such thing."""
        if CAN:
            self._look()
            self._timer.start(_LOOK_MS)

    def words(self) -> str:
        """Say what a shared screen shows of our windows."""
        return {
            Seen.LEFT_OUT: self.tr(
                "Left out: other people see nothing of this window in a shared screen or a "
                "recording. F9 covers everything for somebody at your desk."
            ),
            Seen.ASKED: self.tr(
                "macOS was asked to leave this window out, but its newer versions do not always "
                "listen. Share single windows, or cover everything with F9."
            ),
            Seen.BY_CHOICE: self.tr(
                "Seen by all, as you chose: whoever sees your shared screen sees this window too. "
                "F9 covers everything."
            ),
            Seen.BY_ALL: self.tr(
                "This system cannot leave a window out: whoever sees your shared screen sees "
                "this window too. Share single windows, or cover everything with F9."
            ),
        }[self.seen]

    def _look(self) -> None:
        handles = {int(each.winId()) for each in _windows()}
        for handle in handles - self._done:
            self.seen = leave_out(handle) if self._wanted else let_in(handle)
        self._done = handles


def leave_out(handle: int, platform: str = sys.platform, library: Any = None) -> Seen:
    """Ask the system to leave one window out of pictures of the screen.

    ``handle`` is what Qt's ``winId`` gives: an HWND, or an NSView. ``library`` is the system's own
    unless a test brings another.
    """
    try:
        if platform == "win32":
            heard = _on_windows(handle, library or _user32(), _NOT_IN_A_PICTURE)
            return Seen.LEFT_OUT if heard else Seen.BY_ALL
        if platform == "darwin":
            heard = _on_macos(handle, library or _objc(), _NOT_SHARED)
            return Seen.ASKED if heard else Seen.BY_ALL
    except (OSError, AttributeError):
        return Seen.BY_ALL
    return Seen.BY_ALL


def let_in(handle: int, platform: str = sys.platform, library: Any = None) -> Seen:
    """Let one window be seen again in pictures of the screen; arguments as for ``leave_out``."""
    with suppress(OSError, AttributeError):
        if platform == "win32":
            _on_windows(handle, library or _user32(), _IN_A_PICTURE)
        elif platform == "darwin":
            _on_macos(handle, library or _objc(), _SHARED)
    return Seen.BY_CHOICE


def _user32() -> Any:
    return ctypes.WinDLL("user32")  # type: ignore[attr-defined]


def _objc() -> Any:
    return ctypes.CDLL(ctypes.util.find_library("objc"))


def _on_windows(handle: int, user32: Any, affinity: int) -> bool:
    call = user32.SetWindowDisplayAffinity
    call.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    call.restype = ctypes.c_int
    return bool(call(handle, affinity))


def _on_macos(view: int, objc: Any, sharing: int) -> bool:
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = (ctypes.c_char_p,)
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value
    # On Apple's own processors each message needs the very signature of its method.
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address or 0)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address or 0)
    window = ask(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    tell(window, objc.sel_registerName(b"setSharingType:"), sharing)
    return True


def _windows() -> list[QWindow]:
    return [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
