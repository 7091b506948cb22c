"""Pages are made ahead while nobody does anything, and never while somebody does."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.playbook import ChoosingPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

pytestmark = pytest.mark.usefixtures("qapp")

LONGER_THAN_THE_QUIET = 1_600


@pytest.fixture(autouse=True)
def two_people(vault: OpenVault) -> None:
    for name in ("Jun Watanabe", "Priya Nair"):
        people.add(vault.shared, name)


def is_made(window: MainWindow) -> bool:
    """Whether every question lies ready to be chosen already."""
    page = window.findChild(ChoosingPage)
    assert isinstance(page, ChoosingPage)
    return len(page.findChildren(QLabel)) > 30


def test_while_nobody_does_anything_pages_are_made_and_nothing_is_seen_of_it(
    vault: OpenVault, qtbot: QtBot
) -> None:
    with a_window(vault) as window:
        robot, keyboard = Robot(window), QApplication.focusWidget()
        seen = window.grab().toImage()
        assert not is_made(window)
        window.make_pages_ahead()
        qtbot.waitUntil(lambda: is_made(window))

        assert QApplication.focusWidget() is keyboard
        assert window.grab().toImage() == seen
        robot.press("Jun Watanabe", within="Side bar")
        assert robot.reads("Where Jun is heading") or robot.reads("it stands here")


def test_a_page_made_ahead_shows_what_came_since(vault: OpenVault, qtbot: QtBot) -> None:
    with a_window(vault) as window:
        assert not is_made(window)
        window.make_pages_ahead()
        qtbot.waitUntil(lambda: is_made(window))
        people.add(vault.shared, "Tomás Ortega")

        robot = Robot(window)
        robot.press("People", within="Side bar")

        page = window.findChild(PeoplePage)
        assert isinstance(page, PeoplePage)
        assert Robot(page).reads("Tomás Ortega")


def test_nothing_is_made_while_the_keyboard_is_in_a_field(vault: OpenVault) -> None:
    with a_window(vault) as window:
        robot = Robot(window)
        robot.press("Jun Watanabe", within="Side bar")
        robot.press("Details")
        window.activateWindow()
        robot.type_into("Role", "Se")
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        assert not is_made(window)
        window.make_pages_ahead()
        QTest.qWait(LONGER_THAN_THE_QUIET)

        assert not is_made(window)


def test_nothing_is_made_once_the_window_is_covered(vault: OpenVault) -> None:
    with a_window(vault) as window:
        assert not is_made(window)
        window.make_pages_ahead()
        window.cover()
        QTest.qWait(LONGER_THAN_THE_QUIET)

        assert not is_made(window)
