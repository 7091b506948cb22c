from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.services import conversations, people
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.contract import ContractPage
from desktop.ui.private.dropped_drafts import DroppedDrafts
from desktop.ui.private.notes_column import NotesColumn
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A first conversation with Priya, held just now."""
    which = conversations.begin(vault.shared, priya).value
    conversations.close(vault.shared, which)
    return which


@pytest.fixture
def lay(
    qtbot: QtBot, vault: OpenVault, desk: Desk, private_desk: PrivateDesk
) -> Callable[[ConversationId], Paper]:
    """Lay the contract of a conversation on the screen, in a page of its own."""
    laid: list[Paper] = []

    def lay(conversation: ConversationId) -> Paper:
        if laid:
            laid.pop().page.hide()
        page = ContractPage(desk, NotesColumn(private_desk), DroppedDrafts(private_desk))
        qtbot.addWidget(page)
        page.resize(1068, 800)
        page.show_conversation(conversation)
        desk.news.changed.connect(page.refresh)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        laid.append(Paper(page, Robot(page), vault, conversation))
        return laid[-1]

    return lay


@pytest.fixture
def paper(lay: Callable[[ConversationId], Paper], talk: ConversationId) -> Paper:
    """The contract of the first conversation with Priya, on the screen."""
    return lay(talk)
