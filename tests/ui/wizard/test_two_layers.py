"""Two layers of an answer: what was said first, and what came underneath (product D11)."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import private_sentences_in
from desktop.services import conversations
from desktop.services.private import answers, kept, pad
from tests.helpers.canary import canary
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import NOTES, Room

SECOND = "What came underneath"
O1 = QuestionId("O1")


def test_the_second_layer_is_one_keystroke_away_and_saved_within_a_second(
    room: Room, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    room.note("All fine.")
    room.robot.keys("Alt+Down")
    room.robot.type_into(SECOND, "Tired of the pager.")

    def saved() -> bool:
        note = answers.note_to(vault.private, talk, O1)
        return note.underneath == PrivateText("Tired of the pager.")

    qtbot.waitUntil(saved, timeout=1000)
    assert answers.note_to(vault.private, talk, O1).words == PrivateText("All fine.")


def test_an_empty_second_layer_is_not_in_the_way(room: Room) -> None:
    assert not _can_write(room)
    room.robot.keys("Alt+Down")
    assert _can_write(room)
    room.robot.keys("Alt+Down")
    assert not _can_write(room)
    assert room.notes().hasFocus()


def test_the_first_layer_is_one_keystroke_away_again(room: Room) -> None:
    room.robot.keys("Alt+Down")
    room.robot.keys("Alt+Up")
    assert room.notes().hasFocus()
    assert not _can_write(room)
    room.robot.keys("Alt+Down")
    room.robot.type_into(SECOND, "Tired.")
    room.robot.keys("Alt+Up")
    assert room.notes().hasFocus()
    assert _can_write(room)


def test_the_second_layer_comes_back_with_the_question(
    room: Room, talk: ConversationId, enter: Callable[[ConversationId], Room]
) -> None:
    room.robot.keys("Alt+Down")
    room.robot.type_into(SECOND, "Tired of the pager.")
    room.robot.keys("Alt+Right")
    assert not _can_write(room)
    room.robot.keys("Alt+Left")

    assert room.written(SECOND) == "Tired of the pager."
    again = enter(talk)
    assert again.written(SECOND) == "Tired of the pager."
    assert again.written(NOTES) == ""


def test_words_in_the_second_layer_alone_make_a_note(room: Room) -> None:
    room.robot.keys("Alt+Down")
    room.robot.type_into(SECOND, "Tired.")
    room.robot.keys("Alt+Right")

    assert "answered" in room.dots("Where are you now?")[0]


def test_a_line_of_the_second_layer_can_be_kept(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("All fine.")
    room.robot.keys("Alt+Down")
    room.robot.type_into(SECOND, "Tired of the pager.")
    room.robot.keys("Ctrl+2")

    found = kept.kept_at(vault.private, talk, O1)
    assert [(k.keeping.kind, k.words.reveal()) for k in found] == [
        (KeptAs.DRAIN, "Tired of the pager.")
    ]


def test_last_time_is_told_with_both_layers(
    vault: OpenVault, priya: PersonId, enter: Callable[[ConversationId], Room]
) -> None:
    earlier = conversations.begin(vault.shared, priya).value
    note = Answer(earlier, O1, PrivateText("Fine."), 0, PrivateText("Tired of the pager."))
    answers.write(vault.private, note)
    vault.clock.forward(days=30)
    room = enter(conversations.begin(vault.shared, priya).value)
    room.robot.keys("Alt+Right")

    assert room.robot.reads("“Fine.”; underneath: “Tired of the pager.”")


def test_a_line_from_underneath_in_the_glance_view_goes_to_the_second_layer(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.robot.keys("F11")
    room.robot.type_into("Free notes", "All fine.")
    room.robot.keys("Alt+Down")
    room.robot.type_into("Free notes", "Tired of the pager.")
    room.page.flush()
    lines = pad.lines_of(vault.private, talk).lines
    pad.sort(vault.private, talk, {n: line.question for n, line in enumerate(lines)})

    note = answers.note_to(vault.private, talk, O1)
    assert note.words == PrivateText("All fine.")
    assert note.underneath == PrivateText("Tired of the pager.")


def test_both_layers_are_looked_for_in_a_page_that_leaves(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    secret = f"Wants {canary()} and nothing else."
    answers.write(vault.private, Answer(talk, O1, PrivateText("Fine."), 0, PrivateText(secret)))

    found = private_sentences_in(f"We agreed. {secret}", answers.all_about(vault.private, priya))
    assert [one.noted for one in found] == [PrivateText(secret)]


def test_a_sealed_draft_brings_both_layers_back(vault: OpenVault, talk: ConversationId) -> None:
    unsaved = Answer(talk, O1, PrivateText("Fine."), 2, PrivateText("Tired."))

    vault.restore(vault.seal([unsaved]))

    assert answers.note_to(vault.private, talk, O1) == unsaved


def _can_write(room: Room) -> bool:
    try:
        room.written(SECOND)
    except AssertionError:
        return False
    return True
