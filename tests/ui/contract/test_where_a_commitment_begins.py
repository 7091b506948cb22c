"""Six ways to follow through begin a commitment of the manager's (playbook F1 to F6)."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.shared.authority import beyond_authority
from desktop.domain.shared.commitments import Owner
from desktop.services import authority, letter_languages
from desktop.services.starting_points import StartingPoint, starting_points
from desktop.ui.look import week
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

OFFER = "Introduction, lead, feedback, visibility…"


def test_an_introduction_is_booked_within_two_weeks(paper: Paper) -> None:
    paper.robot.press(OFFER)
    paper.choose_in_menu("An introduction")
    paper.robot.type_into("To whom?", "Marta in Platform")
    assert paper.robot.reads("Introduce Priya to Marta in Platform, meeting booked")
    paper.robot.press("Add to the contract")

    (line,) = paper.contract().commitments
    assert line.owner is Owner.MANAGER
    assert line.what == "Introduce Priya to Marta in Platform, meeting booked"
    a_sunday = date(2026, 12, 6)
    assert line.due == week.working_day_until(a_sunday)
    assert paper.is_writing_in("Commitment 1")
    paper.robot.type_text(" by Friday")
    assert paper.written("Commitment 1").endswith("meeting booked by Friday")


def test_a_way_not_taken_leaves_nothing(paper: Paper) -> None:
    paper.robot.press(OFFER)
    paper.choose_in_menu("Visibility")
    paper.robot.press("Not this")

    assert paper.contract().commitments == ()
    assert not paper.robot.reads("Which forum, meeting or talk?")
    assert paper.robot.find(OFFER, QPushButton).hasFocus()


@pytest.mark.parametrize("point", starting_points(), ids=lambda point: str(point.key))
def test_every_way_is_the_managers_to_promise(point: StartingPoint) -> None:
    words = point.worded("Priya", "Ruth", "the design review")
    assert "Priya" in words
    assert beyond_authority(words, "Priya Nair", authority.languages()) is None


def test_all_of_what_is_asked_comes_into_sight(paper: Paper, qtbot: QtBot) -> None:
    for number in range(8):
        promise(paper.vault, paper.talk, Owner.PERSON, f"Case {number}", date(2026, 12, 6))
    paper.page.refresh()
    paper.robot.press(OFFER)
    paper.choose_in_menu("Visibility")
    add = paper.robot.find("Add to the contract", QPushButton)
    qtbot.waitUntil(lambda: add.visibleRegion().boundingRect() == add.rect())


def test_the_sentence_is_in_the_language_of_the_letters(paper: Paper, vault: OpenVault) -> None:
    letter_languages.choose(vault.shared, paper.contract().person, "de")
    paper.robot.press(OFFER)
    paper.choose_in_menu("An introduction")
    paper.robot.type_into("To whom?", "Marta")
    assert paper.robot.reads("Priya mit Marta bekannt machen, Termin steht")
