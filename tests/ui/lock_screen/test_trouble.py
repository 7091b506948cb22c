from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Trouble
from desktop.ui.lock_screen import Gate
from tests.ui.lock_screen.conftest import GateRobot

MISSING = Trouble(
    what_happened="Your notes (notes.db) are missing from the vault folder.",
    what_is_safe="Nothing in the vault folder was changed.",
    what_to_do="Bring notes.db back from a backup.",
)


class FileBrowser(QObject):
    """Stands where the system's file browser would open."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, place: QUrl) -> None:
        self.shown.append(Path(place.toLocalFile()))


@pytest.fixture
def file_browser() -> Iterator[FileBrowser]:
    browser = FileBrowser()
    QDesktopServices.setUrlHandler("file", browser, "show")  # type: ignore[arg-type] # the stub errs
    yield browser
    QDesktopServices.unsetUrlHandler("file")


def test_it_says_what_happened_what_is_safe_and_what_to_do(gate: Gate, robot: GateRobot) -> None:
    gate.show_trouble(MISSING)
    screen = robot.screen()
    sentences = (MISSING.what_happened, MISSING.what_is_safe, MISSING.what_to_do)
    assert [screen.index(sentence) for sentence in sentences] == sorted(
        screen.index(sentence) for sentence in sentences
    )


def test_trying_again_is_asked_for(gate: Gate, robot: GateRobot, qtbot: QtBot) -> None:
    gate.show_trouble(MISSING)
    assert robot.button("Try again").hasFocus()
    with qtbot.waitSignal(gate.try_again_asked):
        robot.keys("Return")


def test_the_folder_is_shown(
    gate: Gate, robot: GateRobot, file_browser: FileBrowser, tmp_path: Path
) -> None:
    (tmp_path / "Personal").mkdir()
    gate.show_trouble(MISSING)
    robot.press("Show the folder")
    assert file_browser.shown == [tmp_path / "Personal"]


def test_the_nearest_folder_is_shown_where_the_vaults_own_is_gone(
    gate: Gate, robot: GateRobot, file_browser: FileBrowser, tmp_path: Path
) -> None:
    gate.show_trouble(MISSING)
    robot.press("Show the folder")
    assert file_browser.shown == [tmp_path]


def test_quit_closes_the_window(gate: Gate, robot: GateRobot) -> None:
    gate.show_trouble(MISSING)
    robot.press("Quit")
    assert not gate.isVisible()


def test_the_recovery_key_is_offered_only_where_it_helps(gate: Gate, robot: GateRobot) -> None:
    gate.show_trouble(MISSING)
    assert not robot.has("Use recovery key")
    gate.show_trouble(MISSING, recovery_key_helps=True)
    assert robot.has("Use recovery key")
