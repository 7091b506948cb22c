"""A single conversation, signal or opportunity goes into the bin, and comes back whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.conversations.conversation import Kind
from desktop.domain.moments import MomentKind
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.signals import SignalKind
from desktop.services import conversations, people
from desktop.services.private import answers, experiments, moments, opportunities, signals
from desktop.services.private import bin as rubbish
from desktop.ui.widgets.buttons import PlainButton
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window

NOTE = PrivateText("Wants out by May.")


@pytest.fixture
def robot(qtbot: QtBot, vault: OpenVault) -> Iterator[Robot]:
    """A window over Priya, of whom there are a conversation with a note, and a signal."""
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    step = conversations.path(vault.shared, talk).steps[0]
    answers.write(vault.private, Answer(talk, step.question, NOTE, 0))
    signals.notice(vault.private, who, next(iter(SignalKind)))
    opportunities.add(vault.private, PrivateText("Lead of the rebuild"))
    with a_window(vault) as window:
        yield Robot(window)


def open_keeping(robot: Robot) -> None:
    robot.press("Priya Nair", within="Side bar")
    robot.press("Details")
    robot.press("Keep, archive or delete…")


def the_way_into_the_bin(robot: Robot, what: str) -> str:
    names = [name for name in robot.names() if name.startswith(f"Put into the bin: {what}")]
    assert len(names) == 1, names
    return names[0]


def test_a_conversation_goes_and_comes_back_with_its_notes(robot: Robot, vault: OpenVault) -> None:
    robot.press("Priya Nair", within="Side bar")
    robot.press("Continue conversation")
    robot.keys("Esc")
    open_keeping(robot)

    robot.press(the_way_into_the_bin(robot, "Conversation"))

    assert robot.reads("In the bin for 30 days: Conversation")
    assert vault.shared.conversations.all() == ()
    robot.press("Priya Nair", within="Side bar")
    assert not robot.has("Continue conversation")
    robot.press("People", within="Side bar")
    robot.press("Archive and bin")
    robot.press("Bring back A conversation with Priya Nair, 22 Nov 2026")
    (talk,) = vault.shared.conversations.all()
    step = conversations.path(vault.shared, talk.id).steps[0]
    assert answers.note_to(vault.private, talk.id, step.question).words == NOTE


def test_of_two_talks_deleted_in_one_minute_the_right_one_comes_back(
    robot: Robot, vault: OpenVault
) -> None:
    (first,) = vault.shared.conversations.all()
    vault.clock.forward(days=3)
    second = conversations.begin(vault.shared, first.person, Kind.CHECK_IN).value
    for talk in (first.id, second):
        rubbish.delete_conversation(vault.private, talk)
    robot.press("People", within="Side bar")
    robot.press("Archive and bin")

    robot.press("Bring back A conversation with Priya Nair, 22 Nov 2026")

    assert [talk.id for talk in vault.shared.conversations.all()] == [first.id]
    left = robot.find("Bring back A conversation with Priya Nair, 25 Nov 2026", QPushButton)
    assert left.hasFocus()
    robot.keys("Space")
    robot.keys("Tab")
    held = QApplication.focusWidget()
    assert isinstance(held, PlainButton), "nothing is left, so that the page begins anew"
    assert held.accessibleName() == "People"


def test_what_was_deleted_by_mistake_is_back_with_one_press(robot: Robot, vault: OpenVault) -> None:
    open_keeping(robot)
    robot.press(the_way_into_the_bin(robot, "Conversation"))
    robot.press("Bring it back")
    assert len(vault.shared.conversations.all()) == 1
    assert the_way_into_the_bin(robot, "Conversation")


def test_something_noticed_goes_by_itself(robot: Robot, vault: OpenVault) -> None:
    open_keeping(robot)
    (name,) = [
        n for n in robot.names() if n.startswith("Put into the bin: ") and "Conversation" not in n
    ]
    robot.press(name)
    who = vault.shared.people.all()[0].id
    assert signals.of_person(vault.private, who) == ()
    assert len(vault.shared.conversations.all()) == 1
    robot.press("People", within="Side bar")
    robot.press("Archive and bin")
    robot.press("Bring back Something noticed about Priya Nair, 22 Nov 2026")
    assert len(signals.of_person(vault.private, who)) == 1


def test_an_opportunity_goes_from_its_sheet(robot: Robot, vault: OpenVault) -> None:
    robot.press("Opportunities", within="Side bar")
    robot.type_into("What limits it", "No headcount.")
    robot.press("Put it into the bin")
    assert opportunities.register(vault.private) == ()
    assert not robot.reads("Put it into the bin")
    (binned,) = rubbish.in_bin(vault.private)
    rubbish.bring_back(vault.private, binned.id)
    (back,) = opportunities.register(vault.private)
    assert back.limits == PrivateText("No headcount.")


def test_in_the_bin_for_a_month_it_is_gone_for_good(robot: Robot, vault: OpenVault) -> None:
    open_keeping(robot)
    robot.press(the_way_into_the_bin(robot, "Conversation"))
    for days in (31, 1):  # seen due on one day, erased on the next
        vault.clock.forward(days=days)
        rubbish.erase_what_is_due(vault.private)
    assert rubbish.in_bin(vault.private) == ()


def test_what_was_kept_in_between_comes_back_to_the_row(robot: Robot, vault: OpenVault) -> None:
    who = vault.shared.people.all()[0].id
    kept = moments.note(vault.private, who, MomentKind.OBSERVATION, NOTE).value
    tried = experiments.begin(vault.private, who, PrivateText("Shadow a lead")).value
    rubbish.delete_moment(vault.private, kept)
    rubbish.delete_experiment(vault.private, tried)
    assert moments.of_person(vault.private, who) == ()
    assert experiments.of_person(vault.private, who) == ()
    robot.press("People", within="Side bar")
    robot.press("Archive and bin")
    robot.press("Bring back Something kept about Priya Nair between conversations, 22 Nov 2026")
    robot.press("Bring back An experiment of Priya Nair, 22 Nov 2026")
    assert [each.words for each in moments.of_person(vault.private, who)] == [NOTE]
    assert [each.id for each in experiments.of_person(vault.private, who)] == [tried]
