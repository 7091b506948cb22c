"""The clipboard, as far as it holds words of ours: given deliberately, taken back at the lock."""

import hashlib

from PySide6.QtGui import QGuiApplication

_ours: list[bytes] = []
"""The fingerprint of the last text that was put there; nothing else of it is kept."""


def put(text: str) -> None:
    """Put plain text on the clipboard, and nothing hidden beside it (security.md section 4)."""
    _ours[:] = [_fingerprint(text)]
    QGuiApplication.clipboard().setText(text)


def is_ours() -> bool:
    """Say whether the text that lies there is the one that was put there by us."""
    return bool(_ours) and _fingerprint(QGuiApplication.clipboard().text()) == _ours[0]


def forget() -> None:
    """Take our text back; what somebody copied since from elsewhere stays (security.md 2.5)."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard() or is_ours():
        clipboard.clear()
    _ours.clear()


def _fingerprint(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
