"""What good looks like, W1 to W6, from the vault's own data, and never a grade (H5)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.domain.moments import MomentKind
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.recall import Came
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording, Status
from desktop.services import goals, in_time, lives
from desktop.services.private import future, moments, moved, recall
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day

NAME = "Priya Nair"
PAGE = "What good looks like"


def opened(open_window: Callable[[], Robot]) -> Robot:
    robot = open_window()
    robot.press(PAGE, "Side bar")
    return robot


def test_an_empty_vault_says_what_will_stand_here_and_grades_nobody(
    story: Story, open_window: Callable[[], Robot]
) -> None:
    story.person(NAME)
    robot = opened(open_window)

    assert robot.reads("The quarters stand here after a first conversation.")
    assert robot.reads("You: nothing fell due")
    assert robot.reads("None was owed in the last four quarters.")
    assert robot.reads("Once somebody has told you where they want to be, you are asked here.")
    assert robot.reads("Nobody was asked yet.")
    assert robot.reads("nothing noted that moved")


def test_both_sides_are_counted_alike_and_what_was_late_leads_to_its_page(
    vault: OpenVault, story: Story, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    story.agreed(
        priya, day("2026-08-14"), mine={"Ask Ruth": "2026-09-01"}, theirs={"Write": "2026-09-02"}
    )
    late = story.ended(priya, day("2026-11-10"))
    (mine, theirs) = sorted(vault.shared.contracts.promises(), key=lambda p: p.due)
    vault.clock.at = day("2026-08-30")
    lives.keep(vault.shared, mine.id)
    vault.clock.at = day("2026-09-20")
    lives.keep(vault.shared, theirs.id)
    vault.clock.at = TODAY
    robot = opened(open_window)

    assert robot.reads("You: kept 1 of 1, 1 of them by their day")
    assert robot.reads("They: kept 1 of 1, 0 of them by their day")
    assert robot.reads("1 of 2 in the last four quarters")
    robot.press("Priya Nair, 10 Nov 2026: not sent yet")
    assert robot.has("Review and send")
    assert in_time.summaries_since(vault.shared, day("2026-01-01").date())[0].talk.id == late


def test_a_summary_with_time_left_is_neither_in_time_nor_late(
    vault: OpenVault, story: Story
) -> None:
    priya = story.person(NAME)
    story.ended(priya, TODAY - timedelta(hours=5))
    story.agreed(priya, day("2026-08-14"), mine={"Ask Ruth": "2026-09-01"})

    found = in_time.summaries_since(vault.shared, day("2026-01-01").date())
    assert [one.is_in_time for one in found] == [True]


@pytest.fixture
def two_who_told(story: Story) -> Story:
    for name, words in (("Priya Nair", "Own the hard problems"), ("Jun Watanabe", "Lead a team")):
        talk = story.ended(story.person(name), day("2026-08-14"))
        story.noted(talk, "D1", words)
    story.person("Ama Boateng")
    return story


def test_the_recall_exercise_asks_and_waits_and_shows_only_then(
    two_who_told: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    robot = opened(open_window)

    assert robot.reads("Where does Priya want to be in three years?")
    assert not robot.reads("Own the hard problems")
    robot.type_into("What you remember", "Something with problems")
    assert not robot.reads("Own the hard problems")
    robot.press("Now show me")
    assert robot.reads("Own the hard problems")
    assert robot.text_in("What you remember") == "Something with problems"

    robot.press("I had part of it")
    assert robot.reads("Where does Jun want to be in three years?")
    assert robot.text_in("What you remember") == ""
    assert not robot.reads("Own the hard problems")
    robot.press("Somebody else")
    assert robot.reads("Where does Priya want to be in three years?")
    assert robot.reads("Last time, today: in part.")


def test_what_is_being_remembered_survives_a_look_elsewhere(
    two_who_told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = opened(open_window)
    robot.type_into("What you remember", "Half a thought")
    robot.press("People", "Pages")
    robot.press(PAGE, "Side bar")

    assert robot.text_in("What you remember") == "Half a thought"
    assert isinstance(robot.find("What you remember", QLineEdit), QLineEdit)


def test_it_is_offered_on_today_once_a_week_and_to_nobody_who_said_nothing(
    two_who_told: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    robot = open_window()
    robot.press("Try it")
    assert robot.reads("Where does Priya want to be in three years?")
    robot.type_text("The hard problems")
    assert robot.text_in("What you remember") == "The hard problems"
    robot.press("Now show me")
    robot.press("As I said")
    robot.press("Today", "Pages")
    assert not robot.has("Try it")

    vault.clock.forward(days=7)
    robot.press("People", "Pages")
    robot.press("Today", "Pages")
    assert robot.reads("Where does Jun want to be in three years?")


def test_whose_turn_it_is_goes_round_and_an_odd_clock_stops_nothing(
    two_who_told: Story, vault: OpenVault
) -> None:
    names = []
    for _ in range(4):
        turn = recall.whose_turn(vault.private)
        assert turn is not None
        names.append(turn.name)
        vault.clock.forward(days=1)
        recall.note(vault.private, turn.id, Came.AS_SAID)
    assert names == ["Priya Nair", "Jun Watanabe"] * 2

    vault.clock.at = day("2020-01-01")
    assert recall.is_due(vault.private)
    assert recall.whose_turn(vault.private) is not None


def test_the_question_of_a_future_here_is_noted_after_a_talk_and_taken_back(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    talk = story.ended(priya, TODAY - timedelta(hours=2))
    robot = open_window()
    robot.press("Begin")
    robot.press("4, rather yes")
    assert future.in_conversation(vault.private, talk) == 4
    robot.press("5, clearly")
    assert future.in_conversation(vault.private, talk) == 5
    robot.press("5, clearly")
    assert future.in_conversation(vault.private, talk) is None
    robot.press("3, perhaps")

    robot.press(PAGE, "Side bar")
    assert robot.reads("3 in November 2026")


def test_what_moved_is_said_in_words_and_older_than_a_year_counts_no_more(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    vault.clock.at = day("2024-01-01")
    goals.write(vault.shared, priya, GoalWording("Lead"))
    leap = story.agreed(priya, day("2024-02-29"))
    story.kept(leap, "N7", Keeping(KeptAs.ACHIEVEMENT), "Long ago")
    vault.clock.at = day("2026-03-01")
    (goal,) = goals.of_person(vault.shared, priya)
    goals.change(vault.shared, goal, GoalWording("Own failover", reason="It drew her more"))
    talk = story.agreed(priya, day("2026-03-02"))
    for words in ("The drill", "The wall"):
        story.kept(talk, "N7", Keeping(KeptAs.ACHIEVEMENT), words)
    vault.clock.at = day("2026-06-01")
    seen = PrivateText("Calm for forty minutes of outage")
    moments.note(vault.private, priya, MomentKind.ACHIEVEMENT, seen)
    (goal,) = goals.of_person(vault.shared, priya)
    reached = GoalWording("Own failover", status=Status.REACHED, reason="It is hers")
    goals.change(vault.shared, goal, reached)
    vault.clock.at = TODAY
    robot = opened(open_window)

    assert robot.reads("a goal reached, a goal changed, 3 achievements")
    robot.press(NAME, "Does it move? The last twelve months, private")
    assert robot.reads("Priya Nair over time")
    vault.clock.at = day("2028-02-29")
    assert moved.moved(vault.private)[priya].is_still
