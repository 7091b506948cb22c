"""Private notes on a person's page: written, kept, read, found, put away and brought back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PersonId
from desktop.domain.private.unsaved import UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import people
from desktop.services.private import notes
from desktop.ui.main_window import MainWindow
from tests.helpers.disk import a_full_disk
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.helpers.windows import a_window


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    people.add(vault.shared, "Tomás Ortega")
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def window(vault: OpenVault, priya: PersonId, qtbot: QtBot) -> Iterator[MainWindow]:
    with a_window(vault) as window:
        yield window


@pytest.fixture
def robot(window: MainWindow) -> Robot:
    robot = Robot(window)
    robot.press("Priya Nair", "Side bar")
    return robot


def kept(vault: OpenVault, who: PersonId) -> list[str]:
    return [note.words.reveal() for note in notes.of_person(vault.private, who, 9)]


def test_what_is_typed_is_kept_within_a_second_and_read_as_it_was_meant(
    robot: Robot, vault: OpenVault, priya: PersonId, qtbot: QtBot
) -> None:
    robot.press("Write a note")
    robot.type_into("Note", "Do **not** raise <b>it</b>")
    qtbot.waitUntil(lambda: kept(vault, priya) == ["Do **not** raise <b>it</b>"], timeout=1000)
    robot.type_text(" yet")
    robot.press("Done")

    assert kept(vault, priya) == ["Do **not** raise <b>it</b> yet"]
    assert robot.reads("Do not raise <b>it</b> yet")
    formats = {label.textFormat() for label in robot.root.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_pinned_note_stands_on_the_overview_with_the_way_to_all(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    which = notes.write(vault.private, priya, PrivateText("Not management.")).value
    for number in range(4):
        notes.write(vault.private, priya, PrivateText(f"Week {number}"))
    robot.press("Private notes")
    robot.press("Not management., today")
    robot.press("Pinned")
    robot.type_into("Tags, between commas", "growth")
    robot.press("Overview")

    assert robot.reads("Not management.  pinned, today")
    robot.press("All notes · 5")
    assert robot.has("Not management., today · pinned · growth")
    found = notes.note(vault.private, which)
    assert found is not None
    assert found.tags == (PrivateText("growth"),)


def test_a_note_put_away_by_mistake_comes_back_at_once(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    notes.write(vault.private, priya, PrivateText("Not management."))
    robot.press("Private notes")
    robot.press("Delete")
    assert kept(vault, priya) == []
    assert robot.reads("It stays in the bin for 30 days.")

    robot.press("Bring it back")

    assert kept(vault, priya) == ["Not management."]
    assert robot.has("Edit")


def test_words_are_found_as_they_are_typed_also_in_notes_about_others(
    robot: Robot, vault: OpenVault, priya: PersonId
) -> None:
    tomas = people.everybody(vault.shared)[0].id
    notes.write(vault.private, tomas, PrivateText("Relieved as well"))
    notes.write(vault.private, priya, PrivateText("# She was **relieved**"))
    robot.press("Private notes")

    robot.type_into("Find in private notes", "reli")
    assert robot.has("She was relieved, today")
    assert not robot.reads("Relieved as well")

    robot.press("In the notes about everybody")
    robot.press("Relieved as well, Tomás Ortega · today")
    assert robot.within("This note, private").reads("Tomás Ortega")


def test_what_a_full_disk_refuses_of_a_new_note_goes_into_the_sealed_draft(
    robot: Robot, window: MainWindow, vault: OpenVault, priya: PersonId
) -> None:
    robot.press("Write a note")
    with a_full_disk():
        robot.type_into("Note", "Aardvark")
        assert not window.flush()
        (draft,) = window.unsaved()
    assert isinstance(draft, UnsavedNote)
    assert draft.words == PrivateText("Aardvark")

    assert window.flush()
    assert kept(vault, priya)[0].startswith("Aardvark")
