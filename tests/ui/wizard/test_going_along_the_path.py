"""One question after another, with the keyboard alone, forward and back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain import ids
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.path import Step
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import Stage
from desktop.services import conversations, people
from desktop.services.private import answers
from desktop.services.question_bank import built_in
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import NOTES, Room

Enter = Callable[[ConversationId], Room]
NOW, DIRECTION, GAP = (
    "Where are you now?",
    "Where do you want to go?",
    "How do we close the gap?",
)


def ask(question: str) -> str:
    return built_in()[QuestionId(question)].ask


def test_it_begins_with_how_things_are_and_the_cursor_in_the_notes(room: Room) -> None:
    assert room.robot.reads(ask("O1"))
    assert room.robot.reads("Where are you now? · 1 of 14")
    assert room.notes().hasFocus()
    assert room.robot.reads("Full conversation")
    assert room.robot.reads("Priya Nair")


def test_a_whole_stage_goes_by_the_keyboard_alone(
    room: Room, vault: OpenVault, talk: ConversationId
) -> None:
    for number in range(14):
        assert room.robot.reads(f"Where are you now? · {number + 1} of 14")
        if room.robot.has("Ask it"):
            room.robot.keys("Return")
        room.robot.keys("A")
        room.robot.keys("Alt+Right")

    assert room.robot.reads("Where do you want to go? · 1 of 15")
    assert len(answers.noted(vault.private, talk)) == 14


def test_everything_can_be_reached_with_tab(room: Room) -> None:
    reached = [_named(QApplication.focusWidget())]
    for _ in range(20):
        room.robot.keys("Tab")
        reached.append(_named(QApplication.focusWidget()))

    assert reached[:6] == [
        NOTES,
        "Energy",  # the chips of "Keep as" are one stop; the arrows walk along them
        "For the summary you will share",
        "Not now",
        "Add to summary",
        "Next question",
    ]
    for name in (NOW, DIRECTION, GAP, "Closing: summary and contract", "Pause"):
        assert name in reached


def test_back_is_asleep_at_the_first_question_only(room: Room) -> None:
    room.robot.keys("Alt+Left")
    assert room.robot.reads("1 of 14")

    room.robot.press("Next question")
    room.robot.press("Back")

    assert room.robot.reads("1 of 14")
    assert room.notes().hasFocus()


def test_not_now_goes_on_and_the_dots_say_so(room: Room) -> None:
    room.note("Fine, a bit tired")
    room.robot.press("Next question")
    room.robot.press("Not now")

    said = room.dots(NOW)

    assert room.robot.reads("3 of 14")
    assert [s.rpartition("(")[2] for s in said[:4]] == [
        "answered)",
        "not now)",
        "current)",
        "open)",
    ]


def test_what_was_put_off_says_so_and_is_taken_back_with_a_press(room: Room) -> None:
    room.robot.press("Not now")
    room.robot.press("Back")
    says = room.robot.reads("Put off for now")
    room.robot.press("Ask after all")

    assert says
    assert not room.robot.reads("Put off for now")
    assert room.robot.has("Not now")


def test_what_was_put_off_is_taken_back_by_a_note(room: Room, qtbot: QtBot) -> None:
    room.robot.press("Not now")
    room.robot.press("Back")

    room.note("She came back to it")

    qtbot.waitUntil(lambda: not room.robot.reads("Put off for now"), timeout=2000)


def test_a_stage_leads_to_its_first_open_question(room: Room) -> None:
    room.robot.press(DIRECTION)
    room.note("Databases")
    room.robot.press(GAP)
    at_the_gap = room.robot.reads("How do we close the gap? · 1 of 11")

    room.robot.press(DIRECTION)

    assert at_the_gap
    assert room.robot.reads("Where do you want to go? · 2 of 15")


def test_a_dot_leads_to_its_question(room: Room) -> None:
    room.dots(NOW)  # leaves the mark on the last one
    dots = _dots(room, NOW)
    dots.setFocus()

    room.robot.keys("Return")

    assert room.robot.reads("Where are you now? · 14 of 14")
    assert room.robot.find("Ask it", QAbstractButton).hasFocus()


def test_the_last_question_leads_to_the_closing(
    room: Room, vault: OpenVault, talk: ConversationId, qtbot: QtBot
) -> None:
    room.robot.press(GAP)
    for _ in range(10):
        room.robot.keys("Alt+Right")
    room.note("She takes the runbook")

    with qtbot.waitSignal(room.page.closing_reached) as reached:
        room.robot.press("Close: summary and contract")

    assert reached.args == [talk]
    assert not conversations.conversation(vault.shared, talk).is_open
    assert QuestionId("K10") in answers.noted(vault.private, talk)


def test_the_closing_can_be_reached_from_anywhere(
    room: Room, talk: ConversationId, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.page.closing_reached) as reached:
        room.robot.press("Closing: summary and contract")

    assert reached.args == [talk]


def test_back_to_the_questions_leads_to_the_one_that_was_left(
    vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    conversations.stand_at(vault.shared, talk, QuestionId("D3"))
    enter(talk).robot.press("Closing: summary and contract")

    assert enter(talk).robot.reads(ask("D3"))


def test_the_coaching_stands_beside_the_question(room: Room) -> None:
    question = built_in()[QuestionId("O1")]

    for words in (question.why, question.listen_for, question.quiet, *question.follow_ups):
        assert room.robot.reads(words)
    assert not room.robot.reads("trust")


@pytest.mark.parametrize(
    ("question", "words"),
    [("N5", "Asks for some trust"), ("K7", "Only with established trust")],
)
def test_a_question_that_asks_for_trust_says_so(
    vault: OpenVault, talk: ConversationId, enter: Enter, question: str, words: str
) -> None:
    conversations.stand_at(vault.shared, talk, QuestionId(question))

    assert enter(talk).robot.reads(words)


def test_what_was_noted_last_time_is_one_glance_away(
    vault: OpenVault, priya: PersonId, clock: Clock, enter: Enter
) -> None:
    earlier = conversations.begin(vault.shared, priya).value
    answers.write(
        vault.private,
        Answer(earlier, QuestionId("D3"), PrivateText("less firefighting,\none big system")),
    )
    clock.forward(days=90)
    now = conversations.begin(vault.shared, priya).value
    conversations.stand_at(vault.shared, now, QuestionId("D3"))

    room = enter(now)
    there = room.robot.reads("Last time (November 2026): “less firefighting, one big system”")
    room.robot.keys("Alt+Right")

    assert there
    assert not room.robot.reads("Last time")


def test_an_earlier_reason_to_leave_is_out_of_sight_until_asked_for(
    vault: OpenVault, priya: PersonId, clock: Clock, enter: Enter
) -> None:
    earlier = conversations.begin(vault.shared, priya).value
    answers.write(
        vault.private, Answer(earlier, QuestionId("K8"), PrivateText("If the rota stays."))
    )
    clock.forward(days=90)
    now = conversations.begin(vault.shared, priya).value
    conversations.stand_at(vault.shared, now, QuestionId("K8"))
    conversations.trust(vault.shared, now, QuestionId("K8"))
    room = enter(now)
    at_first = room.robot.reads("If the rota stays.")

    room.robot.press("Show what was said last time")

    assert not at_first
    assert room.robot.reads("If the rota stays.")


def test_a_long_note_of_last_time_is_shown_whole_on_asking(
    vault: OpenVault, priya: PersonId, clock: Clock, enter: Enter
) -> None:
    earlier = conversations.begin(vault.shared, priya).value
    long = " ".join(f"word{n}" for n in range(400))
    answers.write(vault.private, Answer(earlier, QuestionId("O1"), PrivateText(long)))
    clock.forward(hours=1)
    now = conversations.begin(vault.shared, priya).value
    conversations.stand_at(vault.shared, now, QuestionId("O1"))
    room = enter(now)
    short = room.robot.reads("word399")

    room.robot.press("Show all")

    assert not short
    assert room.robot.reads("word399")
    room.robot.press("Show less")
    assert not room.robot.reads("word399")


def test_a_name_with_markup_is_shown_as_it_is(vault: OpenVault, enter: Enter) -> None:
    name = 'Zoë <b>&amp; "Q"</b> O’Neil'
    who = people.add(vault.shared, name).value

    room = enter(conversations.begin(vault.shared, who).value)

    assert room.robot.reads(name)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_out_of_reach(
    room: Room, large_text: None, qtbot: QtBot
) -> None:
    room.page.resize(1024, 700)
    room.robot.keys("Alt+Right")

    for words in (ask("O2"), built_in()[QuestionId("O2")].why, "Next question", "Add to summary"):
        assert room.robot.reads(words)
    assert room.robot.find(NOTES, QTextEdit).visibleRegion().boundingRect().height() > 100
    qtbot.waitUntil(lambda: not sideways_bars(room.page), timeout=2000)


def test_questions_that_are_gone_from_the_bank_are_passed_over_in_words(
    vault: OpenVault, priya: PersonId, clock: Clock, enter: Enter
) -> None:
    talk = conversation_with(vault, priya, clock, "X1", "N8", "X2", "N1")
    room = enter(talk)
    first = room.robot.reads("Where are you now? · 1 of 2")

    room.robot.keys("Alt+Right")

    assert first
    assert room.robot.reads(ask("N1"))
    assert room.robot.reads("2 questions of this conversation are no longer asked.")
    assert room.robot.has("Close: summary and contract")


def test_a_conversation_of_which_nothing_can_be_asked_leads_to_its_closing(
    vault: OpenVault, priya: PersonId, clock: Clock, enter: Enter, qtbot: QtBot
) -> None:
    room = enter(conversation_with(vault, priya, clock, "X1"))

    assert room.robot.reads("The questions of this conversation are no longer asked.")
    with qtbot.waitSignal(room.page.closing_reached):
        room.robot.press("Close: summary and contract")


def sideways_bars(page: QWidget) -> list[QScrollBar]:
    bars = page.findChildren(QScrollBar)
    return [b for b in bars if b.isVisible() and b.orientation() is Qt.Orientation.Horizontal]


def conversation_with(
    vault: OpenVault, who: PersonId, clock: Clock, *questions: str
) -> ConversationId:
    talk = Conversation(ConversationId(ids.fresh()), who, Kind.FULL, begun=clock())
    steps = [Step(QuestionId(question), Stage.NOW) for question in questions]
    with vault.shared.transaction():
        vault.shared.conversations.add(talk, steps)
    return talk.id


def _dots(room: Room, stage: str) -> QWidget:
    from desktop.ui.widgets.dots import ProgressDots

    found = room.page.findChildren(ProgressDots)
    return next(dots for dots in found if dots.accessibleName().startswith(stage))


def _named(widget: QWidget | None) -> str:
    return widget.accessibleName() if widget else ""
