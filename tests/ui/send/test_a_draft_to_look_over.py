"""A page may leave as a draft, and the window says what that means before and after."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QWidget
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
    assert not outbox.robot.find("Add dates to calendar", QWidget).isEnabled()

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


def test_no_way_out_moves_under_the_pointer_when_it_becomes_a_draft(
    outbox: Outbox, qtbot: QtBot
) -> None:
    def places() -> list[QPoint]:
        ways = ("As a draft to look over", "Save PDF…", "Add dates to calendar", "Copy text")
        found = [outbox.robot.find(way, QWidget) for way in ways]
        return [way.mapTo(outbox.page, QPoint()) for way in found]

    before = places()
    outbox.robot.press("As a draft to look over")
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert not outbox.can_save()
    assert places() == before
    qtbot.waitUntil(outbox.is_ready)
    assert places() == before


def test_a_date_that_has_passed_is_named_with_the_way_back(outbox: Outbox, qtbot: QtBot) -> None:
    assert not outbox.robot.reads("has passed")
    outbox.vault.clock.forward(days=6)
    outbox.page.show_conversation(outbox.talk)
    qtbot.waitUntil(outbox.is_ready)
    assert outbox.robot.reads("A date has passed. “Introduce Priya to Marta”: 27 Nov 2026.")
    assert outbox.can_save()
    with qtbot.waitSignal(outbox.page.contract_asked):
        outbox.robot.press("Change it in the contract")

    outbox.robot.press("Save PDF…")
    assert not outbox.robot.reads("has passed")
