"""Lines become a theme, and a theme a sheet for colleagues: pressed through the window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView
from pytestqt.qtbot import QtBot

from desktop.domain.ids import QuestionId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.shares import NOBODY, Document
from desktop.services import conversations, people, shares
from desktop.services.private import kept
from desktop.ui.dialogs import save_file
from desktop.ui.widgets.card import ErrorLine
from tests.helpers.canary import finds, found
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

NAMES = ("Priya Nair", "Tomás Ortega", "Jun Watanabe", "Amara Bello")
SAID = ("Meetings eat my week", "Nobody can think here", "My calendar is a wall", "No quiet hour")
REMOVE = "Remove this theme, the lines stay kept"
WORDS = "Calendars leave no room to think"


@pytest.fixture
def robot(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    """A window over a vault in which four people raised something."""
    for name, said in zip(NAMES, SAID, strict=True):
        talk = conversations.begin(vault.shared, people.add(vault.shared, name).value).value
        at = (talk, QuestionId("K5"))
        kept.keep(vault.private, at, Keeping(KeptAs.THEME), PrivateText(said))
        conversations.close(vault.shared, talk)
    with a_window(vault) as window:
        robot = Robot(window)
        robot.press("Themes", within="Side bar")
        yield robot


def group(robot: Robot, voices: int) -> None:
    """Name a theme of the first line, and let the others join it."""
    for number in range(voices):
        name = NAMES[number].split()[0]
        robot.press(f"{name} · {SAID[number]}")
        if number == 0:
            robot.type_into("A new theme", "Meetings")
            robot.press("Name the theme")
        else:
            robot.press("Meetings")


def test_three_people_become_a_sheet_that_is_saved_and_recorded(
    robot: Robot,
    vault: OpenVault,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group(robot, voices=3)
    assert robot.reads("3 people, since")
    assert robot.reads("Nobody can think here")
    robot.type_into("Words for colleagues", WORDS)
    robot.press("Put it on the sheet")
    assert robot.reads("1 theme")
    robot.press("Look at the sheet…")
    qtbot.waitUntil(lambda: robot.reads("Checked:"))
    assert robot.reads("Themes, for colleagues")
    place = tmp_path / "sheet.pdf"
    monkeypatch.setattr(save_file, "choose_place", lambda *_: place)
    robot.press("Save PDF…")
    assert robot.reads("Saved and recorded.")
    page = place.read_bytes()
    assert finds(page, WORDS)
    assert finds(page, "three people or more")
    assert not found(page, (*NAMES, *SAID))
    (left,) = shares.of_person(vault.shared, NOBODY)
    assert left.document is Document.THEMES
    assert left.at.date() >= date(2026, 1, 1)
    robot.press("Left before: 1")
    assert robot.reads("What colleagues were given")
    robot.press("Back")
    robot.press("Back")
    assert robot.reads("3 people, since")


def test_the_side_bar_counts_what_several_raised_until_it_is_acted_on(robot: Robot) -> None:
    def counted() -> str:
        return robot.within("Side bar").find("Themes", *Robot.pressable).accessibleDescription()

    group(robot, voices=2)
    assert counted() == ""
    robot.press(f"Jun · {SAID[2]}")
    robot.press("Meetings")
    assert counted() == "One theme that several people raised"

    robot.press("Acted on")
    assert counted() == ""


def test_two_people_go_on_the_sheet_only_by_a_second_press_under_a_plain_warning(
    robot: Robot,
) -> None:
    group(robot, voices=2)
    robot.type_into("Words for colleagues", WORDS)
    robot.press("Put it on the sheet")
    assert robot.reads("a colleague could guess who")
    assert robot.reads("Nothing is on it yet")
    robot.press("It could come from anybody: put it on by hand")
    assert robot.reads("by your own word, without a count")
    assert not robot.reads("a colleague could guess who")
    robot.press("Take it off the sheet")
    assert robot.reads("Nothing is on it yet")


@pytest.mark.parametrize(
    ("words", "refused"), [(WORDS, "Fewer than three"), ("Priya", "is somebody’s name")]
)
def test_a_refusal_is_in_sight_and_the_keyboard_in_the_words(
    robot: Robot, qtbot: QtBot, words: str, refused: str
) -> None:
    robot.root.resize(1024, 560)
    group(robot, voices=2)
    robot.type_into("Words for colleagues", words)
    put = robot.find("Put it on the sheet", QAbstractButton)
    put.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    robot.keys("Return")

    (said,) = (
        each
        for each in robot.root.findChildren(ErrorLine)
        if each.isVisible() and refused in each.text()
    )
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())
    robot.type_text(" at all")
    assert robot.text_in("Words for colleagues") == f"{words} at all"


def test_a_theme_goes_for_good_only_when_it_is_asked_twice(robot: Robot) -> None:
    group(robot, voices=2)
    robot.find(REMOVE, QAbstractButton).setFocus(Qt.FocusReason.TabFocusReason)
    robot.keys("Return")
    assert robot.reads("will be gone for good, with its words for colleagues.")
    robot.keys("Return")
    assert robot.reads("Nobody can think here"), "the keyboard began at “Not now”"
    robot.keys("Return")
    robot.keys("Esc")
    assert robot.reads("Nobody can think here"), "Esc takes it back"

    robot.press(REMOVE)
    robot.press("Remove it for good")

    assert not robot.reads("will be gone for good")
    assert robot.has("Priya · Meetings eat my week"), "the lines stay kept"


def test_words_that_are_typed_and_not_put_on_yet_are_there_when_one_comes_back(
    robot: Robot,
) -> None:
    group(robot, voices=2)
    robot.type_into("Words for colleagues", "Calendars leave")
    robot.press("Today", within="Side bar")
    robot.press("Themes", within="Side bar")
    robot.press("Jun · My calendar is a wall")
    robot.press("Meetings · 2 people, since November 2026")
    assert robot.text_in("Words for colleagues") == "Calendars leave"


def test_themes_are_drawn_over_time_with_who_and_the_same_in_rows(robot: Robot) -> None:
    group(robot, voices=2)
    robot.press("Acted on")

    drawn = [name for name in robot.names() if name.startswith("Meetings, Sunday 22 November")]
    assert any(name.endswith("acted on.") for name in drawn)
    assert any("Priya Nair: Meetings eat my week" in name for name in drawn)
    assert robot.reads("acted on today")
    robot.press("As a table")
    table = robot.find("Themes over time, as a table", QTableView)
    assert isinstance(table, QTableView)
    rows = [table.model().index(row, 2).data() for row in range(table.model().rowCount())]
    assert rows == ["Priya Nair", "Tomás Ortega", "you"]
    robot.press("As a picture")
    robot.press("Jun · My calendar is a wall")
    robot.press(drawn[0])
    assert robot.reads("acted on today")


def test_the_lines_of_many_years_are_few_at_first_and_all_of_them_at_a_press(
    vault: OpenVault, robot: Robot
) -> None:
    priya = people.everybody(vault.shared)[0]
    talk = conversations.of_person(vault.shared, priya.id)[0].id
    for number in range(42):
        said = PrivateText(f"Too loud on day {number}")
        kept.keep(vault.private, (talk, QuestionId("K5")), Keeping(KeptAs.THEME), said)
    robot.press("Today", within="Side bar")
    robot.press("Themes", within="Side bar")
    last = f"{priya.name.split()[0]} · Too loud on day 41"

    assert not robot.has(last)
    robot.press("Show 6 more")

    assert robot.has(last)
    robot.press("Show less")
    assert not robot.has(last)
