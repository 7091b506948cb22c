"""What tells this computer from others that open the same vault, without naming it."""

import hashlib

from PySide6.QtCore import QSysInfo


def this_computer() -> str:
    """Return a short mark of this computer; nothing about it can be read from the mark."""
    known = QSysInfo.machineUniqueId().data() or QSysInfo.machineHostName().encode("utf-8")
    return hashlib.sha256(b"onward " + bytes(known)).hexdigest()[:16]
