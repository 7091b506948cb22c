"""Picking the questions of a planned talk, and printing them for the room."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PlannedId, QuestionId
from desktop.services import letter_languages, plans
from desktop.ui.dialogs import print_page, printing, save_file
from tests.export.reading import words_of
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

OpenWindow = Callable[[], Robot]


def preparing(window: OpenWindow) -> Robot:
    robot = window()
    robot.press("Today", within="Side bar")
    robot.press("Prepare")
    return robot


def test_each_tick_is_kept_with_the_plan_and_named_where_it_is_prepared(
    vault: OpenVault, thursday: PlannedId, window: OpenWindow
) -> None:
    plans.pick(vault.shared, thursday, {QuestionId("N1"), QuestionId("D6")})
    robot = preparing(window)
    assert robot.reads("“Best work”")

    robot.press("Choose")
    assert robot.reads("2 questions are picked.")
    robot.press("What drains")

    assert plans.picked(vault.shared, thursday) == {"N1", "N3", "D6"}
    robot.press("Back to preparing")
    assert robot.reads("3 questions")
    robot.press("One-page brief")
    assert robot.reads("“What drains”")


def test_the_last_question_cannot_be_taken_away_and_all_come_back_with_one_press(
    vault: OpenVault, thursday: PlannedId, window: OpenWindow
) -> None:
    plans.pick(vault.shared, thursday, {QuestionId("N1")})
    robot = preparing(window)
    robot.press("Choose")

    robot.press("Best work")
    assert robot.reads("Choose at least one question to ask.")
    assert plans.picked(vault.shared, thursday) == {"N1"}

    robot.press("As it comes")
    assert not robot.reads("Choose at least one question")
    assert plans.picked(vault.shared, thursday) == set()


def test_the_questions_picked_are_those_that_are_asked(
    vault: OpenVault, thursday: PlannedId, window: OpenWindow
) -> None:
    plans.pick(vault.shared, thursday, {QuestionId("N2"), QuestionId("D6")})
    robot = preparing(window)
    robot.press("Begin")
    assert robot.reads("Which parts of your week give you energy")


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were suggested for a file; it is saved as ``sheet.pdf``."""
    names: list[str] = []

    def choose(_parent: QWidget, suggested: str, _kind: str) -> Path:
        names.append(suggested)
        return tmp_path / "sheet.pdf"

    monkeypatch.setattr(save_file, "choose_place", choose)
    return names


def test_the_sheet_is_shown_and_saved_with_the_questions_and_no_name(
    vault: OpenVault,
    thursday: PlannedId,
    window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    offered: list[str],
) -> None:
    plans.pick(vault.shared, thursday, {QuestionId("N2"), QuestionId("D6")})
    robot = preparing(window)
    robot.press("Paper sheet")
    save = robot.find("Save PDF…", QWidget)
    qtbot.waitUntil(save.isEnabled)
    robot.press("US Letter")
    qtbot.waitUntil(save.isEnabled)
    robot.press("Save PDF…")

    assert robot.reads("Saved. Open it to print.")
    assert offered == ["Questions 2026-11-26.pdf"]
    printed = words_of((tmp_path / "sheet.pdf").read_bytes())
    assert "energy" in printed
    assert "Priya" not in printed


def test_the_sheet_speaks_the_language_of_the_letters_around_the_questions(
    vault: OpenVault,
    thursday: PlannedId,
    window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    offered: list[str],
) -> None:
    letter_languages.choose(vault.shared, plans.planned(vault.shared, thursday).person, "de")
    robot = preparing(window)
    robot.press("Paper sheet")
    qtbot.waitUntil(robot.find("Save PDF…", QWidget).isEnabled)
    robot.press("Save PDF…")

    assert offered == ["Fragen 2026-11-26.pdf"]
    printed = words_of((tmp_path / "sheet.pdf").read_bytes())
    assert printed.startswith("Fragen für unser Gespräch Donnerstag, 26. November")
    assert "Wo willst du hin?" in printed
    assert "page 1" not in printed


def test_a_folder_that_is_gone_is_named_beside_the_button(
    vault: OpenVault,
    thursday: PlannedId,
    window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = tmp_path / "gone" / "sheet.pdf"
    monkeypatch.setattr(save_file, "choose_place", lambda *_: gone)
    robot = preparing(window)
    robot.press("Paper sheet")
    qtbot.waitUntil(robot.find("Save PDF…", QWidget).isEnabled)
    robot.press("Save PDF…")

    assert robot.reads("its folder is not there any more")


def test_the_sheet_is_printed_or_saved_where_there_is_no_printer(
    thursday: PlannedId,
    window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[bytes] = []

    def take(_parent: QWidget, pdf: bytes) -> str:
        printed.append(pdf)
        return "Office, first floor"

    robot = preparing(window)
    robot.press("Paper sheet")
    qtbot.waitUntil(robot.find("Print…", QWidget).isEnabled)
    with monkeypatch.context() as printer:
        printer.setattr(print_page, "print_page", take)
        robot.press("Print…")
    assert robot.reads("Given to Office, first floor.")
    assert "energy" in words_of(printed[0])

    monkeypatch.setattr(printing, "find_printer", lambda: None)
    monkeypatch.setattr(save_file, "choose_place", lambda *_: tmp_path / "sheet.pdf")
    robot.press("Print…")
    assert robot.reads("No printer is set up on this computer.")
    robot.press("Save PDF…")
    assert (tmp_path / "sheet.pdf").read_bytes() == printed[0]
