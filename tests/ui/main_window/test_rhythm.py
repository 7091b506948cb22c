"""The rhythm of talks: set for everybody and for one person, and what it brings onto Today."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import cadences, people, today
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window
from tests.ui.pages.story import TODAY, Story, day


@pytest.fixture
def robot(vault: OpenVault, qtbot: QtBot) -> Iterator[Robot]:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-10-20"), mine={"Ask": "2026-12-20"})
    story.person("Tomás Ortega")
    with a_window(vault) as window:
        yield Robot(window)


def test_a_contract_review_is_booked_or_begun_from_today(robot: Robot) -> None:
    assert robot.reads("contract review, monthly")

    robot.press("Begin now")

    assert robot.has("Next question")


def test_a_rhythm_for_everybody_is_chosen_beside_the_lock(robot: Robot, vault: OpenVault) -> None:
    robot.press("Vault and keys", "Side bar")
    robot.press("Every month")
    robot.press("Today", "Side bar")

    assert cadences.for_all(vault.shared) == 1
    assert robot.reads("monthly, not booked")


def test_a_leave_pauses_one_person_until_a_day(robot: Robot, vault: OpenVault) -> None:
    robot.press("Tomás Ortega", "Side bar")
    robot.press("Details")
    robot.press("On leave")
    robot.set_day("Pause until", "spring")
    assert robot.reads("This could not be read as a date. Write it as 22 Nov 2026.")
    robot.set_day("Pause until", "20 Nov 2026")
    assert not robot.reads("could not be read")
    assert robot.reads("That day has passed. Choose one that is still to come.")

    robot.set_day("Pause until", "31 Jan 2027")

    tomas = people.everybody(vault.shared)[1].id
    assert [gap.person.id for gap in today.today(vault.shared).gaps if gap.person.id == tomas] == []
    assert robot.reads("Paused until 31 January 2027")
    robot.press("No pause")
    assert not robot.reads("Paused until")
    assert [gap.person.id for gap in today.today(vault.shared).gaps if gap.person.id == tomas]


def test_somebody_in_transition_is_talked_with_every_month_until_it_ends_by_itself(
    robot: Robot, vault: OpenVault
) -> None:
    priya = people.everybody(vault.shared)[0].id
    robot.keys("Ctrl+J")
    robot.press("Priya Nair", "About")
    robot.press("Role or team is not what it was")
    robot.press("Done")

    robot.press("Talk every month for now")

    assert not robot.has("Talk every month for now")
    assert robot.reads("monthly, not booked")
    robot.press("Priya Nair", "Side bar")
    robot.press("Details")
    assert robot.reads("In transition: every month until 22 February 2027, then as before.")
    vault.clock.at = day("2027-02-23")
    assert cadences.of_person(vault.shared, priya).months(3, vault.shared.today()) == 3
    vault.clock.at = TODAY

    robot.press("The transition is over")
    assert not cadences.of_person(vault.shared, priya).is_in_transition(vault.shared.today())
