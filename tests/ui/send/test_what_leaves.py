"""What is saved is what was shown, and it is recorded only when it has really left."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.goals import GoalWording
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, goals, letters, lives, shares, summaries
from desktop.ui.desk import News
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import promise
from tests.ui.send.conftest import Chooser
from tests.ui.send.outbox import Outbox


def test_what_is_saved_is_byte_for_byte_what_was_shown_and_what_is_recorded(
    outbox: Outbox, chooser: Chooser
) -> None:
    shown = letters.page(outbox.vault.shared, outbox.talk)

    outbox.robot.press("Save PDF…")

    assert chooser.place is not None
    saved = chooser.place.read_bytes()
    assert saved == shown
    (share,) = outbox.shares()
    assert share.sha256 == hashlib.sha256(saved).hexdigest()


def test_saving_agrees_the_contract_and_says_so(outbox: Outbox) -> None:
    outbox.robot.press("Save PDF…")

    assert outbox.robot.reads("Saved and recorded. Priya’s page is version 1 of the contract.")
    assert outbox.robot.has("Show the folder")
    contract = contracts.of_conversation(outbox.vault.shared, outbox.talk)
    assert contract is not None
    assert not contract.is_draft


def test_the_name_that_is_suggested_names_nobody(outbox: Outbox, chooser: Chooser) -> None:
    outbox.robot.press("Save PDF…")

    assert chooser.offered == [("Summary 2026-11-22.pdf", "PDF (*.pdf)")]


def test_a_cancelled_dialog_records_nothing(outbox: Outbox, chooser: Chooser) -> None:
    chooser.place = None

    outbox.robot.press("Save PDF…")

    assert outbox.shares() == ()
    assert not outbox.robot.reads("Saved and recorded")
    contract = contracts.of_conversation(outbox.vault.shared, outbox.talk)
    assert contract is not None
    assert contract.is_draft


@on_posix
def test_a_full_disk_says_so_beside_the_button_and_records_nothing(
    outbox: Outbox, chooser: Chooser
) -> None:
    with a_full_disk():
        outbox.robot.press("Save PDF…")

    assert outbox.robot.reads("“page.pdf” could not be saved")
    assert outbox.robot.reads("Nothing was written")
    assert outbox.shares() == ()
    assert chooser.place is not None
    assert list(chooser.place.parent.iterdir()) == []

    outbox.robot.press("Save PDF…")
    assert not outbox.robot.reads("could not be saved")
    assert len(outbox.shares()) == 1


def test_a_folder_that_is_gone_records_nothing(
    outbox: Outbox, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.place = tmp_path / "gone" / "page.pdf"

    outbox.robot.press("Save PDF…")

    assert outbox.robot.reads("its folder is not there any more")
    assert outbox.shares() == ()


@on_posix
def test_a_vault_that_cannot_record_is_not_told_as_success(
    outbox: Outbox, chooser: Chooser, news: News, qtbot: QtBot
) -> None:
    room_for_the_page_only = len(letters.page(outbox.vault.shared, outbox.talk))
    with a_full_disk(room_for_the_page_only), qtbot.waitSignal(news.troubled):
        outbox.robot.press("Save PDF…")

    assert chooser.place is not None
    assert chooser.place.exists()
    assert outbox.shares() == ()
    assert outbox.robot.reads("The page was saved, but the vault could not record it.")
    assert not outbox.robot.reads("Saved and recorded")


def test_sending_again_records_another_share_of_the_same_bytes(
    outbox: Outbox, chooser: Chooser, show: Callable[[ConversationId], Outbox]
) -> None:
    outbox.robot.press("Save PDF…")
    outbox.page.hide()

    again = show(outbox.talk)
    again.robot.press("Save PDF…")

    first, second = again.shares()
    assert first.sha256 == second.sha256
    assert first.contract == second.contract


def test_the_page_that_was_saved_stays_on_the_screen(outbox: Outbox) -> None:
    before = outbox.picture()
    outbox.robot.press("Save PDF…")

    assert outbox.picture() == before
    assert outbox.can_save()


def test_no_private_word_is_in_the_file(outbox: Outbox, chooser: Chooser) -> None:
    outbox.robot.press("Save PDF…")

    assert chooser.place is not None
    saved = chooser.place.read_bytes()
    with pypdfium2.PdfDocument(saved) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "failover" in text
    for words in ("kestrel", "No one has seen"):
        assert words not in text
        assert words.encode() not in saved
        assert words.encode("utf-16-be") not in saved


def test_what_leaves_is_counted_in_words(outbox: Outbox) -> None:
    assert outbox.robot.reads(
        "1 summary paragraph\n2 commitments with dates\nYour names and the date"
    )


def test_goals_and_what_became_of_earlier_commitments_are_no_surprise_either(
    vault: OpenVault,
    priya: PersonId,
    talk: ConversationId,
    show: Callable[[ConversationId], Outbox],
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"the first page")
    vault.clock.forward(minutes=1)
    goals.write(vault.shared, priya, GoalWording("Lead the reliability work"))
    first = contracts.of_conversation(vault.shared, talk)
    assert first is not None
    lives.keep(vault.shared, first.commitments[0].id)
    contracts.revise(vault.shared, talk)

    outbox = show(talk)

    assert outbox.robot.reads("1 goal, new or changed\nWhat became of 1 earlier commitment")


def test_the_page_can_be_seen_and_heard(outbox: Outbox) -> None:
    assert "Finish the runbook" in outbox.view().accessibleDescription()
    picture = outbox.picture()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert "#ffffff" in colours
    assert len(colours) > 30


def test_a_reworded_summary_is_shown_before_it_can_be_saved(
    outbox: Outbox, chooser: Chooser, qtbot: QtBot
) -> None:
    summaries.write(outbox.vault.shared, outbox.talk, "And to rest.")
    outbox.page.refresh()
    assert not outbox.can_save()

    qtbot.waitUntil(outbox.can_save)
    assert "And to rest." in outbox.view().accessibleDescription()
    outbox.robot.press("Save PDF…")
    assert chooser.place is not None
    assert chooser.place.read_bytes() == letters.page(outbox.vault.shared, outbox.talk)


def test_letters_that_cannot_be_set_are_named_with_a_way_back(
    vault: OpenVault,
    talk: ConversationId,
    show: Callable[[ConversationId], Outbox],
    qtbot: QtBot,
) -> None:
    summaries.write(vault.shared, talk, "Ready for \ue123.")
    outbox = show(talk)
    qtbot.waitUntil(lambda: outbox.robot.reads("has no form for U+E123"))

    assert not outbox.robot.has("Save PDF…")
    with qtbot.waitSignal(outbox.page.contract_asked) as asked:
        outbox.robot.press("Reword it")
    assert asked.args == [talk]


def test_an_incomplete_contract_does_not_come_this_far(
    vault: OpenVault, talk: ConversationId, show: Callable[[ConversationId], Outbox]
) -> None:
    draft = contracts.draft(vault.shared, talk).value
    contracts.add_commitment(vault.shared, draft, Owner.MANAGER)

    outbox = show(talk)

    assert outbox.robot.reads("What will be done?")
    assert not outbox.robot.has("Save PDF…")


def test_a_long_letter_shows_every_page(
    vault: OpenVault, talk: ConversationId, show: Callable[[ConversationId], Outbox]
) -> None:
    promise(
        vault,
        talk,
        Owner.PERSON,
        "\n".join(f"Step {n}" for n in range(400)),
        date(2026, 12, 18),
    )

    outbox = show(talk)

    assert "Step 399" in outbox.view().accessibleDescription()
    assert outbox.can_save()


def test_the_ways_on_lead_to_the_contract_and_to_the_person(outbox: Outbox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(outbox.page.contract_asked) as contract:
        outbox.robot.press("Back to the contract")
    outbox.robot.press("Save PDF…")
    with qtbot.waitSignal(outbox.page.person_chosen) as person:
        outbox.robot.press("Priya’s page")

    assert contract.args == [outbox.talk]
    assert person.args == [conversations.conversation(outbox.vault.shared, outbox.talk).person]
