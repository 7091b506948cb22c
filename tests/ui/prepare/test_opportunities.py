"""The opportunity register: written down, dated, marked, and met again where it helps."""

from collections.abc import Callable
from datetime import date

from desktop.domain.ids import PersonId, PlannedId, QuestionId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.opportunities import Opportunity, Serves
from desktop.domain.private.words import PrivateText
from desktop.services import conversations
from desktop.services.private import kept, opportunities
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

OpenWindow = Callable[[], Robot]


def register(window: OpenWindow) -> Robot:
    robot = window()
    robot.press("Opportunities", within="Side bar")
    return robot


def the_only_one(vault: OpenVault) -> Opportunity:
    (found,) = opportunities.register(vault.private)
    return found


def an_opening(vault: OpenVault, *people: PersonId, by: date | None = None) -> None:
    which = opportunities.add(vault.private, PrivateText("Lead of the rebuild")).value
    opportunities.date_it(vault.private, which, by)
    for person in people:
        opportunities.mark(vault.private, which, Serves(person), on=True)


def test_an_empty_register_says_what_it_is_for_and_takes_the_first_one(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    robot = register(window)
    assert robot.reads("whose direction it would serve")

    robot.press("Write it down")
    assert robot.reads("An opportunity needs a name")
    robot.type_into("A new opportunity", "Lead of the rebuild")
    robot.press("Write it down")

    assert not robot.reads("An opportunity needs a name")
    robot.type_into("What limits it", "No headcount.")
    robot.set_day("Open until", "15 January 2027")
    robot.press("Budget")
    robot.press("Today", within="Side bar")
    found = the_only_one(vault)
    assert found.what == PrivateText("Lead of the rebuild")
    assert found.limits == PrivateText("No headcount.")
    assert found.by == date(2027, 1, 15)
    assert found.kind == "budget"


def test_a_date_that_is_none_is_named_and_nothing_else_is_lost(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    an_opening(vault, by=date(2027, 1, 15))
    robot = register(window)
    robot.set_day("Open until", "the day after never")
    assert robot.reads("could not be read as a date")
    assert the_only_one(vault).by == date(2027, 1, 15)


def test_what_it_would_serve_is_marked_down_to_the_goal(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    talk = conversations.begin(vault.shared, priya).value
    goal = kept.keep(
        vault.private,
        (talk, QuestionId("D3")),
        Keeping(KeptAs.GOAL, "6 months"),
        PrivateText("Own the failover design"),
    ).value
    an_opening(vault)
    robot = register(window)

    robot.press("Priya Nair", within="This opportunity, private")
    robot.press("Goal, 6 months: Own the failover design")

    assert set(the_only_one(vault).serves) == {Serves(priya), Serves(priya, goal)}
    robot.press("Priya Nair", within="This opportunity, private")
    assert the_only_one(vault).serves == ()


def test_one_that_is_closed_or_past_steps_back_and_can_be_opened_again(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    an_opening(vault, priya)
    robot = register(window)
    robot.press("Close it")
    assert opportunities.still_open(vault.private, priya) == ()
    assert robot.reads("closed today")
    robot.press("Open again")
    assert len(opportunities.still_open(vault.private, priya)) == 1

    opportunities.date_it(vault.private, the_only_one(vault).id, date(2026, 11, 1))
    assert opportunities.still_open(vault.private, priya) == ()


def test_it_stands_beside_the_thinking_of_the_one_it_would_serve(
    vault: OpenVault, priya: PersonId, thursday: PlannedId, window: OpenWindow
) -> None:
    an_opening(vault, priya, by=date(2027, 1, 15))
    robot = window()
    robot.press("Today", within="Side bar")
    robot.press("Prepare")
    assert robot.reads("Lead of the rebuild, until 15 January 2027")


def test_in_a_talk_it_comes_into_view_in_the_gap_stage_and_not_before(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    conversations.begin(vault.shared, priya)
    an_opening(vault, priya)
    robot = window()
    robot.press("Today", within="Side bar")
    robot.press("Continue")
    assert not robot.reads("Lead of the rebuild")

    robot.press("How do we close the gap?")
    assert robot.reads("Lead of the rebuild")
    assert robot.reads("Open for Priya, private")
    robot.press("Where do you want to go?")
    assert not robot.reads("Lead of the rebuild")
