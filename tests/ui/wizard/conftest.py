from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.services import conversations, people
from desktop.ui import look
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.pad_panel import PadPanel
from desktop.ui.wizard.interview_page import InterviewPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import Room


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    yield
    look.apply(qapp, "light")


@pytest.fixture
def large_text(qapp: QApplication) -> None:
    """Twice the text size."""
    look.apply(qapp, "light", text_scale=2.0)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A first conversation with Priya, just begun."""
    return conversations.begin(vault.shared, priya).value


@pytest.fixture
def enter(qtbot: QtBot, desk: Desk, private_desk: PrivateDesk) -> Callable[[ConversationId], Room]:
    """Open a conversation in a new window; the one entered before, if any, is closed."""
    rooms: list[Room] = []

    def enter(conversation: ConversationId) -> Room:
        if rooms:
            rooms.pop().page.hide()
        panel = AnswerPanel(private_desk)
        pad = PadPanel(private_desk)
        page = InterviewPage(desk, panel, pad)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.open(conversation)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        rooms.append(Room(page, panel, pad, Robot(page)))
        return rooms[-1]

    return enter


@pytest.fixture
def room(enter: Callable[[ConversationId], Room], talk: ConversationId) -> Room:
    """The first conversation with Priya, on the screen."""
    return enter(talk)
