"""Light or dark and the size of the text, as a manager chooses them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.services import looks
from desktop.services.looks import Looks
from desktop.ui import look
from desktop.ui.main_window.side_bar import SideBar
from tests.helpers.robot import Robot


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the choice is kept; what was worn before is put on again."""
    place, before = tmp_path / "home" / "looks.json", look.worn_by(qapp)
    monkeypatch.setattr(files, "looks", lambda: place)
    yield place
    look.apply(qapp, *before)


@pytest.fixture
def robot(place: Path, in_the_window: Robot) -> Robot:
    return in_the_window


def test_dark_and_large_are_worn_at_once_and_at_the_next_start(robot: Robot) -> None:
    robot.press("Dark", "Light or dark")
    robot.press("150 %", "Size of the text")

    assert look.current().theme.dark
    assert look.current().text_scale == 1.5
    assert looks.chosen() == Looks("dark", 1.5)


def test_the_side_bar_grows_with_its_words(robot: Robot) -> None:
    side = robot.find("Side bar", SideBar)
    narrow = side.width()
    robot.press("130 %", "Size of the text")
    assert side.width() > narrow


def test_what_cannot_be_kept_is_worn_and_told(robot: Robot, place: Path) -> None:
    place.parent.write_text("a file where the folder should be", encoding="ascii")
    robot.press("Dark", "Light or dark")

    assert look.current().theme.dark
    assert robot.reads("The new look could not be kept for the next start.")
