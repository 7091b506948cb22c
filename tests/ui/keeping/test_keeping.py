"""Keeping, archiving and deleting somebody in the window, pressed as a manager would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import answers
from desktop.services.private import bin as rubbish
from desktop.ui.main_window import MainWindow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

REPLACE = "Replace them with a backup of today"
ERASE = "Erase Priya Nair, with everything about them for good"


@pytest.fixture
def robot(qtbot: QtBot, vault: OpenVault) -> Iterator[Robot]:
    """A window on Today, with Priya whom a note is about, and Tomás."""
    who = people.add(vault.shared, "Priya Nair").value
    people.add(vault.shared, "Tomás Ortega")
    talk = conversations.begin(vault.shared, who).value
    step = conversations.path(vault.shared, talk).steps[0]
    answers.write(vault.private, Answer(talk, step.question, PrivateText("Wants out by May."), 0))
    with a_window(vault) as window:
        yield Robot(window)


def open_keeping(robot: Robot) -> None:
    open_keeping_of(robot, "Priya Nair")


def open_keeping_of(robot: Robot, name: str) -> None:
    robot.press(name, within="Side bar")
    robot.press("Details")
    robot.press("Keep, archive or delete…")


def in_the_side_bar(robot: Robot, name: str) -> bool:
    return robot.within("Side bar").has(name)


def test_somebody_archived_is_out_of_the_lists_and_is_taken_back(robot: Robot) -> None:
    open_keeping(robot)
    robot.press("Archive")
    assert robot.reads("Since Sunday 22 November 2026")
    assert not in_the_side_bar(robot, "Priya Nair")

    robot.press("Take Priya Nair back")

    assert in_the_side_bar(robot, "Priya Nair")
    assert robot.reads("Nobody is archived.")


def test_the_page_of_somebody_archived_says_so_and_takes_them_back(robot: Robot) -> None:
    open_keeping(robot)
    robot.press("Archive")
    robot.press("Open Priya Nair")

    assert robot.reads("Archived since Sunday 22 November 2026: out of the lists and of Today.")
    assert not robot.has("Keep, archive or delete…"), "the fields of before are put away"
    robot.press("Take back")

    assert in_the_side_bar(robot, "Priya Nair")
    assert not robot.reads("Archived since")
    robot.press("Tomás Ortega", within="Side bar")
    assert not robot.reads("Archived since")


def test_somebody_deleted_lies_in_the_bin_and_comes_back_with_all_notes(
    robot: Robot, vault: OpenVault
) -> None:
    open_keeping(robot)
    robot.press("Put Priya Nair into the bin")
    assert robot.reads("In the bin since 22 Nov 2026, ")
    assert robot.reads("Stays until Tuesday 22 December 2026")
    assert not in_the_side_bar(robot, "Priya Nair")

    robot.press("Bring back Priya Nair, with everything about them")

    assert in_the_side_bar(robot, "Priya Nair")
    [talk] = vault.shared.conversations.all()
    step = conversations.path(vault.shared, talk.id).steps[0]
    note = answers.note_to(vault.private, talk.id, step.question)
    assert note.words == PrivateText("Wants out by May.")


def test_pages_that_showed_somebody_do_not_mind_that_they_are_gone(
    robot: Robot, vault: OpenVault
) -> None:
    robot.press("Priya Nair", within="Side bar")
    robot.press("Continue conversation")
    robot.keys("Esc")
    for page in ("Goals", "Agreement"):
        robot.press("Priya Nair", within="Side bar")
        robot.press(page)
    open_keeping(robot)
    robot.press("Put Priya Nair into the bin")
    robot.press("Erase Priya Nair, with everything about them for good")
    robot.press("Erase for good")

    window = robot.root
    assert isinstance(window, MainWindow)
    assert window.flush()
    window.read_all_again()
    for page in ("People", "Today", "Opportunities", "Tomás Ortega", "Today"):
        robot.press(page, within="Side bar")
    assert [person.name for person in people.everybody(vault.shared)] == ["Tomás Ortega"]


def test_erasing_asks_once_more_and_names_the_backups_that_still_hold_them(
    robot: Robot, qtbot: QtBot, vault: OpenVault
) -> None:
    vault.backups.make()
    open_keeping(robot)
    robot.press("Put Priya Nair into the bin")
    robot.press("Erase Priya Nair, with everything about them for good")
    assert robot.reads("will be gone for good")
    robot.press("Erase for good")

    qtbot.waitUntil(lambda: robot.reads("still hold them: 22 Nov 2026 15:00"), timeout=20_000)
    before = vault.backups.kept()
    robot.find(REPLACE, QAbstractButton).setFocus(Qt.FocusReason.TabFocusReason)
    robot.keys("Return")
    assert robot.reads("You cannot go back to them then")
    robot.keys("Return")
    robot.keys("Return")
    robot.keys("Esc")
    assert not robot.reads("You cannot go back to them then")
    assert at_the_keyboard() == REPLACE
    assert vault.backups.kept() == before, "the keyboard began where no backup is lost"
    robot.press(REPLACE)
    robot.press("Replace them")
    qtbot.waitUntil(lambda: robot.reads("Gone from the backups"), timeout=20_000)

    assert [person.name for person in people.everybody(vault.shared)] == ["Tomás Ortega"]
    assert len(vault.backups.kept()) == 1


@pytest.fixture
def asked(robot: Robot) -> Robot:
    """Whether Priya is to be erased for good is asked, by the keyboard alone."""
    open_keeping(robot)
    robot.press("Put Priya Nair into the bin")
    robot.find(ERASE, QAbstractButton).setFocus(Qt.FocusReason.TabFocusReason)
    robot.keys("Return")
    return robot


def at_the_keyboard() -> str:
    here = QApplication.focusWidget()
    return here.accessibleName() if here is not None else ""


def test_erasing_is_not_under_the_key_that_asked_for_it(asked: Robot, vault: OpenVault) -> None:
    assert asked.reads("will be gone for good")
    assert at_the_keyboard() == "Not now"

    asked.keys("Return")

    assert not asked.reads("will be gone for good")
    assert at_the_keyboard() == ERASE
    assert rubbish.in_bin(vault.private), "nothing was erased"


def test_escape_takes_back_the_wish_to_erase_for_good(asked: Robot, vault: OpenVault) -> None:
    asked.keys("Esc")

    assert not asked.reads("will be gone for good")
    assert at_the_keyboard() == ERASE
    assert rubbish.in_bin(vault.private)


def test_after_erasing_the_keyboard_stands_on_nothing_that_erases_more(
    asked: Robot, vault: OpenVault
) -> None:
    asked.press("Not now")
    open_keeping_of(asked, "Tomás Ortega")
    asked.press("Put Tomás Ortega into the bin")
    asked.press(ERASE)
    asked.press("Erase for good")

    for _ in range(3):
        asked.keys("Return")

    [left] = rubbish.in_bin(vault.private)
    assert left.title == PrivateText("Tomás Ortega")


@pytest.mark.parametrize("readable", ["30 November 2026", ""])
def test_a_day_that_cannot_be_read_is_said_until_another_can(robot: Robot, readable: str) -> None:
    open_keeping(robot)
    robot.set_day("Keep until", "when she leaves")
    assert robot.reads("This could not be read as a date. Write it as 22 Nov 2026.")

    robot.replace_in("Keep until", readable or " ")
    robot.keys("Return")

    assert not robot.reads("could not be read")


def test_a_day_that_has_passed_is_asked_about_on_today(robot: Robot, vault: OpenVault) -> None:
    open_keeping(robot)
    robot.set_day("Keep until", "30 November 2026")
    assert robot.reads("After Monday 30 November 2026")
    robot.press("Today", within="Side bar")
    assert not robot.has("Decide")
    vault.clock.forward(days=9)
    robot.press("People", within="Side bar")
    robot.press("Today", within="Side bar")
    assert robot.reads("You wanted to keep what is here until Monday 30 November 2026")

    robot.press("Decide")

    assert robot.reads("What is kept about Priya Nair")


def test_the_file_with_everything_is_only_written_after_a_warning(
    robot: Robot, tmp_path: Path
) -> None:
    place = tmp_path / "for Priya.md"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(str(place))
        dialog.accept()

    open_keeping(robot)
    robot.press("Write everything into one file…")
    assert robot.reads("This file is not encrypted.")
    QTimer.singleShot(200, answer)
    robot.press("I understand, choose where")

    assert robot.reads("Written to for Priya.md")
    assert "Wants out by May." in place.read_text(encoding="utf-8")
