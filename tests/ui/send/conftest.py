from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.services import conversations, people, summaries
from desktop.services.private import answers
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.dialogs import save_file
from desktop.ui.pages.send import SendPage
from desktop.ui.private.stays import StaysPanel
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import promise
from tests.ui.send.outbox import Outbox


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A conversation with two private notes, a summary and two commitments."""
    which = conversations.begin(vault.shared, priya).value
    for question, words in (
        ("N1", "Wants to own the failover design. Lit up like a kestrel."),
        ("K1", "No one has seen her design; only her fixes."),
    ):
        answers.write(vault.private, Answer(which, QuestionId(question), PrivateText(words), 0))
    conversations.close(vault.shared, which)
    summaries.write(vault.shared, which, "Priya would like to own the failover design.")
    promise(vault, which, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    promise(vault, which, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    return which


class Chooser:
    """Stands in for the file dialog: answers with ``place`` and remembers what it was offered."""

    def __init__(self) -> None:
        self.place: Path | None = None
        self.offered: list[tuple[str, str]] = []

    def __call__(self, parent: QWidget, suggested: str, kind: str) -> Path | None:
        self.offered.append((suggested, kind))
        return self.place


@pytest.fixture
def chooser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Chooser:
    """The file dialog, which chooses "page.pdf" in a folder of the test's own."""
    (tmp_path / "out").mkdir()
    made = Chooser()
    made.place = tmp_path / "out" / "page.pdf"
    monkeypatch.setattr(save_file, "choose_place", made)
    return made


@pytest.fixture
def show(
    qtbot: QtBot, vault: OpenVault, desk: Desk, private_desk: PrivateDesk
) -> Callable[[ConversationId], Outbox]:
    """Show what would leave of a conversation, and wait until the page is made or refused."""

    def show(conversation: ConversationId) -> Outbox:
        page = SendPage(desk, StaysPanel(private_desk))
        qtbot.addWidget(page)
        page.resize(1068, 800)
        page.show_conversation(conversation)
        desk.news.changed.connect(page.refresh)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        outbox = Outbox(page, Robot(page), vault, conversation)
        qtbot.waitUntil(outbox.is_ready)
        return outbox

    return show


@pytest.fixture
def outbox(
    show: Callable[[ConversationId], Outbox], talk: ConversationId, chooser: Chooser
) -> Outbox:
    """The page of the conversation with Priya, ready to leave."""
    return show(talk)
