"""What we put on the clipboard is gone after 30 seconds and at a lock; what others put there stays.

Both clipboards count: the one of copy and paste, and on X11 the text that is only marked. Whatever
comes out of our windows is put there as plain text and with the marks by which programs that keep a
history know that it is none of theirs. Source: security.md row 19, after KeePassXC's ``Clipboard``.
"""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from desktop.ui.widgets import clipboard as ours_by_word

FORGOTTEN_AFTER_MS = 30_000
_LINUX = {"x-kde-passwordManagerHint": b"secret"}
_HINTS = {
    "linux": _LINUX,
    "darwin": {"application/x-nspasteboard-concealed-type": b"1"},
    "win32": {
        'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"': b"1",
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    },
}
"""KDE's, the one of nspasteboard.org, and Microsoft's; never tried on macOS and Windows."""

_SAY_WHOSE = frozenset({"xcb", "wayland", "windows", "cocoa"})


class OwnClipboard(QObject):
    """Knows what on the clipboard came from one of our windows, and takes it back."""

    def __init__(self, parent: QObject, after_ms: int = FORGOTTEN_AFTER_MS) -> None:
        """Watch from now on; what is ours is taken back ``after_ms`` milliseconds."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, QTimer] = {}
        self._after_ms = after_ms
        self._clipboard.changed.connect(self._changed)

    def clear(self) -> None:
        """Empty it where it is still ours; text that was only marked (X11) as well."""
        for mode in tuple(self._ours):
            self._forget(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._stop(mode)
        if not self._is_from_us(mode) or not self._clipboard.text(mode):
            return
        if not _is_marked(self._clipboard.mimeData(mode)):
            # Comes back here at once, before anybody could read what was there first.
            self._clipboard.setMimeData(_marked(self._clipboard.text(mode)), mode)
            return
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.clear_what_is_due)
        timer.start(self._after_ms)
        self._ours[mode] = timer

    def clear_what_is_due(self) -> None:
        """Take back what has lain there long enough."""
        for mode, timer in tuple(self._ours.items()):
            if not timer.isActive():
                self._forget(mode)

    def _forget(self, mode: QClipboard.Mode) -> None:
        self._stop(mode)
        if _is_marked(self._clipboard.mimeData(mode)):
            self._clipboard.clear(mode)

    def _stop(self, mode: QClipboard.Mode) -> None:
        timer = self._ours.pop(mode, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    def _is_from_us(self, mode: QClipboard.Mode) -> bool:
        owned = {
            QClipboard.Mode.Clipboard: self._clipboard.ownsClipboard,
            QClipboard.Mode.Selection: self._clipboard.ownsSelection,
            QClipboard.Mode.FindBuffer: self._clipboard.ownsFindBuffer,
        }
        if QGuiApplication.platformName() in _SAY_WHOSE:
            return owned[mode]()
        # The others do not say whose it is; then whoever has the keyboard has copied it.
        return QGuiApplication.focusWindow() is not None or ours_by_word.is_ours()


def _marked(text: str) -> QMimeData:
    content = QMimeData()
    content.setText(text)
    for name, value in _HINTS.get(sys.platform, _LINUX).items():
        content.setData(name, value)
    return content


def _is_marked(content: QMimeData) -> bool:
    return any(content.hasFormat(name) for name in _HINTS.get(sys.platform, _LINUX))
