"""Then and now (H2), what comes again (H3), and the leaving answers on a page of their own."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.leaving import Ease, Form
from desktop.domain.private.patterns import Drain, recurring
from desktop.domain.private.then_and_now import Said, nearest_to_half_a_year_before
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.services import goals
from desktop.services.private import future, leaving, looking_back
from desktop.ui import look
from desktop.ui.widgets.chips import PassageRow
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day

NAME = "Priya Nair"


def over_time(open_window: Callable[[], Robot], part: str) -> Robot:
    robot = open_window()
    robot.press(NAME, "Side bar")
    robot.press("Over time")
    robot.press(part)
    return robot


@pytest.fixture
def told(story: Story) -> Story:
    """Three conversations with what was wanted and the role as it was told."""
    priya = story.person(NAME)
    for when, wish, role in (
        ("2025-11-20", "To lead the team", "I close tickets"),
        ("2026-05-22", "To own failover", "I hold things together"),
        ("2026-11-20", "Less firefighting", "I make the frightening thing boring"),
    ):
        talk = story.ended(priya, day(when))
        story.noted(talk, "D3", wish)
        story.noted(talk, "N8", role)
    return story


def test_what_was_wanted_half_a_year_ago_stands_beside_the_role_of_today(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window, "Then and now")

    assert robot.reads("To own failover")
    assert robot.reads("I make the frightening thing boring")
    assert robot.reads("Said 22 May, 6 months before")
    assert not robot.reads("To lead the team")


def test_an_earlier_role_meets_the_wish_before_it_and_any_wish_can_be_laid_beside(
    told: Story, open_window: Callable[[], Robot]
) -> None:
    robot = over_time(open_window, "Then and now")
    robot.press("The role, as told, Friday 22 May 2026. I hold things together")
    assert robot.reads("I hold things together")
    assert robot.reads("To lead the team")

    robot.press("Wanted, Friday 22 May 2026. To own failover")
    assert robot.reads("To own failover")


def test_a_role_without_a_wish_before_it_says_so(
    story: Story, open_window: Callable[[], Robot]
) -> None:
    talk = story.ended(story.person(NAME), day("2026-11-20"))
    story.noted(talk, "N8", "I close tickets")
    robot = over_time(open_window, "Then and now")

    assert robot.reads("I close tickets")
    assert robot.reads("Not talked about before that.")


def test_a_talk_without_either_says_what_would_stand_here(
    story: Story, open_window: Callable[[], Robot]
) -> None:
    story.ended(story.person(NAME), TODAY - timedelta(days=1))
    robot = over_time(open_window, "Then and now")
    assert robot.reads("Two answers meet here")

    robot.press("What comes again")
    assert robot.reads("Nothing you kept as a drain has come in two conversations yet.")
    assert robot.reads("Nothing was kept as an achievement yet.")
    assert robot.reads("Not asked yet.")


def test_what_they_are_proud_of_but_nobody_kept_is_not_called_nothing(
    story: Story, open_window: Callable[[], Robot]
) -> None:
    talk = story.ended(story.person(NAME), TODAY - timedelta(days=1))
    story.noted(talk, "N7", "The failover held, and nobody was woken")
    robot = over_time(open_window, "What comes again")

    assert robot.reads("You noted in one conversation what they are proud of.")
    assert not robot.reads("Nothing was kept as an achievement yet.")


@pytest.mark.parametrize(
    ("days", "nearest"),
    [([1], 1), ([1, 182], 182), ([100, 300], 100), ([170, 190], 190), ([], None), ([-3], None)],
)
def test_the_wish_nearest_to_half_a_year_before_counts_and_none_of_later(
    days: list[int], nearest: int | None
) -> None:
    on = date(2024, 8, 31)
    wishes = [said(on - timedelta(days=n), str(n)) for n in days]
    found = nearest_to_half_a_year_before(wishes, on)
    assert (found.words.reveal() if found else None) == (str(nearest) if nearest else None)


def test_what_drains_again_is_found_by_the_word_it_shares_and_little_words_tie_nothing() -> None:
    drains = [
        drain("one", "On-call, every second week"),
        drain("one", "On-call at night"),
        drain("two", "The bug queue with the others"),
        drain("three", "Call after call, on top of everything"),
        drain("four", "Meetings with too many people"),
    ]
    found = recurring(drains)

    assert [(one.talks, [d.words.reveal() for d in one.drains]) for one in found] == [
        (
            2,
            [
                "On-call, every second week",
                "On-call at night",
                "Call after call, on top of everything",
            ],
        )
    ]


def test_the_same_drain_twice_in_one_talk_is_no_pattern() -> None:
    assert recurring([drain("one", "The rota"), drain("one", "The rota again")]) == ()
    assert recurring([]) == ()
    assert recurring([drain("one", "値班很累"), drain("two", "値班很累")]) == ()


def test_an_achievement_is_laid_beside_the_goals_and_taken_back(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    goal = goals.write(vault.shared, priya, GoalWording("Own failover")).value
    goals.write(vault.shared, priya, GoalWording("Teach Farid"))
    talk = story.ended(priya, day("2026-08-14"))
    story.kept(talk, "N7", Keeping(KeptAs.ACHIEVEMENT), "The cut-over")
    story.kept(talk, "N3", Keeping(KeptAs.DRAIN), "The rota")
    other = story.ended(priya, day("2026-11-14"))
    story.kept(other, "N3", Keeping(KeptAs.DRAIN), "That rota")
    robot = over_time(open_window, "What comes again")

    assert robot.reads("In 2 conversations, since August 2026")
    robot.press("Towards: Own failover")
    (step,) = looking_back.steps(vault.private, priya)
    assert (step.is_said, step.goal) == (True, goal)
    assert robot.reads("No step yet towards: Teach Farid")
    robot.press("Beside the goals")
    (step,) = looking_back.steps(vault.private, priya)
    assert (step.is_said, step.goal) == (True, None)
    robot.press("Beside the goals")
    (step,) = looking_back.steps(vault.private, priya)
    assert not step.is_said

    robot.press("14 Aug 2026: The rota")
    assert robot.has("Review and send")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_drained_is_read_whole_and_leads_on_by_the_keyboard(
    story: Story,
    open_window: Callable[[], Robot],
    qapp: QApplication,
    qtbot: QtBot,
    scale: float,
) -> None:
    long = (
        "The rota, for the third time round, and this time in the tone that is meant for the "
        "weather, which worried me more than if it had been said in anger"
    )
    priya = story.person(NAME)
    for when, words in (("2026-08-14", "The rota"), ("2026-11-14", long)):
        story.kept(story.ended(priya, day(when)), "N3", Keeping(KeptAs.DRAIN), words)
    look.apply(qapp, "light", text_scale=scale)
    robot = over_time(open_window, "What comes again")
    robot.root.resize(1024, 700)
    qtbot.wait(50)

    brief = robot.find("14 Aug 2026: The rota", QPushButton)
    whole = robot.find(f"14 Nov 2026: {long}", QPushButton)
    lines = (whole.height() - brief.height()) / look.current().pitch("label")
    assert lines >= (1 if scale == 1 else 3)
    whole.setFocus()
    robot.keys("Return")
    look.apply(qapp, "light")
    assert robot.has("Review and send")


def test_leaving_answers_are_on_a_page_of_their_own_and_nowhere_else(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    talk = story.ended(story.person(NAME), day("2026-08-14"))
    leaving.read(vault.private, talk, Ease.AT_ONCE, Form.SEVERAL)
    robot = open_window()
    robot.press(NAME, "Side bar")
    assert not robot.reads("came at once")
    robot.press("Over time")
    robot.press("What comes again")
    assert not robot.reads("came at once")

    robot.press("Between the lines, for you alone")
    assert robot.reads("came at once; sounded like several reasons, ready")
    assert robot.reads("No score, no fact.")
    robot.keys("Esc")
    assert robot.reads("What drains again and again")
    robot.press("What good looks like", "Side bar")
    assert not robot.reads("came at once")


def test_every_reading_of_a_leaving_answer_stands_there_and_leads_to_its_talk(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    for month in range(1, 14):
        when = day(f"{2025 + month // 12}-{month % 12 + 1:02}-14")
        talk = story.agreed(priya, when, mine={f"Ask Ruth, {month}": "2026-12-01"})
        vault.clock.at = when
        leaving.read(vault.private, talk, None, Form.SEVERAL)
    robot = over_time(open_window, "What comes again")
    robot.press("Between the lines, for you alone")

    told = "Friday 14 February 2025: sounded like several reasons, ready"
    line = robot.find(told, PassageRow)
    assert isinstance(line, PassageRow)
    assert line.label() == told
    robot.press(told)
    assert robot.reads("Ask Ruth, 1")


def test_the_answers_about_a_future_here_are_drawn_and_lead_to_their_conversation(
    story: Story, vault: OpenVault, open_window: Callable[[], Robot]
) -> None:
    priya = story.person(NAME)
    for when, answer in (("2026-02-14", 2), ("2026-08-14", 4)):
        talk = story.agreed(priya, day(when), mine={"Ask Ruth": "2026-12-01"})
        future.note(vault.private, talk, answer)
    robot = over_time(open_window, "What comes again")

    assert robot.has("Saturday 14 February 2026: 2, hardly")
    robot.press("Friday 14 August 2026: 4, rather yes")
    assert robot.reads("Ask Ruth")


def said(on: date, words: str) -> Said:
    return Said(ConversationId(words), on, PrivateText(words))


def drain(talk: str, words: str) -> Drain:
    return Drain(ConversationId(talk), date(2026, 1, 1), PrivateText(words))
