"""PySide6 6.12.0 dropped a reference to None in each void call, until Python 3.11 died of it."""

import sys

from PySide6.QtCore import QObject


def test_twenty_thousand_void_calls_leave_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("thing")
    assert abs(sys.getrefcount(None) - before) < 1_000
