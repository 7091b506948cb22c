"""A window over a damaged vault: it says so, nothing can be typed, and one press leads back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.people import Relation
from desktop.services import people, question_bank
from desktop.services.restoring import Restore
from desktop.ui.main_window import MainWindow
from desktop.vault import folder as vault_folder
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE, flip, pages
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault, open_vault
from tests.soak.damage import NAMES, Written


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[OpenVault]:
    """The open session of a vault with five damaged pages that hold long notes, and a backup."""
    written = Written.into(tmp_path)
    notes = written.vault / vault_folder.NOTES
    for page in range(pages(notes) - 5, pages(notes)):
        flip(notes, page * PAGE + 7)
    vault_folder.mark_damaged(written.vault)
    session = open_vault(written.vault, Clock())
    yield session
    session.close()


@pytest.fixture
def window(qapp: QApplication, damaged: OpenVault) -> Iterator[MainWindow]:
    """The window of that session."""
    window = MainWindow()
    window.resize(1280, 800)
    window.show_session(damaged)
    window.show()
    yield window
    window.hide()
    window.deleteLater()


def test_the_line_at_the_top_stands_and_editors_take_nothing(window: MainWindow) -> None:
    robot = Robot(window)
    assert robot.reads("This vault is open for reading only: a part of its file is damaged.")

    robot.press(NAMES[0], within="Side bar")
    robot.press("Details")
    before = robot.text_in("Role")
    robot.find("Role", QLineEdit).setFocus()
    robot.type_text("Director")

    assert robot.text_in("Role") == before
    assert robot.reads("This vault is open for reading only")


def test_what_would_change_something_cannot_be_pressed_and_says_why(
    window: MainWindow, damaged: OpenVault
) -> None:
    why = "Nothing can be changed: this vault is open for reading only."
    robot = Robot(window)
    robot.press(NAMES[0], within="Side bar")
    robot.press("Details")

    for name in ("Mentee", "Book"):
        held = robot.find(name, QAbstractButton)
        assert not held.isEnabled()
        assert held.accessibleDescription() == why
        assert why in held.toolTip()
    assert {p.relation for p in people.everybody(damaged.shared)} == {Relation.REPORT}


def test_a_page_cannot_give_back_what_is_held(window: MainWindow) -> None:
    robot = Robot(window)
    robot.press(NAMES[0], within="Side bar")
    robot.press("Details")
    held = robot.find("Mentee", QAbstractButton)
    held.setEnabled(True)
    assert not held.isEnabled()


def test_every_way_that_only_looks_is_open_and_nothing_is_refused(window: MainWindow) -> None:
    robot = Robot(window)
    robot.press("Playbook", within="Side bar")
    robot.press("A role they like")
    assert not robot.find("Reword", QAbstractButton).isEnabled()
    robot.press("Yours")
    robot.press("All")
    robot.type_into("Search the questions", "role")
    assert robot.text_in("Search the questions") == "role"
    for place in ("Themes", "Opportunities", "Vault and keys", "Today", NAMES[0]):
        robot.press(place, within="Side bar")
    robot.press("Vault and keys", within="Side bar")
    for name in ("Dark", "As the system has it"):
        assert robot.find(name, QAbstractButton).isEnabled()
    robot.press(NAMES[0], within="Side bar")
    for tab in ("Goals", "Agreement"):
        robot.press(tab)
        robot.press(NAMES[0], within="Side bar")
    robot.press("Continue conversation")
    robot.press("Next question")
    robot.press("Glance view")
    assert not robot.find("underneath", QAbstractButton).isEnabled()
    robot.press("full view")
    robot.press("Pause")

    assert robot.has("Continue conversation")
    assert not robot.reads("Nothing was saved")


def test_a_question_behind_its_gate_is_shown_and_asks_again_another_day(
    window: MainWindow,
) -> None:
    robot = Robot(window)
    robot.press(NAMES[0], within="Side bar")
    robot.press("Continue conversation")
    while not robot.reads("Only with established trust."):
        robot.press("Next question")
    behind = next(
        question.ask
        for question in question_bank.built_in().all()
        if robot.reads(f"Next comes “{question.short}”")
    )
    assert not robot.reads(behind)
    leave = f"Not with {NAMES[0].partition(' ')[0]}, not now"
    assert not robot.find(leave, QAbstractButton).isEnabled()

    robot.press("Show it")
    assert robot.reads(behind)
    robot.press("Next question")
    robot.keys("Alt+Left")
    assert robot.reads(behind)
    assert not robot.reads("Nothing was saved")

    robot.press("Pause")
    robot.press("Continue conversation")
    while not robot.reads("Only with established trust."):
        robot.press("Next question")


def test_what_is_lost_is_named_and_the_newest_good_backup_comes_back_in_one_press(
    window: MainWindow, damaged: OpenVault, qtbot: QtBot
) -> None:
    robot = Robot(window)
    robot.press("What is lost, and the way back")
    assert robot.reads("Your own notes, conversation of")
    qtbot.waitUntil(lambda: robot.reads("The newest whole backup was made on"), timeout=20_000)
    assert robot.reads("3 people, 6 conversations")

    with qtbot.waitSignal(window.restored, timeout=30_000) as built:
        robot.press("Bring this backup back")
    restore: Restore = built.args[0]
    damaged.close_restored(restore)

    again = open_vault(damaged.folder, damaged.clock)
    assert again.reading is None
    assert {person.name for person in people.everybody(again.shared)} == set(NAMES)
    again.close()
    kept = damaged.folder.with_name("vault.before-restore-1")
    assert vault_folder.is_marked_damaged(kept)


def test_without_a_backup_one_can_go_on_with_what_is_left(
    window: MainWindow, damaged: OpenVault, qtbot: QtBot
) -> None:
    for point in damaged.backups.kept():
        point.path.unlink()
    robot = Robot(window)
    robot.press("What is lost, and the way back")
    qtbot.waitUntil(lambda: robot.reads("No whole backup lies beside this vault"), timeout=20_000)
    assert not robot.has("Bring this backup back")

    with qtbot.waitSignal(window.restored, timeout=30_000) as built:
        robot.press("Go on with what can be read")
    restore: Restore = built.args[0]
    damaged.close_restored(restore)

    again = open_vault(damaged.folder, damaged.clock)
    assert again.reading is None
    assert {person.name for person in people.everybody(again.shared)} == set(NAMES)
    again.close()
