from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.desk import News
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story


@pytest.fixture
def story(vault: OpenVault) -> Story:
    return Story(vault)


@pytest.fixture
def show(qtbot: QtBot, news: News) -> Callable[[QWidget], Robot]:
    """Put a page on the screen as the main window does: it reads, and again what was touched."""

    def show(page: QWidget) -> Robot:
        window = QWidget()
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(page)
        window.resize(1068, 800)
        news.changed.connect(page.refresh)  # type: ignore[attr-defined]
        with qtbot.waitExposed(window):
            window.show()
        page.refresh()  # type: ignore[attr-defined]
        return Robot(window)

    return show
