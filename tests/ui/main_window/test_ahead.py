"""Pages are made ahead while nobody does anything, and never while somebody does."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.main_window import MainWindow
from desktop.ui.main_window.ahead import Ahead
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.playbook import ChoosingPage
from desktop.ui.pages.send import SendPage
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
    return isinstance(page, ChoosingPage) and len(page.findChildren(QLabel)) > 30


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


class OtherWindows(QObject):
    """Notes every window that comes beside the one, be it for the blink of an eye."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.seen: list[str] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and watched is not self._window:
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_is_ever_a_window_of_its_own(vault: OpenVault) -> None:
    with a_window(vault) as window:
        others = OtherWindows(window)
        ahead = window.findChild(Ahead)
        assert isinstance(ahead, Ahead)
        while ahead.make_next():
            pass

        assert window.findChild(SendPage) is not None
        assert others.seen == []


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
