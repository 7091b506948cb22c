"""The page of the vault and its keys, as a manager comes to it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.main_window import MainWindow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault


@pytest.fixture
def in_the_window(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    """The page in its window, over a vault with Priya."""
    people.add(vault.shared, "Priya Nair")
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_session(vault)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    robot = Robot(window)
    robot.press("Vault and keys", "Side bar")
    yield robot
    window.flush()
    window.hide()
