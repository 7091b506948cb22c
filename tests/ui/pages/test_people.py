from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services import people
from desktop.ui.desk import Desk
from desktop.ui.pages.people import PeoplePage
from tests.helpers.robot import Robot
from tests.ui.pages.story import Story, day

Show = Callable[[QWidget], Robot]


def test_a_name_alone_adds_somebody_and_the_window_is_told(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    page = PeoplePage(desk)
    robot = show(page)
    robot.type_into("Name", "  Priya   Nair ")

    with qtbot.waitSignal(page.person_added) as added:
        robot.press("Add")

    somebody = desk.ask(people.everybody)[0]
    assert added.args == [somebody.id]
    assert somebody.name == "Priya Nair"
    assert robot.has("Priya Nair")
    assert robot.text_in("Name") == ""


def test_enter_in_the_field_adds_too(desk: Desk, show: Show) -> None:
    robot = show(PeoplePage(desk))
    robot.type_into("Name", "Priya Nair")

    robot.keys("Return")

    assert [person.name for person in desk.ask(people.everybody)] == ["Priya Nair"]


def test_an_empty_name_is_refused_beside_the_field_until_one_is_typed(
    desk: Desk, show: Show
) -> None:
    robot = show(PeoplePage(desk))
    robot.type_into("Name", "   ")

    robot.press("Add")

    assert robot.reads("A name is all that is needed here. Please type one.")
    assert desk.ask(people.everybody) == ()

    robot.type_into("Name", "P")

    assert not robot.reads("Please type one.")


def test_very_many_people_are_folded_and_all_of_them_can_be_seen(
    story: Story, desk: Desk, show: Show
) -> None:
    for number in range(63):
        story.person(f"Person {number}")
    robot = show(PeoplePage(desk))

    assert robot.has("Person 59")
    assert not robot.has("Person 60")
    robot.press("Show 3 more")
    assert robot.has("Person 62")
    robot.press("Show less")
    assert not robot.has("Person 60")


def test_a_second_person_of_the_same_name_is_pointed_out_and_allowed(
    story: Story, desk: Desk, show: Show
) -> None:
    story.person("Priya Nair")
    robot = show(PeoplePage(desk))

    robot.type_into("Name", "priya nair")
    assert robot.reads("There is already somebody called Priya Nair. You can add another one.")

    robot.press("Add")
    assert len(desk.ask(people.everybody)) == 2
    assert not robot.reads("There is already somebody")


def test_a_row_says_how_it_stands_and_leads_to_the_person(
    story: Story, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-08-14"))
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-25"})
    page = PeoplePage(desk)
    robot = show(page)

    assert robot.reads("Last talked 10 November")
    assert robot.reads("Contract v2")
    with qtbot.waitSignal(page.person_chosen) as chosen:
        robot.press("Priya Nair")
    assert chosen.args == [priya]


def test_somebody_new_has_no_conversation_and_no_contract(
    story: Story, desk: Desk, show: Show
) -> None:
    story.person("Amara Bello")
    robot = show(PeoplePage(desk))

    assert robot.reads("No conversation yet")
    assert not robot.reads("Contract")


def test_a_name_that_looks_like_markup_is_shown_as_it_is(
    story: Story, desk: Desk, show: Show
) -> None:
    story.person("<h1>Priya</h1>")
    page = PeoplePage(desk)
    robot = show(page)

    robot.type_into("Name", "<h1>Priya</h1>")

    assert robot.reads("There is already somebody called <h1>Priya</h1>.")
    formats = {label.textFormat() for label in page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
