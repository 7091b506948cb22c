"""From the second conversation on, the manager's own promises come first, then theirs."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import PROMISES_FIRST
from desktop.domain.shared.commitments import CommitmentState
from desktop.services import contracts, conversations, lives, question_bank
from desktop.services.private import answers
from desktop.services.question_bank import built_in
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day
from tests.ui.wizard.room import SUMMARY, Room

Enter = Callable[[ConversationId], Room]
MINE, THEIRS = "Introduce Priya to Marta", "Write the runbook"


@pytest.fixture
def second(vault: OpenVault, priya: PersonId) -> ConversationId:
    """The second conversation with Priya, just begun."""
    Story(vault).agreed(
        priya, day("2026-09-10"), mine={MINE: "2026-11-20"}, theirs={THEIRS: "2026-12-18"}
    )
    return conversations.begin(vault.shared, priya).value


def states(vault: OpenVault, who: PersonId) -> dict[str, CommitmentState]:
    contract = contracts.standing(vault.shared, who)
    assert contract is not None
    return {commitment.what: commitment.state for commitment in contract.commitments}


def test_mine_come_before_theirs_with_how_late_they_are(
    second: ConversationId, enter: Enter
) -> None:
    room = enter(second)

    ticks = [tick for tick in room.page.findChildren(QCheckBox) if tick.isVisible()]
    said = [label.text() for label in room.page.findChildren(QLabel) if label.isVisible()]
    assert [tick.accessibleName() for tick in ticks] == [MINE, THEIRS]
    assert said.index("You") < said.index("Priya")
    assert room.robot.reads("2 days late")
    assert room.robot.reads("Where are you now? · 1 of 15")
    assert SUMMARY not in room.robot.names()


def test_words_typed_beside_the_ticks_are_a_private_note_and_tick_nothing(
    second: ConversationId, enter: Enter, vault: OpenVault, priya: PersonId
) -> None:
    room = enter(second)
    room.robot.type_text("M")
    room.robot.type_text("arta said no twice")
    room.robot.keys("Alt+Right")

    assert set(states(vault, priya).values()) == {CommitmentState.OPEN}
    noted = answers.note_to(vault.private, second, PROMISES_FIRST)
    assert noted.words == PrivateText("Marta said no twice")


def test_what_was_let_go_is_not_gone_through_again(
    second: ConversationId, enter: Enter, vault: OpenVault, priya: PersonId
) -> None:
    contract = contracts.standing(vault.shared, priya)
    assert contract is not None
    mine = next(one.id for one in contract.commitments if one.what == MINE)
    lives.let_go(vault.shared, mine, "Marta has left.")

    room = enter(second)

    assert not room.robot.reads(MINE)
    assert room.robot.find(THEIRS, QCheckBox).hasFocus()


def test_a_tick_settles_and_another_one_opens_again(
    second: ConversationId, enter: Enter, vault: OpenVault, priya: PersonId
) -> None:
    room = enter(second)
    assert room.robot.find(MINE, QCheckBox).hasFocus()

    room.robot.keys("Space")
    after_one = states(vault, priya)
    says = room.robot.reads("kept")
    room.robot.keys("Space")

    assert after_one == {MINE: CommitmentState.DONE, THEIRS: CommitmentState.OPEN}
    assert says
    assert states(vault, priya)[MINE] is CommitmentState.OPEN


def test_then_comes_what_has_changed(second: ConversationId, enter: Enter) -> None:
    room = enter(second)
    room.robot.keys("Alt+Right")

    assert room.robot.reads(built_in()[QuestionId("O3")].ask)
    assert room.notes().hasFocus()
    assert "answered" in room.dots("Where are you now?")[0]


def test_a_conversation_left_there_opens_there_with_what_was_ticked(
    second: ConversationId, enter: Enter
) -> None:
    enter(second).robot.keys("Space")

    room = enter(second)

    tick = room.robot.find(MINE, QCheckBox)
    assert isinstance(tick, QCheckBox)
    assert tick.isChecked()
    assert room.robot.find(THEIRS, QCheckBox).hasFocus()


def test_a_contract_review_goes_by_the_keyboard_alone(
    second: ConversationId, vault: OpenVault, priya: PersonId, enter: Enter
) -> None:
    talk = conversations.begin(vault.shared, priya, Kind.CONTRACT_REVIEW).value
    room = enter(talk)
    assert room.robot.reads("Contract review")
    assert not room.robot.reads("Where do you want to go?")

    room.robot.keys("Space")
    seen = []
    for _ in range(6):
        room.robot.keys("Alt+Right")
        room.robot.keys("X")
        seen += [q.id for q in built_in().all() if room.robot.reads(q.ask)]
    room.robot.keys("Alt+Right")

    assert seen == ["O3", "CR1", "CR2", "CR3", "CR4", "CR5"]
    assert states(vault, priya)[MINE] is CommitmentState.DONE
    assert not conversations.conversation(vault.shared, talk).is_open


def test_a_question_retired_meanwhile_can_still_be_read_where_it_was_to_be_asked(
    second: ConversationId, vault: OpenVault, enter: Enter
) -> None:
    question_bank.retire(vault.shared, QuestionId("N8"))
    conversations.stand_at(vault.shared, second, QuestionId("N8"))

    room = enter(second)

    assert room.robot.reads(built_in()[QuestionId("N8")].ask)
    assert not room.robot.reads("no longer asked")


def test_ones_own_question_stands_in_the_next_conversation(
    vault: OpenVault, priya: PersonId, enter: Enter
) -> None:
    from desktop.domain.questions import Stage

    mine = question_bank.add_own(vault.shared, Stage.NOW, "What would you teach?").value
    talk = conversations.begin(vault.shared, priya).value
    conversations.stand_at(vault.shared, talk, mine)

    room = enter(talk)

    assert room.robot.reads("What would you teach?")
    assert room.robot.reads("Where are you now? · 14 of 15")
    assert not room.robot.reads("Why ask")
