"""What we put on the clipboard does not outlive a lock; what somebody else put there stays."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class OwnClipboard(QObject):
    """Remembers whether what lies on the clipboard came from one of our windows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, bool] = {}
        self._clipboard.changed.connect(self._changed)

    def clear(self) -> None:
        """Empty it where it is ours; text that was only marked (X11) as well."""
        for mode, ours in self._ours.items():
            if ours:
                self._clipboard.clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        # Some systems do not say whose it is; then whoever has the keyboard has copied it.
        owned = {
            QClipboard.Mode.Clipboard: self._clipboard.ownsClipboard,
            QClipboard.Mode.Selection: self._clipboard.ownsSelection,
            QClipboard.Mode.FindBuffer: self._clipboard.ownsFindBuffer,
        }
        focused = QGuiApplication.focusWindow() is not None
        self._ours[mode] = owned[mode]() or focused
