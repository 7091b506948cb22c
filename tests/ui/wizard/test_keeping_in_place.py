"""A line is kept where it was written, by the keyboard alone, and let go as easily."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.motivations import Motivation
from desktop.domain.private.kept import Kept
from desktop.services import conversations
from desktop.services.private import kept, motivations
from desktop.ui.desk import News, PrivateDesk
from desktop.ui.private.answer_panel import AnswerPanel
from tests.helpers.clock import Clock
from tests.helpers.disk import a_full_disk
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault, open_vault
from tests.ui.wizard.room import NOTES, SUMMARY, Room

Enter = Callable[[ConversationId], Room]

STEP = "Why, step {}"


def at_question(question: str, vault: OpenVault, talk: ConversationId, enter: Enter) -> Room:
    conversations.stand_at(vault.shared, talk, QuestionId(question))
    return enter(talk)


@pytest.fixture
def room(vault: OpenVault, talk: ConversationId, enter: Enter) -> Room:
    """The first conversation with Priya, at the ideal role in six months (playbook D3)."""
    return at_question("D3", vault, talk, enter)


def told(vault: OpenVault, talk: ConversationId) -> list[tuple[str, str, str]]:
    """Return kind, horizon and words of all that was kept, in the order of keeping."""
    return [plain(one) for one in kept.kept_of(vault.private, talk)]


def plain(one: Kept) -> tuple[str, str, str]:
    return (one.keeping.kind.value, one.keeping.horizon, one.words.reveal())


def chosen(room: Room) -> list[str]:
    """Return the chips that say the line is kept as them."""
    row = room.robot.within("Keep as")
    buttons = row.root.findChildren(QAbstractButton)
    return [b.accessibleName() for b in buttons if b.isVisible() and b.isChecked()]


def test_the_line_with_the_cursor_is_kept_as_what_the_question_asks_for(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design\nHates the pager")
    room.robot.keys("Up")

    room.robot.keys("Ctrl+1")

    assert told(vault, talk) == [("goal", "6 months", "Owns the failover design")]
    assert chosen(room) == ["Goal, 6 months"]
    assert room.robot.reads("Kept as Goal, 6 months: Owns the failover design")
    assert room.notes().hasFocus()


def test_the_same_keys_let_it_go_and_the_note_stays(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+1")
    room.robot.keys("Ctrl+1")

    assert told(vault, talk) == []
    assert chosen(room) == []
    assert not room.robot.reads("Kept as")
    assert room.written(NOTES) == "Owns the failover design"


def test_another_line_shows_what_it_is_kept_as_itself(room: Room) -> None:
    room.note("Owns the failover design\nHates the pager")
    room.robot.keys("Ctrl+3")
    said = [chosen(room)]
    room.robot.keys("Up")
    room.robot.keys("Ctrl+1")
    room.robot.keys("Ctrl+4")
    said.append(chosen(room))
    room.robot.keys("Down")
    said.append(chosen(room))

    assert said == [["Drain"], ["Goal, 6 months", "Their words"], ["Drain"]]


def test_after_the_return_key_the_line_just_finished_is_meant(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Hates the pager\n")
    room.robot.keys("Ctrl+3")

    assert told(vault, talk) == [("drain", "", "Hates the pager")]


def test_a_few_selected_words_are_kept_alone(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Said that she hates the pager")
    for _ in range(5):
        room.robot.keys("Shift+Left")
    room.robot.press("Drain")

    assert told(vault, talk) == [("drain", "", "pager")]
    assert room.notes().hasFocus()


def test_kept_words_stay_when_the_line_is_edited_later(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Hates the pager")
    room.robot.keys("Ctrl+3")
    room.robot.keys("!")

    assert chosen(room) == []
    assert told(vault, talk) == [("drain", "", "Hates the pager")]

    room.robot.keys("Backspace")
    assert chosen(room) == ["Drain"]


def test_the_row_is_reached_with_tab_and_walked_with_the_arrows(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Hates the pager")
    for keys in ("Tab", "Right", "Right", "Space"):
        room.robot.keys(keys)

    assert told(vault, talk) == [("drain", "", "Hates the pager")]
    room.robot.keys("Tab")
    assert room.robot.find(SUMMARY, QTextEdit).hasFocus()


def test_every_other_kind_lies_behind_one_word(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Wants to learn how money moves")
    closed = room.robot.has("Learning")
    room.robot.press("More")
    room.robot.press("Learning")
    room.robot.press("Goal, 10 years")
    room.robot.press("Fewer")

    assert not closed
    assert [kind for kind, _, _ in told(vault, talk)] == ["learning", "goal"]
    assert not room.robot.has("Learning")


def test_the_list_under_the_note_takes_back_each_line(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Hates the pager")
    for keys in ("Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+5"):
        room.robot.keys(keys)
    room.robot.press("Show 1 more")
    room.robot.press("Undo Goal, 6 months: Hates the pager")

    assert [kind for kind, _, _ in told(vault, talk)] == ["drain", "their words", "theme"]
    assert room.notes().hasFocus()


def test_an_empty_note_asks_for_a_line_and_keeps_nothing(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.robot.keys("Ctrl+1")

    assert room.robot.reads("Write or select a line first.")
    assert chosen(room) == []
    assert told(vault, talk) == []


def test_not_knowing_is_a_complete_answer(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Hard problems\nThe second rota")
    room.robot.keys("Ctrl+9")
    room.robot.keys("Up")
    room.robot.keys("Ctrl+8")

    assert told(vault, talk) == [
        ("moving away from", "", "The second rota"),
        ("drawn to", "", "Hard problems"),
    ]


def test_each_question_shows_only_what_was_kept_of_it(room: Room) -> None:
    room.note("Hates the pager")
    room.robot.keys("Ctrl+3")
    room.robot.keys("Alt+Right")
    elsewhere = room.robot.reads("Kept as")
    room.robot.keys("Alt+Left")

    assert not elsewhere
    assert room.robot.reads("Kept as Drain: Hates the pager")


def test_chips_name_the_person_and_say_their_keys(
    vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    room = at_question("K3", vault, talk, enter)
    chip = room.robot.find("Priya’s commitment", QAbstractButton)

    assert chip.accessibleDescription() == "Ctrl+1"
    assert "Ctrl+1" in chip.toolTip()


def test_what_was_kept_is_there_after_a_restart(
    room: Room, vault: OpenVault, talk: ConversationId, clock: Clock, qtbot: QtBot, news: News
) -> None:
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+1")
    room.page.flush()
    room.page.hide()
    vault.close()
    again = open_vault(Path(vault.folder), clock)

    panel = AnswerPanel(PrivateDesk(again.private, news))
    qtbot.addWidget(panel)
    panel.open(talk, QuestionId("D3"))
    panel.show()

    assert Robot(panel).reads("Kept as Goal, 6 months: Owns the failover design")
    panel.hide()
    again.close()


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_full_disk_is_told_and_no_chip_says_otherwise(
    room: Room, vault: OpenVault, talk: ConversationId, news: News, qtbot: QtBot
) -> None:
    room.note("Owns the failover design")
    room.page.flush()
    with a_full_disk(), qtbot.waitSignal(news.troubled):
        room.robot.keys("Ctrl+1")

    assert chosen(room) == []
    room.robot.keys("Ctrl+1")
    assert len(told(vault, talk)) == 1


def test_ten_thousand_lines_are_kept_in_one_press(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    lines = "\n".join(["what they said"] * 10_000)
    QApplication.clipboard().setText(lines)
    for keys in ("Ctrl+V", "Ctrl+A", "Ctrl+4", "Ctrl+7"):
        room.robot.keys(keys)

    assert told(vault, talk) == [("their words", "", lines)]
    assert room.robot.reads("What would that give you?")


# The why-ladder --------------------------------------------------------------------------------


def climb(room: Room, *answers: str) -> None:
    room.robot.keys("Ctrl+7")
    for number, words in enumerate(answers, start=1):
        room.robot.type_into(STEP.format(number), words)
        room.robot.keys("Return")


def test_a_ladder_goes_down_from_the_goal_step_by_step(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design")
    climb(room, "To see it whole", "I need hard problems")

    assert told(vault, talk) == [
        ("goal", "6 months", "Owns the failover design"),
        ("why", "", "To see it whole"),
        ("why", "", "I need hard problems"),
    ]
    assert room.robot.reads("Owns the failover design")
    assert room.robot.reads("And why does that matter to you?")


def test_esc_goes_back_to_the_note_and_only_then_means_a_pause(room: Room, qtbot: QtBot) -> None:
    room.note("Owns the failover design")
    climb(room, "To see it whole")
    with qtbot.assertNotEmitted(room.page.paused):
        room.robot.keys("Esc")

    assert room.notes().hasFocus()
    assert room.robot.reads("Kept as Goal, 6 months, 1 down the ladder: Owns the failover design")
    with qtbot.waitSignal(room.page.paused):
        room.robot.keys("Esc")


def test_bedrock_is_marked_by_the_manager_and_shown_again(
    room: Room, vault: OpenVault, talk: ConversationId, priya: PersonId
) -> None:
    room.note("Owns the failover design")
    climb(room, "I need hard problems")
    room.robot.press("Bedrock")
    room.robot.keys("Esc")
    room.robot.keys("Ctrl+7")

    assert [plain(one) for one in kept.beneath_goals(vault.private, priya)] == [
        ("bedrock", "", "I need hard problems")
    ]
    assert room.written(STEP.format(1)) == "I need hard problems"


def test_why_is_asked_in_other_words(room: Room) -> None:
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+7")
    first = room.robot.reads("What would that give you?")
    room.robot.press("Ask it another way")

    assert first
    assert not room.robot.reads("What would that give you?")
    assert room.robot.reads("And why does that matter to you?")


def test_a_step_being_written_is_saved_when_the_next_question_comes(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+7")
    room.robot.type_into(STEP.format(1), "To see it whole")
    room.robot.keys("Alt+Right")

    assert ("why", "", "To see it whole") in told(vault, talk)
    assert room.notes().isVisible()


def test_a_ladder_left_empty_keeps_nothing(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+7")
    room.robot.keys("Esc")

    assert told(vault, talk) == []


def test_a_goal_with_a_ladder_says_why_it_stays(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("Owns the failover design")
    climb(room, "To see it whole")
    room.robot.keys("Esc")
    room.robot.keys("Ctrl+1")

    assert room.robot.reads("There is a ladder beneath this goal.")
    assert chosen(room) == ["Goal, 6 months"]
    assert len(told(vault, talk)) == 2


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_step_that_a_full_disk_refused_travels_in_the_sealed_note(room: Room) -> None:
    room.note("Owns the failover design")
    room.page.flush()
    room.robot.keys("Ctrl+7")
    with a_full_disk():
        room.robot.type_into(STEP.format(1), "To see it whole")
        saved = room.page.flush()
        left = room.panel.unsaved()

    assert not saved
    assert [note.words.reveal() for note in left] == ["Owns the failover design\nTo see it whole"]


# Motivations -----------------------------------------------------------------------------------


def weights(vault: OpenVault, talk: ConversationId) -> dict[Motivation, int]:
    return motivations.weighed_in(vault.private, talk)


def test_motivations_are_weighed_with_a_press_each(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    room.note("I want to be good at this")
    room.robot.press("Motivation")
    for keys in ("Ctrl+4", "Ctrl+4", "Ctrl+4", "Ctrl+5"):
        room.robot.keys(keys)

    assert weights(vault, talk) == {Motivation.GROWTH: 3, Motivation.AUTONOMY: 1}
    assert room.robot.reads("Growth and mastery ●●●")

    room.robot.press("Growth and mastery")
    assert weights(vault, talk) == {Motivation.AUTONOMY: 1}


def test_a_guess_is_cautioned_quietly_and_esc_goes_back(room: Room, qtbot: QtBot) -> None:
    room.note("Senior, I suppose")
    room.robot.press("Motivation")
    room.robot.press("A guess, just the next rung")
    cautioned = room.robot.reads("The next rung may only be the nearest one.")
    with qtbot.assertNotEmitted(room.page.paused):
        room.robot.keys("Esc")

    assert cautioned
    assert room.robot.has("Their words")
    assert QApplication.focusWidget() is room.notes()


def test_a_question_about_motivation_offers_it_first(
    vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    room = at_question("D13", vault, talk, enter)
    room.robot.keys("Ctrl+1")

    assert room.robot.has("Growth and mastery")


def test_at_twice_the_text_size_nothing_is_cut_off_beside_the_note(
    large_text: None, vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    room = at_question("D3", vault, talk, enter)
    room.page.resize(1024, 700)
    room.note("Owns the failover design")
    room.robot.keys("Ctrl+1")
    row = room.robot.within("Keep as").root

    for chip in row.findChildren(QAbstractButton):
        if chip.isVisible():
            assert chip.geometry().right() <= row.width()
            assert chip.width() >= chip.sizeHint().width()
