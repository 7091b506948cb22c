from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.cadence import Rhythm
from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import PersonId, PlannedId
from desktop.services import agreements, cadences, conversations, plans, today
from desktop.services.plans import Booking
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day

Open = Callable[[], Robot]


@pytest.fixture
def hanna(story: Story) -> PersonId:
    """Nobody booked a talk with Hanna this quarter."""
    who = story.person("Hanna Lindqvist")
    story.agreed(who, day("2026-08-01"))
    return who


def test_a_gap_on_today_is_booked_in_one_step(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    robot = window()
    assert robot.reads("quarterly, never booked this quarter")
    assert robot.reads("due 3 weeks ago")

    robot.press("Book")
    assert robot.reads("60 to 90 minutes, a session of its own")
    robot.set_day("Day", "26 Nov 2026")
    robot.type_into("Time", "10:00")
    robot.press("Book it")

    assert robot.reads("Thursday 26 November, 10:00, 60 min")
    assert robot.find("Move", QAbstractButton).hasFocus()
    plan = plans.next_with(vault.shared, hanna)
    assert plan is not None
    assert plan.minutes == 60
    robot.press("Today", within="Side bar")
    assert not robot.reads("never booked")
    assert robot.reads("Thursday, 60 min")


def test_a_booked_talk_is_called_after_the_rhythm_that_was_chosen(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    cadences.choose(vault.shared, hanna, Rhythm.MONTH)
    plans.book(vault.shared, hanna, Booking(date(2026, 11, 26), "10:00", "60"))
    robot = window()
    assert robot.reads("monthly")
    assert not robot.reads("quarterly")

    vault.clock.forward(days=8)
    robot.press("Today", within="Side bar")

    assert robot.reads("monthly, its day went by")


def test_a_booked_day_that_went_by_waits_for_another_day_and_no_longer_for_its_prompt(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    plans.book(vault.shared, hanna, Booking(date(2026, 11, 26), "10:00", "60"))
    robot = window()
    vault.clock.forward(days=8)
    robot.press("Today", within="Side bar")
    assert robot.reads("The day of the talk with Hanna Lindqvist went by.")
    assert robot.reads("quarterly, its day went by")
    assert robot.reads("4 days late")
    assert today.today(vault.shared).count == 1
    assert not robot.has("Prepare")
    robot.press("Hanna Lindqvist", within="Side bar")
    assert not robot.reads("Reflection prompt not sent yet")
    robot.press("Today", within="Side bar")

    robot.press("Move")
    assert robot.text_in("Day") == ""
    robot.set_day("Day", "3 Dec 2026")
    robot.press("Move it")

    robot.press("Today", within="Side bar")
    assert not robot.reads("its day went by")
    assert robot.reads("Thursday, 60 min")


def test_a_day_that_can_be_read_takes_the_place_of_one_that_could_not(
    hanna: PersonId, window: Open
) -> None:
    robot = window()
    robot.press("Book")
    robot.set_day("Day", "some Thursday")
    assert robot.reads("This could not be read as a date.")

    robot.set_day("Day", "next Thursday")

    assert not robot.reads("This could not be read as a date.")
    assert robot.text_in("Day") == "26 Nov 2026"


def test_a_short_talk_that_is_booked_is_called_what_it_is(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    review = Booking(date(2026, 11, 24), "10:00", "20", kind=Kind.CONTRACT_REVIEW)
    plans.book(vault.shared, hanna, review)

    robot = window()

    assert robot.reads("contract review")
    assert robot.reads("Tuesday, 20 min")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("20 Nov 2026", "10:00", "60"), "That day has passed. Choose one that is still to come."),
        (("22 Nov 2026", "10:00", "60"), "That time has passed already. Choose a later one."),
        (("26 Nov 2026", "tea", "60"), "At what time? Write it as 10:00 or 14:30."),
        (("26 Nov 2026", "10:00", "30"), "A full conversation needs a session of its own"),
        (("", "10:00", "60"), "On which day? Without one it will be put off again."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(
    vault: OpenVault, hanna: PersonId, window: Open, typed: tuple[str, str, str], sentence: str
) -> None:
    on, time, minutes = typed
    robot = window()
    robot.press("Book")
    robot.set_day("Day", on)
    robot.replace_in("Time", time)
    robot.replace_in("Minutes", minutes)

    robot.press("Book it")

    assert robot.reads(sentence)
    assert robot.text_in("Time") == time
    assert robot.text_in("Minutes") == minutes
    assert plans.next_with(vault.shared, hanna) is None


def test_a_booking_is_moved_called_off_and_put_back(
    vault: OpenVault, priya: PersonId, thursday: PlannedId, window: Open
) -> None:
    robot = window()
    robot.press("Priya Nair", within="Side bar")

    robot.press("Move")
    assert robot.text_in("Time") == "10:00"
    robot.replace_in("Time", "14:30")
    robot.press("Move it")
    assert robot.reads("Thursday 26 November, 14:30, 60 min")

    robot.press("Call it off")
    assert plans.next_with(vault.shared, priya) is None
    assert robot.reads("Called off.")
    robot.press("Undo")
    assert robot.reads("Thursday 26 November, 14:30, 60 min")


def test_within_a_week_preparing_is_the_next_step_and_begin_is_one_press_further(
    vault: OpenVault, priya: PersonId, thursday: PlannedId, window: Open
) -> None:
    robot = window()
    robot.press("Priya Nair", within="Side bar")
    assert not robot.has("Start a conversation")

    robot.press("Prepare")
    assert robot.reads("Before you meet Priya")
    assert robot.reads("Thursday 26 November, 10:00 to 11:00.")
    robot.press("Begin")

    (talk,) = conversations.of_person(vault.shared, priya)
    assert plans.planned(vault.shared, thursday).conversation == talk.id
    assert robot.has("Next question")


def test_from_three_days_before_today_says_that_the_prompt_is_not_sent(
    vault: OpenVault, story: Story, thursday: PlannedId, window: Open
) -> None:
    story.person("Jun Watanabe")
    vault.clock.forward(days=1)
    robot = window()
    assert robot.reads("Reflection prompt to Priya not sent yet")

    robot.press("Send")
    robot.press("Sent")
    robot.press("Today", within="Side bar")

    assert not robot.reads("Reflection prompt to Priya not sent yet")


def test_the_brief_the_agreement_and_how_notes_are_kept_are_near_and_lead_back(
    vault: OpenVault, story: Story, window: Open
) -> None:
    jun = story.person("Jun Watanabe")
    mine, theirs = {"Ask Ruth": "2026-11-20"}, {"Write the runbook": "2026-12-01"}
    ahead = {"question": "A role here, or elsewhere?"}
    talk = story.agreed(jun, day("2026-11-10"), mine=mine, theirs=theirs, ahead=ahead)
    story.noted(talk, "D1", "Owning the hard problems.")
    plans.book(vault.shared, jun, Booking(date(2026, 11, 26), "10:00", "60"))
    robot = window()
    robot.press("Jun Watanabe", within="Side bar")
    robot.press("Prepare")

    robot.press("One-page brief")
    read = robot.screen()
    assert "Owning the hard problems." in read
    assert read.index("Ask Ruth") < read.index("Write the runbook") < read.index(ahead["question"])
    robot.press("Back to preparing")

    robot.press("Agreement")
    assert robot.reads("Draft of version 1")
    robot.replace_in("When and how we meet", "Fridays, walking.")
    robot.press("How I keep notes, to read aloud")
    assert robot.reads("Private does not mean beyond the law.")
    robot.press("Back")
    robot.press("We agreed on this")
    assert robot.reads("Version 1, agreed today")
    assert robot.text_in("When and how we meet") == "Fridays, walking."
    robot.press("Back")
    assert robot.reads("Before you meet Jun")
    assert robot.reads("Agreed today:")
    assert robot.find("Begin", QAbstractButton).isEnabled()


def test_an_agreement_of_a_year_ago_asks_to_be_read_again_before_a_talk(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    agreements.agree(vault.shared, hanna, date(2026, 11, 22))
    vault.clock.forward(days=364)
    plans.book(vault.shared, hanna, Booking(date(2027, 11, 26), "10:00", "60"))
    robot = window()
    robot.press("Prepare")
    assert robot.reads("Agreed 22 November 2026:")
    vault.clock.forward(days=1)
    robot.press("Today", within="Side bar")
    robot.press("Prepare")
    assert robot.reads("Agreed 22 November 2026. It is time to read it again together:")

    robot.press("Agreement")
    robot.press("Write the next version")
    robot.press("We agreed on this")
    robot.press("Back")

    assert robot.reads("Agreed today:")


def test_a_short_talk_is_booked_as_what_it_is(
    vault: OpenVault, hanna: PersonId, window: Open
) -> None:
    robot = window()
    robot.press("Book")
    robot.press("Contract review")
    assert robot.text_in("Minutes") == "20"
    robot.set_day("Day", "26 Nov 2026")
    robot.type_into("Time", "10:00")
    robot.press("Book it")

    plan = plans.next_with(vault.shared, hanna)
    assert plan is not None
    assert plan.kind is Kind.CONTRACT_REVIEW
    assert robot.reads("Contract review.")
