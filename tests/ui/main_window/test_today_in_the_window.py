"""Today in the window: true at midnight and after sleep, calm with nothing and with forty."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services import people, today
from desktop.ui import look
from desktop.ui.main_window import MainWindow
from desktop.ui.plots.beats import BeatMark
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day


@pytest.fixture
def window(vault: OpenVault, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    yield window
    window.flush()
    window.hide()


def opened(window: MainWindow, vault: OpenVault, qtbot: QtBot) -> Robot:
    window.show_session(vault)
    with qtbot.waitExposed(window):
        window.show()
    return Robot(window)


def come_back_to(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def test_a_minute_that_begins_while_it_locks_reads_nothing_more(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    opened(window, vault, qtbot)
    window.cover()
    vault.close()
    vault.clock.forward(minutes=1)
    come_back_to(window)


def waiting(robot: Robot) -> str:
    return robot.find("Today", *Robot.pressable).accessibleDescription()


def test_side_bar_and_page_are_true_after_a_night_asleep(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-08-20"), mine={"Ask Ruth": "2026-11-23"})
    robot = opened(window, vault, qtbot)
    assert robot.reads("tomorrow")
    before = waiting(robot)

    vault.clock.at = TODAY + timedelta(days=2)
    come_back_to(window)

    assert robot.reads("1 day late")
    assert robot.reads("Tuesday 24 November. One of your own commitments comes first.")
    assert waiting(robot) == before
    row = robot.within("Side bar").find("Priya Nair", *Robot.pressable)
    assert row.accessibleDescription() == "something is late"


def test_what_falls_due_at_midnight_is_counted_at_midnight(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-10-23"), theirs={"Write": "2026-12-20"})
    vault.clock.at = TODAY.replace(hour=23, minute=59)
    robot = opened(window, vault, qtbot)
    assert today.today(vault.shared).count == 0
    assert waiting(robot) == "0 things waiting"

    vault.clock.forward(minutes=2)
    come_back_to(window)

    assert waiting(robot) == "One thing waiting"
    assert robot.reads("contract review, monthly")


def test_a_manager_who_travels_reads_the_date_of_where_they_are(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    from datetime import timezone

    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-22"})
    robot = opened(window, vault, qtbot)
    assert robot.reads("Sunday 22 November.")

    vault.clock.at = TODAY.astimezone(timezone(timedelta(hours=13)))
    come_back_to(window)

    assert robot.reads("Monday 23 November.")
    assert robot.reads("1 day late")
    robot.press("Priya Nair", "Side bar")
    robot.press("Book")
    robot.set_day("Day", "tomorrow")
    assert robot.text_in("Day") == "24 Nov 2026"


def test_forty_promises_stay_calm_and_can_all_be_seen(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    mine = {f"Promise {n:02}": f"2026-12-{n % 28 + 1:02}" for n in range(40)}
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine=mine)
    robot = opened(window, vault, qtbot)

    assert sum(robot.has(what) for what in mine) == 5
    robot.press("Show 35 more")
    assert sum(robot.has(what) for what in mine) == 40
    robot.press("Show less")
    assert sum(robot.has(what) for what in mine) == 5


def test_their_kept_promise_is_ticked_where_it_stands_and_taken_back(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), theirs={"Write": "2026-11-20"})
    robot = opened(window, vault, qtbot)

    robot.press("Kept: Write")
    assert today.today(vault.shared).theirs == ()

    robot.press("Undo")
    assert [promise.what for promise in today.today(vault.shared).theirs] == ["Write"]


def test_the_rhythm_says_each_quarter_and_leads_to_its_conversation(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-03-10"), mine={"Ask": "2026-03-12"})
    story.agreed(priya, day("2026-08-14"), theirs={"Write": "2026-08-30"})
    robot = opened(window, vault, qtbot)

    marks = window.findChildren(BeatMark)
    assert [mark.accessibleName() for mark in marks] == [
        "Priya, 1/2026: held 10 March",
        "Priya, 2/2026: none",
        "Priya, 3/2026: held 14 August",
        "Priya, 4/2026: not yet",
    ]
    marks[0].setFocus()
    QTest.keyClick(marks[0], Qt.Key.Key_Right)
    QTest.keyClick(marks[1], Qt.Key.Key_Right)
    QTest.keyClick(marks[2], Qt.Key.Key_Return)
    assert robot.reads("14 August")


def test_the_rhythm_can_be_read_as_words(
    window: MainWindow, vault: OpenVault, qtbot: QtBot
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-08-14"), mine={"Ask": "2026-08-20"})
    robot = opened(window, vault, qtbot)

    robot.press("Show as words")

    assert robot.reads(
        "1/2026: before your first; 2/2026: before your first; 3/2026: held 14 August; "
        "4/2026: not yet"
    )
    assert robot.reads("Kept promises: yours 0 of 1, theirs 0 of 0")


def test_a_page_with_nothing_is_calm(window: MainWindow, vault: OpenVault, qtbot: QtBot) -> None:
    for name in ("Priya Nair", "Tomás Ortega"):
        people.add(vault.shared, name)
    robot = opened(window, vault, qtbot)

    assert not robot.reads("Rhythm, last four quarters")
    assert not robot.reads("Yours to keep")


def test_at_large_text_the_side_bar_shows_whose_page_is_open(
    window: MainWindow, vault: OpenVault, qtbot: QtBot, qapp: QApplication
) -> None:
    for name in ("Priya Nair", "Tomás Ortega", "Hanna Lindqvist", "Jun Watanabe"):
        people.add(vault.shared, name)
    look.apply(qapp, "light", text_scale=2.0)
    window.resize(1024, 700)
    robot = opened(window, vault, qtbot)
    row = robot.within("Side bar").find("Jun Watanabe", *Robot.pressable)
    assert row.visibleRegion().isEmpty()

    robot.press("Jun Watanabe", within="Side bar")

    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
    robot.press("Today", within="Side bar")
    today_row = robot.within("Side bar").find("Today", *Robot.pressable)
    qtbot.waitUntil(lambda: today_row.visibleRegion().boundingRect() == today_row.rect())
    look.apply(qapp, "light")
