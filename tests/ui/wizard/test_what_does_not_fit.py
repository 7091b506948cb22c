"""The honest-limits flow and the sweet spot, from the interview (playbook H1 to H5, B6, V3)."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.limits import LimitsStep
from desktop.domain.private.sweet_spot import Circle
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people, summaries
from desktop.services.private import kept, limits, sweet_spot
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

THOUGHT = "What you will say, and what you think"
NEED = "What the organisation needs"


@pytest.fixture
def robot(vault: OpenVault, talk: ConversationId, qtbot: QtBot) -> Iterator[Robot]:
    """The window, in the conversation with Priya, at a question of the third stage."""
    kept.keep(
        vault.private,
        (talk, QuestionId("D3")),
        Keeping(KeptAs.GOAL, "6 months"),
        PrivateText("A staff role here"),
    )
    kept.keep(
        vault.private,
        (talk, QuestionId("D6")),
        Keeping(KeptAs.INTEREST),
        PrivateText("Failover"),
    )
    conversations.stand_at(vault.shared, talk, QuestionId("K1"))
    with a_window(vault) as window:
        robot = Robot(window)
        robot.press("Priya Nair", within="Side bar")
        robot.press("Continue conversation")
        yield robot


def test_five_honest_steps_are_kept_in_private_and_resumed_where_they_were_left(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    robot.press("This does not fit the organisation")
    assert robot.text_in("What does not fit") == "A staff role here"
    robot.type_into(THOUGHT, "No staff role this year.")
    robot.press("Next step")
    robot.type_into(THOUGHT, "The failover design is real.")
    robot.press("Back")
    assert robot.has("Next question")

    found = limits.of_person(vault.private, priya)[0]
    assert found.at(LimitsStep.SAY_IT) == PrivateText("No staff role this year.")
    robot.press("This does not fit the organisation")
    assert robot.text_in(THOUGHT) == "The failover design is real."


@pytest.mark.parametrize("way", ["This does not fit the organisation", "The sweet spot", ""])
def test_nobody_else_is_named_while_the_talk_goes_on(
    robot: Robot, vault: OpenVault, way: str
) -> None:
    people.add(vault.shared, "Tomás Ortega")
    if way:
        robot.press(way)
    assert not robot.reads("Tomás Ortega")
    robot.keys("Ctrl+N")
    assert not robot.is_waiting()
    robot.keys("Ctrl+J")
    assert robot.reads("Something I noticed")
    assert not any("Tomás Ortega" in said for said in (robot.screen(), *robot.names()))
    robot.keys("Esc")
    robot.keys("Esc")
    if way:
        assert robot.has("Next question")
        robot.keys("Esc")
    assert robot.has("Tomás Ortega")


def test_a_fudge_is_named(robot: Robot) -> None:
    robot.press("This does not fit the organisation")
    robot.type_into(THOUGHT, "We'll see in spring.")

    assert robot.reads("“we'll see” leaves the door ajar.")


def test_nothing_reaches_the_summary_but_the_sentence_written_there(
    robot: Robot, vault: OpenVault, talk: ConversationId
) -> None:
    robot.press("This does not fit the organisation")
    robot.type_into(THOUGHT, "No staff role this year.")
    assert summaries.paragraphs(vault.shared, talk) == ()
    robot.type_into("For the summary you will share", "A staff role is not open this year.")
    robot.press("Back")

    told = [paragraph.text for paragraph in summaries.paragraphs(vault.shared, talk)]
    assert told == ["A staff role is not open this year."]


def test_a_need_and_an_interest_meet_where_the_manager_lays_them(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    robot.press("The sweet spot")
    assert robot.reads("nothing yet, and that is worth knowing")
    robot.type_into(NEED, "An owner for failover")
    robot.press("Add the need")
    robot.press("Failover")
    robot.press("Strengths")
    robot.press("What is needed here")

    laid = {one.words.reveal(): one.circles for one in sweet_spot.picture(vault.private, priya)}
    assert laid == {"Failover": Circle.SWEET_SPOT, "An owner for failover": Circle.NEEDS}
    assert robot.reads("Where all three meet: Failover")


def test_best_served_elsewhere_is_an_honest_result(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    robot.press("The sweet spot")
    robot.press("Best served elsewhere, as it looks today")

    assert sweet_spot.elsewhere(vault.private, priya) == vault.clock.at.date()
    assert robot.reads("An honest result, said today.")


def test_what_the_organisation_needs_stays_out_of_view_before_the_third_stage(
    robot: Robot, vault: OpenVault, talk: ConversationId, priya: PersonId
) -> None:
    sweet_spot.lay(vault.private, priya, PrivateText("An owner for failover"), Circle.NEEDS)
    robot.keys("Esc")
    conversations.stand_at(vault.shared, talk, QuestionId("D3"))
    robot.press("The sweet spot")

    assert not robot.reads("An owner for failover")
    assert robot.reads("comes into view in the third stage")
    assert robot.has("Failover")
