"""A sentence of the notes that has slipped into the page is named before it can leave."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.services import letters, summaries
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.send import SendPage
from desktop.ui.private.stays import StaysPanel
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.send.conftest import Chooser
from tests.ui.send.outbox import Outbox

LET_GO = "Let it leave anyway, these words are meant for both"
SLIPPED = "No one has seen her design; only her fixes."


@pytest.fixture
def slipped(
    vault: OpenVault,
    talk: ConversationId,
    show: Callable[[ConversationId], Outbox],
    chooser: Chooser,
) -> Outbox:
    summaries.write(vault.shared, talk, f"We talked about this. {SLIPPED}")
    return show(talk)


def test_a_clean_page_says_that_it_was_checked(outbox: Outbox) -> None:
    assert outbox.robot.reads("2 private notes")
    assert outbox.robot.reads("Checked: no sentence of your notes appears in the page")
    assert outbox.can_save()


def test_nothing_is_said_to_be_checked_before_it_is(
    vault: OpenVault, talk: ConversationId, desk: Desk, private_desk: PrivateDesk, qtbot: QtBot
) -> None:
    page = SendPage(desk, StaysPanel(private_desk))
    qtbot.addWidget(page)
    outbox = Outbox(page, Robot(page), vault, talk)

    page.show_conversation(talk)
    page.show()

    assert outbox.robot.reads("Leaves the vault")
    assert not outbox.robot.reads("Checked")
    assert not outbox.can_save()
    qtbot.waitUntil(lambda: outbox.robot.reads("Checked"))
    assert outbox.can_save()


def test_a_sentence_of_the_notes_is_named_and_holds_the_page_back(
    slipped: Outbox, qtbot: QtBot
) -> None:
    assert slipped.robot.reads(SLIPPED)
    assert not slipped.robot.reads("Checked:")
    assert not slipped.can_save()

    with qtbot.waitSignal(slipped.page.contract_asked) as asked:
        slipped.robot.press("Go back and reword")
    assert asked.args == [slipped.talk]


def test_only_a_deliberate_tick_lets_it_go(slipped: Outbox, chooser: Chooser) -> None:
    slipped.robot.press(LET_GO)
    assert slipped.can_save()
    slipped.robot.press(LET_GO)
    assert not slipped.can_save()

    slipped.robot.press(LET_GO)
    slipped.robot.press("Save PDF…")
    assert chooser.place is not None
    assert chooser.place.read_bytes() == letters.page(slipped.vault.shared, slipped.talk)
    assert len(slipped.shares()) == 1


def test_other_words_ask_for_another_tick(slipped: Outbox, qtbot: QtBot) -> None:
    slipped.robot.press(LET_GO)
    summaries.write(slipped.vault.shared, slipped.talk, "And to rest.")
    slipped.page.refresh()

    qtbot.waitUntil(lambda: "And to rest." in slipped.view().accessibleDescription())
    assert not slipped.can_save()


def test_reworded_it_may_leave(slipped: Outbox, qtbot: QtBot) -> None:
    written = summaries.paragraphs(slipped.vault.shared, slipped.talk)[-1]
    summaries.write(
        slipped.vault.shared, slipped.talk, "Her work is little seen.", paragraph=written.id
    )
    slipped.page.show_conversation(slipped.talk)

    qtbot.waitUntil(slipped.can_save)
    assert slipped.robot.reads("Checked: no sentence of your notes appears in the page")


def test_a_note_with_a_word_changed_stands_beside_what_it_resembles(
    vault: OpenVault, talk: ConversationId, show: Callable[[ConversationId], Outbox]
) -> None:
    reworded = "Nobody has seen her design, only her fixes."
    summaries.write(vault.shared, talk, reworded)
    outbox = show(talk)

    assert outbox.robot.reads(f"“{reworded}”\nIn your notes: “{SLIPPED}”")
    assert not outbox.can_save()
