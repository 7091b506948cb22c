from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story


@pytest.fixture
def story(vault: OpenVault) -> Story:
    return Story(vault)


@pytest.fixture
def open_window(vault: OpenVault, qtbot: QtBot) -> Iterator[Callable[[], Robot]]:
    """Open the whole window over the vault, once the story is told."""

    opened: list[MainWindow] = []

    def open_window() -> Robot:
        window = MainWindow()
        qtbot.addWidget(window)
        opened.append(window)
        window.show_session(vault)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        return Robot(window)

    yield open_window
    for window in opened:
        window.flush()
        window.hide()
