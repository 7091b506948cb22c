from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.person_notes import PersonNotesPanel
from tests.helpers.robot import Robot
from tests.ui.pages.story import Story, day

Show = Callable[[QWidget], Robot]

LONG = (
    "Owning the hard reliability problems end to end, with two or three people around her who "
    "are better at it than she is, two long mornings a week that nobody may book, and no second "
    "rota. Not a manager: the word lead is fine if it means the design and not the calendar."
)


@pytest.fixture
def panel(private_desk: PrivateDesk) -> PersonNotesPanel:
    return PersonNotesPanel(private_desk)


@pytest.fixture
def priya(story: Story) -> PersonId:
    return story.person("Priya Nair")


def test_it_says_that_it_is_private_and_what_it_is_for(
    panel: PersonNotesPanel, priya: PersonId, show: Show
) -> None:
    panel.show_person(priya)
    robot = show(panel)

    assert robot.reads("Private, never leaves this vault")
    assert robot.reads("When you have talked about where Priya wants to go, it stands here.")


def test_the_newest_note_to_each_horizon_stands_there_with_its_day(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    november = story.agreed(priya, day("2026-11-10"))
    story.noted(august, "D1", "Owning the hard problems.")
    story.noted(august, "D3", "Out of the second rota.")
    story.noted(november, "D3", "Design lead.")
    panel.show_person(priya)
    robot = show(panel)

    assert robot.reads("Where Priya is heading")
    assert robot.reads("Owning the hard problems.")
    assert robot.reads("Three years · 14 August")
    assert robot.reads("Design lead.")
    assert robot.reads("Six months · 10 November")
    assert not robot.reads("Out of the second rota.")
    assert not robot.reads("Two years")


def test_nothing_of_one_person_is_left_when_another_is_shown(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    story.noted(story.agreed(priya, day("2026-08-14")), "D1", "Owning the hard problems.")
    panel.show_person(priya)
    robot = show(panel)

    panel.show_person(story.person("Hanna Lindqvist"))

    assert "Owning" not in robot.screen()
    assert not any("Owning" in part.toolTip() for part in panel.findChildren(QWidget))
    assert robot.reads("When you have talked about where Hanna wants to go, it stands here.")


def test_a_long_note_shows_two_lines_and_all_of_it_when_asked(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    story.noted(story.agreed(priya, day("2026-08-14")), "D1", LONG)
    panel.show_person(priya)
    robot = show(panel)
    panel.setFixedWidth(640)

    assert not robot.reads("not the calendar.")
    robot.press("Show all")
    assert robot.reads(LONG)

    panel.refresh()
    assert robot.reads(LONG)

    robot.press("Show less")
    assert not robot.reads("not the calendar.")


def test_what_has_no_room_beneath_the_first_goals_comes_with_show_all(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    for horizon in ("3 years", "2 years", "6 months", "3 to 5 years", "10 years"):
        story.kept(august, "D1", Keeping(KeptAs.GOAL, horizon), f"A wish for {horizon}.")
    for motivation in Motivation:
        story.weighed(august, motivation, 2)
    story.kept(august, "D11", Keeping(KeptAs.BEDROCK), "I need hard problems.")
    story.kept(august, "D12", Keeping(KeptAs.BEDROCK), "I need people who argue.")
    panel.show_person(priya)
    robot = show(panel)
    panel.setFixedWidth(640)

    def bedrocks() -> int:
        return robot.screen().count("Bedrock")

    assert not robot.reads("A wish for 10 years.")
    assert bedrocks() == 1
    robot.press("Show all")
    assert robot.reads("A wish for 10 years.")
    assert bedrocks() == 2

    robot.press("Show less")
    assert not robot.reads("A wish for 10 years.")


def test_kept_goals_stand_before_notes_and_their_words_come_first(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    story.noted(august, "D1", "Owns it.\nSays it is hers.\nOn-call again.")
    story.kept(august, "D1", Keeping(KeptAs.GOAL, "3 years"), "Owns it.")
    story.kept(august, "D1", Keeping(KeptAs.GOAL, "3 years"), "Says it is hers.")
    story.kept(august, "D1", Keeping(KeptAs.THEIR_WORDS), "Says it is hers.")
    story.kept(august, "D9", Keeping(KeptAs.GOAL, "10 years"), "A house by the sea.")
    panel.show_person(priya)
    robot = show(panel)

    assert robot.reads("Says it is hers.\u2028Owns it.")
    assert robot.reads("Three years · 14 August")
    assert robot.reads("A house by the sea. Ten years · 14 August")
    assert not robot.reads("On-call again.")


def test_motivations_path_and_bedrock_stand_under_the_goals(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    story.weighed(august, Motivation.AUTONOMY, 1)
    story.weighed(august, Motivation.GROWTH, 3)
    story.kept(august, "D7", Keeping(KeptAs.PATH), "Technical specialist")
    story.kept(august, "D11", Keeping(KeptAs.BEDROCK), "I need hard problems.")
    panel.show_person(priya)
    robot = show(panel)
    read = robot.screen()

    assert read.index("Growth and mastery ●●●") < read.index("Autonomy ●")
    assert robot.reads("Technical specialist")
    assert robot.reads("Bedrock I need hard problems.")


def test_a_direction_without_a_destination_is_shown_as_it_is(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    story.kept(august, "D1", Keeping(KeptAs.DRAWN_TO), "Hard problems")
    story.kept(august, "D1", Keeping(KeptAs.MOVING_AWAY_FROM), "The second rota")
    panel.show_person(priya)
    robot = show(panel)

    assert robot.reads("Where Priya is heading")
    assert robot.reads("Drawn to Hard problems")
    assert robot.reads("Moving away from The second rota")
    assert not robot.reads("it stands here")


def test_a_reason_to_leave_never_stands_on_the_page(
    panel: PersonNotesPanel, story: Story, priya: PersonId, show: Show
) -> None:
    august = story.agreed(priya, day("2026-08-14"))
    story.kept(august, "K8", Keeping(KeptAs.LEAVING_SIGNAL), "If on-call stays like this")
    panel.show_person(priya)

    assert "on-call" not in show(panel).screen()
