"""The lock screen stands where the window stood, and in front of nobody who had put it away."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.place import place_of, stand_where
from desktop.app.standing import bring_to_front


def test_a_window_that_was_put_away_is_followed_by_one_that_stays_away(qtbot: QtBot) -> None:
    locked, gate = QWidget(), QWidget()
    for window in (locked, gate):
        qtbot.addWidget(window)
    locked.resize(640, 480)
    locked.show()
    locked.showMinimized()

    stand_where(gate, place_of(locked))
    gate.show()

    assert gate.isMinimized()
    bring_to_front(gate)
    assert not gate.isMinimized()
    assert gate.size() == locked.size()


def test_a_window_that_stood_open_is_followed_by_one_in_its_place(qtbot: QtBot) -> None:
    locked, gate = QWidget(), QWidget()
    for window in (locked, gate):
        qtbot.addWidget(window)
    locked.setGeometry(40, 50, 640, 480)
    locked.show()

    stand_where(gate, place_of(locked))
    gate.show()

    assert not gate.isMinimized()
    assert gate.geometry() == locked.geometry()
    stand_where(gate, "")
    assert gate.geometry() == locked.geometry()
