from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PersonId, PlannedId
from desktop.services import people, plans
from desktop.services.plans import Booking
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.prepare import PreparePage
from desktop.ui.private.ready_card import ReadyCard
from desktop.ui.private.thinking_panel import ThinkingPanel
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def story(vault: OpenVault) -> Story:
    return Story(vault)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def thursday(vault: OpenVault, priya: PersonId) -> PlannedId:
    """An hour with Priya on Thursday at ten."""
    return plans.book(vault.shared, priya, Booking(THURSDAY, "10:00", "60")).value


@pytest.fixture
def page(desk: Desk, private_desk: PrivateDesk) -> PreparePage:
    return PreparePage(desk, ThinkingPanel(private_desk), ReadyCard(private_desk))


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], Robot]:
    def show(shown: QWidget) -> Robot:
        qtbot.addWidget(shown)
        shown.resize(1068, 800)
        with qtbot.waitExposed(shown):
            shown.show()
        return Robot(shown)

    return show


@pytest.fixture
def window(vault: OpenVault, show: Callable[[QWidget], Robot]) -> Iterator[Callable[[], Robot]]:
    """Open the whole window over the vault as it is by then."""
    opened: list[MainWindow] = []

    def open_window() -> Robot:
        opened.append(MainWindow())
        opened[-1].show_session(vault)
        robot = show(opened[-1])
        opened[-1].resize(1280, 800)
        return robot

    yield open_window
    # Closing it is for the process to answer.
    for made in opened:
        made.hide()
