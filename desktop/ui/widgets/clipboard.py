"""The clipboard, as far as it holds words of ours: given deliberately, taken back at the lock."""

import hashlib

from PySide6.QtGui import QGuiApplication

_ours: list[bytes] = []
"""The fingerprint of the last text that was put there; nothing else of it is kept."""


def put(text: str) -> None:
    """Put plain text on the clipboard, and nothing hidden beside it (security.md section 4)."""
    QGuiApplication.clipboard().setText(text)
    _ours[:] = [_fingerprint(text)]


def forget() -> None:
    """Take our text back; what somebody copied since from elsewhere stays (security.md 2.5)."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or (_ours and _fingerprint(clipboard.text()) == _ours[0]):
        clipboard.clear()
    _ours.clear()


def _fingerprint(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
