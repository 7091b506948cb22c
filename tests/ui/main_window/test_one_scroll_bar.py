"""Where a page scrolls, nothing in it scrolls for itself: the wheel and the keys know one way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.private.kept import Keeping, KeptAs
from desktop.ui import look
from desktop.ui.main_window import MainWindow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import Story, day

YEARS = (2023, 2024, 2025)
NEWEST = "Write it for both: To own the hard problems, as she said in the month 11 of 2025"
OLDEST = "Write it for both: To own the hard problems, as she said in the month 2 of 2023"


@pytest.fixture
def window(vault: OpenVault, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Somebody with whom twelve conversations were had, in a low window at large text."""
    story = Story(vault)
    priya = story.person("Priya Nair")
    for year in YEARS:
        for month in (2, 5, 8, 11):
            talk = story.agreed(priya, day(f"{year}-{month:02}-10"))
            heard = f"To own the hard problems, as she said in the month {month} of {year}"
            story.kept(talk, "D3", Keeping(KeptAs.GOAL, "3 years"), heard)
    look.apply(qapp, "light", text_scale=2.0)
    try:
        with a_window(vault) as window:
            window.resize(1024, 700)
            yield window
    finally:
        look.apply(qapp, "light")


def scrolls(area: QWidget) -> bool:
    if not isinstance(area, QScrollArea):
        return False
    return area.isVisible() and area.verticalScrollBar().maximum() > 0


def page_of(window: MainWindow, words: str) -> QScrollArea:
    """Return the one area that scrolls and holds these words, or the robot's complaint."""
    around: list[QWidget] = []
    part: QWidget | None = Robot(window).find(words, QWidget)
    while part is not None:
        around += [part] if scrolls(part) else []
        part = part.parentWidget()
    (page,) = around
    assert isinstance(page, QScrollArea)
    return page


def test_the_conversations_of_many_years_scroll_with_their_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    robot = Robot(window)
    robot.press("Priya Nair", "Side bar")
    robot.press("Conversations")
    qtbot.wait(50)

    first = "10 February 2023, shared 10 February 2023, contract v1"
    page = page_of(window, first)
    row = robot.find(first, QWidget)
    assert row.visibleRegion().isEmpty()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert row.visibleRegion().boundingRect().size() == row.size()


def wheel_down_over(window: MainWindow, part: QWidget) -> None:
    where = QPointF(part.mapTo(window, part.rect().center()))
    QTest.wheelEvent(window.windowHandle(), where, QPoint(0, -240))
    QApplication.processEvents()


def test_captured_goals_scroll_with_their_page_and_leave_the_agreed_ones_near(
    window: MainWindow, qtbot: QtBot
) -> None:
    robot = Robot(window)
    robot.press("Priya Nair", "Side bar")
    robot.press("Goals")
    qtbot.wait(50)

    page_of(window, "Add a goal")
    page = page_of(window, "Show 9 more")
    newest = robot.find(NEWEST, QWidget)
    assert not newest.visibleRegion().isEmpty()
    wheel_down_over(window, newest)
    assert page.verticalScrollBar().value() > 0
    robot.press("Show 9 more")
    qtbot.wait(50)
    page_of(window, "Show less")
    oldest = robot.find(OLDEST, QWidget)
    assert oldest.visibleRegion().isEmpty()
    oldest.setFocus()
    qtbot.waitUntil(lambda: not oldest.visibleRegion().isEmpty())


def test_beside_the_agreed_goals_as_many_are_shown_as_there_is_room_for(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    robot = Robot(window)
    robot.press("Priya Nair", "Side bar")
    robot.press("Goals")
    assert robot.has("Show 9 more")

    look.apply(qapp, "light")
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not robot.has("Show 9 more"))
    qtbot.wait(50)
    page_of(window, OLDEST)
