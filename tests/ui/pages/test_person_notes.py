from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PersonId
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
