"""F9 covers everything at once and gives it back; what lies beneath hears no key meanwhile (A9)."""

import ctypes
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.services import people, settings
from desktop.ui.desk import Desk
from desktop.ui.dialogs.keys import let_through
from desktop.ui.main_window import MainWindow
from desktop.ui.main_window.screen_sharing import Seen, leave_out, let_in
from desktop.ui.pages.about import AboutPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window


@pytest.fixture
def window(qtbot: QtBot, vault: OpenVault) -> Iterator[MainWindow]:
    people.add(vault.shared, "Priya Nair")
    with a_window(vault) as window:
        window.activateWindow()
        QApplication.processEvents()
        yield window


def colours(window: MainWindow) -> set[str]:
    """Return every colour in the left half of the window, where the side bar and titles are."""
    seen = window.grab().toImage()
    return {
        QColor(seen.pixel(x, y)).name()
        for x in range(0, seen.width() // 4, 3)
        for y in range(0, seen.height(), 3)
    }


def test_nothing_can_be_read_under_the_cover_and_f9_brings_it_back(window: MainWindow) -> None:
    robot = Robot(window)
    open_colours = colours(window)
    assert len(open_colours) > 5, "there are words to see"
    robot.keys("F9")
    assert len(colours(window)) == 1, "one plain ground and nothing else"
    assert robot.reads("Covered")
    robot.keys("F9")
    assert colours(window) == open_colours
    assert not robot.reads("Covered")


def test_the_button_in_the_side_bar_covers_and_the_one_on_the_cover_shows_again(
    window: MainWindow,
) -> None:
    robot = Robot(window)
    robot.press("Cover")
    assert robot.reads("Nothing of your notes is shown.")
    robot.press("Show again")
    assert not robot.reads("Covered")


def test_what_is_typed_at_a_covered_window_goes_nowhere_but_the_lock_still_locks(
    window: MainWindow, qtbot: QtBot
) -> None:
    robot = Robot(window)
    robot.press("People", within="Side bar")
    field = window.focusWidget()
    robot.keys("F9")
    robot.type_text("secret words")
    robot.keys("Ctrl+N")
    assert QApplication.activePopupWidget() is None, "no menu opens beneath"
    robot.keys("Tab")
    assert robot.reads("Covered")
    with qtbot.waitSignal(window.lock_asked, timeout=1000):
        robot.keys("Ctrl+L")
    robot.keys("F9")
    assert window.focusWidget() is field, "the keyboard is where it was"
    assert not robot.reads("secret words")


def test_a_dialog_is_covered_too_and_still_there_afterwards(window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    QVBoxLayout(dialog).addWidget(QLabel("Priya wants to leave"))
    let_through(window, dialog)
    dialog.resize(400, 300)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    Robot(dialog).keys("F9")
    for each in (window, dialog):
        assert [w for w in each.children() if getattr(w, "accessibleName", str)() == "Covered"]
    Robot(dialog).keys("F9")
    assert dialog.isVisible()
    assert not Robot(dialog).reads("Nothing of your notes is shown.")
    dialog.close()
    dialog.deleteLater()


def test_an_open_menu_does_not_keep_its_words_on_the_screen(window: MainWindow) -> None:
    menu = QMenu(window)
    menu.addAction("Priya Nair")
    menu.popup(window.mapToGlobal(window.rect().center()))
    QApplication.processEvents()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F9)
    assert QApplication.activePopupWidget() is None
    assert Robot(window).reads("Covered")
    Robot(window).keys("F9")


def test_a_covered_window_that_grows_stays_covered(window: MainWindow) -> None:
    Robot(window).keys("F9")
    window.resize(1500, 900)
    QApplication.processEvents()
    assert len(colours(window)) == 1
    Robot(window).keys("F9")


class User32:
    """Stands where Windows would; it remembers what it was asked."""

    def __init__(self, answer: int) -> None:
        self.asked: list[tuple[int, int]] = []

        def call(handle: int, affinity: int) -> int:
            self.asked.append((handle, affinity))
            return answer

        self.SetWindowDisplayAffinity = call


def test_windows_is_asked_to_leave_a_window_out_and_a_refusal_is_told() -> None:
    agrees, refuses = User32(1), User32(0)
    assert leave_out(7, "win32", agrees) is Seen.LEFT_OUT
    assert agrees.asked == [(7, 0x11)]
    assert leave_out(7, "win32", refuses) is Seen.BY_ALL


def test_elsewhere_nobody_claims_that_a_window_is_left_out() -> None:
    assert leave_out(7, "linux") is Seen.BY_ALL
    assert leave_out(7, "win32", ctypes.CDLL(None)) is Seen.BY_ALL, "no such call there"


def test_a_window_is_let_in_again_where_the_manager_chose_so() -> None:
    windows = User32(1)
    assert let_in(7, "win32", windows) is Seen.BY_CHOICE
    assert windows.asked == [(7, 0x00)]
    assert let_in(7, "win32", ctypes.CDLL(None)) is Seen.BY_CHOICE, "and it is no harm elsewhere"


def test_the_choice_is_kept_and_stands_beside_what_is_true(
    qtbot: QtBot, vault: OpenVault, desk: Desk
) -> None:
    page = AboutPage(vault.folder, lambda: "Left out.")
    qtbot.addWidget(page)
    page.offer_choice(desk)
    page.refresh()
    page.show()
    robot = Robot(page)
    assert settings.left_out(vault.shared), "out, until somebody chooses otherwise"
    robot.press("Leave Onward out of shared screens")
    assert not settings.left_out(vault.shared)
    robot.press("Leave Onward out of shared screens")
    assert settings.left_out(vault.shared)
    page.offer_choice(None)
    assert not robot.has("Leave Onward out of shared screens")
