"""The lock screen stands where the window stood, and in front of nobody who had put it away."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.place import place_of, show_where, stand_where
from desktop.app.standing import bring_to_front
from desktop.services import people
from desktop.ui import look
from desktop.ui.main_window import MainWindow
from tests.helpers.vaults import OpenVault


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


def test_the_first_picture_after_an_unlock_is_whole(
    qtbot: QtBot, qapp: QApplication, vault: OpenVault
) -> None:
    people.add(vault.shared, "Priya Nair")
    gate, window = QWidget(), MainWindow()
    for each in (gate, window):
        qtbot.addWidget(each)
    look.apply(qapp, "light")
    gate.setGeometry(0, 0, 1280, 800)
    gate.show()
    # The window was made, and had its turns of events, while somebody typed the passphrase.
    qapp.processEvents()

    window.show_session(vault)
    show_where(window, place_of(gate))

    at_once = where_words_stand(window)
    qapp.processEvents()
    assert at_once == where_words_stand(window)
    window.hide()


def where_words_stand(window: QWidget) -> list[tuple[str, QRect]]:
    words: list[QLabel | QAbstractButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QAbstractButton),
    ]
    return [
        (part.text(), QRect(part.mapTo(window, QPoint()), part.size()))
        for part in words
        if part.isVisible()
    ]
