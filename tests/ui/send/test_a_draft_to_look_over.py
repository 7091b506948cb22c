"""A page may leave as a draft, and the window says what that means before and after."""

from pytestqt.qtbot import QtBot

from desktop.domain.shared.shares import Document
from desktop.services import contracts
from tests.ui.send.conftest import Chooser
from tests.ui.send.outbox import Outbox


def test_the_page_shows_the_marks_before_it_leaves_and_nothing_is_agreed_after(
    outbox: Outbox, chooser: Chooser, qtbot: QtBot
) -> None:
    before = outbox.picture()
    outbox.robot.press("As a draft to look over")
    qtbot.waitUntil(outbox.is_ready)
    assert outbox.robot.reads("A draft for Priya to look over")
    assert outbox.robot.reads("so the 48 hours stop")
    assert "not agreed" in outbox.view().accessibleDescription()
    assert outbox.picture() != before
    assert not outbox.robot.has("Add dates to calendar")

    outbox.robot.press("Save PDF…")
    assert chooser.offered == [("Draft 2026-11-22.pdf", "PDF (*.pdf)")]
    assert outbox.robot.reads("Saved and recorded as a draft. Nothing is agreed")
    assert [share.document for share in outbox.shares()] == [Document.DRAFT]
    contract = contracts.of_conversation(outbox.vault.shared, outbox.talk)
    assert contract is not None
    assert contract.is_draft


def test_turned_back_it_is_the_page_that_is_agreed(outbox: Outbox, qtbot: QtBot) -> None:
    for _ in range(2):
        outbox.robot.press("As a draft to look over")
        qtbot.waitUntil(outbox.is_ready)

    outbox.robot.press("Save PDF…")
    assert [share.document for share in outbox.shares()] == [Document.SUMMARY]
    assert not outbox.robot.has("As a draft to look over")
