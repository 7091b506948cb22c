"""The leaving signal and where a wish for influence comes from (playbook K8 and B3)."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.motivations import Motivation
from desktop.domain.private.leaving import Ease, Form
from desktop.domain.private.motivations import Source
from desktop.services import conversations
from desktop.services.private import leaving, motivations
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.leaving_panel import LeavingPanel
from desktop.ui.private.person_notes import PersonNotesPanel
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.wizard.room import Room

K8 = QuestionId("K8")
TREND = "How the answers came, over time"
OPEN = "How did you read the answer?"


@pytest.fixture
def at_k8(vault: OpenVault, talk: ConversationId, enter: Callable[[ConversationId], Room]) -> Room:
    conversations.stand_at(vault.shared, talk, K8)
    conversations.trust(vault.shared, talk, K8)
    return enter(talk)


def test_a_reading_is_out_of_sight_until_the_manager_opens_it(at_k8: Room) -> None:
    assert not at_k8.robot.has("after some thought")
    at_k8.robot.press(OPEN)
    assert at_k8.robot.has("after some thought")
    at_k8.robot.keys("Alt+Left")
    assert not at_k8.robot.has(OPEN)


def test_a_reading_is_dated_and_can_be_taken_back(
    at_k8: Room, vault: OpenVault, talk: ConversationId
) -> None:
    at_k8.robot.press(OPEN)
    at_k8.robot.press("after some thought")
    at_k8.robot.press("“if this changed…”")

    found = leaving.reading_in(vault.private, talk)
    assert found is not None
    assert (found.on, found.ease, found.form) == (
        date(2026, 11, 22),
        Ease.AFTER_THOUGHT,
        Form.A_CHANGE,
    )
    assert at_k8.robot.reads("Read on Sunday 22 November 2026")

    at_k8.robot.press("after some thought")
    at_k8.robot.press("“if this changed…”")
    assert leaving.reading_in(vault.private, talk) is None


def test_the_person_page_keeps_readings_out_of_sight_and_their_own_page_says_them_in_words(
    vault: OpenVault,
    priya: PersonId,
    talk: ConversationId,
    private_desk: PrivateDesk,
    qtbot: QtBot,
) -> None:
    leaving.read(vault.private, talk, Ease.AT_ONCE, Form.SEVERAL)
    notes, own = PersonNotesPanel(private_desk), LeavingPanel(private_desk)
    for panel in (notes, own):
        qtbot.addWidget(panel)
        panel.show_person(priya)
    notes.show()
    assert not Robot(notes).reads("came at once")
    notes.hide()
    own.show()
    assert Robot(own).reads("came at once; sounded like several reasons, ready")


def test_two_readings_are_drawn_in_words_beside_their_list(
    vault: OpenVault,
    priya: PersonId,
    talk: ConversationId,
    private_desk: PrivateDesk,
    qtbot: QtBot,
) -> None:
    leaving.read(vault.private, talk, Ease.HARDLY, None)
    conversations.close(vault.shared, talk)
    panel = LeavingPanel(private_desk)
    qtbot.addWidget(panel)
    panel.show_person(priya)
    panel.show()
    robot = Robot(panel)
    assert TREND not in robot.names()

    vault.clock.forward(days=90)
    again = conversations.begin(vault.shared, priya).value
    leaving.read(vault.private, again, Ease.AT_ONCE, None)
    panel.refresh()

    assert TREND in robot.names()
    assert robot.has("Sunday 22 November 2026: came hardly at all")
    with qtbot.waitSignal(panel.conversation_asked) as asked:
        robot.press("Saturday 20 February 2027: came at once", within=TREND)
    assert asked.args == [again]


def test_influence_asks_softly_for_impact_or_control(
    room: Room, vault: OpenVault, priya: PersonId
) -> None:
    room.robot.press("Motivation")
    assert not room.robot.has("Impact")
    room.robot.press("Influence")
    room.robot.press("Impact")

    found = motivations.of_person(vault.private, priya)
    assert [(w.motivation, w.source) for w in found] == [(Motivation.INFLUENCE, Source.IMPACT)]

    room.robot.press("Growth and mastery")
    assert not room.robot.has("Impact")


def test_a_guess_about_the_next_rung_raises_its_quiet_caution(room: Room) -> None:
    room.robot.press("Motivation")
    room.robot.press("A guess, just the next rung")

    assert room.robot.reads("The next rung may only be the nearest one.")
