"""A question that asks for deep trust waits until the manager says to ask it."""

from collections.abc import Callable

import pytest

from desktop.domain.conversations.path import StepState
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import Trust
from desktop.services import conversations, question_bank
from desktop.services.private import answers
from desktop.services.question_bank import built_in
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import NOTES, SUMMARY, Room

Enter = Callable[[ConversationId], Room]
K8 = QuestionId("K8")
ASK = built_in()[K8].ask


@pytest.fixture
def gate(vault: OpenVault, talk: ConversationId, enter: Enter) -> Room:
    """The conversation with Priya, standing before the reason to leave."""
    conversations.stand_at(vault.shared, talk, K8)
    return enter(talk)


def test_it_is_not_on_the_screen_before_it_is_asked(gate: Room) -> None:
    assert gate.robot.reads("Only with established trust.")
    assert not gate.robot.reads(ASK)
    for name in (NOTES, SUMMARY):
        assert name not in gate.robot.names()


def test_enter_asks_it_and_the_cursor_is_in_the_notes(gate: Room) -> None:
    gate.robot.keys("Return")

    assert gate.robot.reads(ASK)
    assert gate.notes().hasFocus()


def test_asked_once_it_is_not_asked_about_again_in_this_conversation(
    gate: Room, talk: ConversationId, enter: Enter
) -> None:
    gate.robot.press("Ask it")
    gate.robot.keys("Alt+Right")
    gate.robot.keys("Alt+Left")
    again = gate.robot.reads(ASK)

    later = enter(talk)

    assert again
    assert later.robot.reads(ASK)


def test_the_next_conversation_asks_about_it_anew(
    gate: Room, vault: OpenVault, priya: PersonId, enter: Enter
) -> None:
    gate.robot.press("Ask it")
    following = conversations.begin(vault.shared, priya).value
    conversations.stand_at(vault.shared, following, K8)

    assert not enter(following).robot.reads(ASK)


def test_leaving_it_puts_it_off_and_goes_on(
    gate: Room, vault: OpenVault, talk: ConversationId
) -> None:
    gate.robot.press("Not with Priya, not now")

    steps = conversations.path(vault.shared, talk).steps
    assert gate.robot.reads("10 of 11")
    assert next(s.state for s in steps if s.question == K8) is StepState.NOT_NOW


def test_what_was_left_can_be_asked_after_all(
    gate: Room, vault: OpenVault, talk: ConversationId
) -> None:
    gate.robot.press("Not with Priya, not now")
    gate.robot.keys("Alt+Left")

    gate.robot.press("Ask it")

    assert gate.robot.reads(ASK)
    assert not gate.robot.reads("Put off for now")


def test_passing_by_asks_nothing(gate: Room) -> None:
    gate.robot.keys("Alt+Right")
    gate.robot.keys("Alt+Left")

    assert not gate.robot.reads(ASK)


def test_a_question_that_has_its_answer_is_shown(
    vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    answers.write(vault.private, Answer(talk, K8, PrivateText("If this changed…")))
    conversations.stand_at(vault.shared, talk, K8)

    assert enter(talk).robot.reads(ASK)


def test_the_managers_own_level_of_trust_counts(
    vault: OpenVault, talk: ConversationId, enter: Enter
) -> None:
    question_bank.set_trust(vault.shared, K8, Trust.OPEN)
    question_bank.set_trust(vault.shared, QuestionId("O1"), Trust.DEEP)

    room = enter(talk)
    first = room.robot.reads("Only with established trust.")
    conversations.stand_at(vault.shared, talk, K8)

    assert first
    assert enter(talk).robot.reads(ASK)
