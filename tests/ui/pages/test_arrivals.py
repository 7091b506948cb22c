"""People from a list: shown before anything is written, named by line, taken back in one press."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.private.words import PrivateText
from desktop.services import people
from desktop.services.private import notes
from desktop.ui.desk import Desk
from desktop.ui.pages import arrivals
from desktop.ui.pages.people import PeoplePage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "people.csv"
    place.write_text(
        "name,role,e-mail\nPriya Nair,Lead,\nJun Watanabe,Engineer,j@w.org\n"
        "Hanna,,nowhere\nBo,,\n,Lead,\n"
    )
    monkeypatch.setattr(arrivals, "choose_file", lambda *_: place)
    return place


@pytest.fixture
def robot(story: Story, desk: Desk, listed: Path, show: Callable[[QWidget], Robot]) -> Robot:
    story.person("Priya Nair")
    return show(PeoplePage(desk))


def names(vault: OpenVault) -> list[str]:
    return [person.name for person in people.everybody(vault.shared)]


def test_nothing_is_written_before_it_was_seen(robot: Robot, vault: OpenVault) -> None:
    robot.press("Bring in a list…")

    assert robot.reads("To be added (3)")
    assert robot.reads("Here already, by name or by e-mail (1)")
    assert robot.reads("Line 4  Comes without an address: “nowhere” does not look like one.")
    assert robot.reads("Line 6  There is no name.")
    assert names(vault) == ["Priya Nair"]
    robot.press("Leave it")
    assert names(vault) == ["Priya Nair"]


def test_who_stands_twice_in_a_list_is_not_said_to_be_here(
    robot: Robot, listed: Path, vault: OpenVault
) -> None:
    listed.write_text("name,role\nZoë,Lead\nzoë,Sales\n", encoding="utf-8")
    robot.press("Bring in a list…")

    assert robot.reads("Further up in this list already (1)")
    assert not robot.reads("Here already")
    robot.press("Add them as well: they are somebody else")
    robot.press("Add 2 people")
    assert names(vault) == ["Priya Nair", "Zoë", "zoë"]


def test_a_list_is_brought_in_and_taken_back_but_for_those_with_words(
    robot: Robot, vault: OpenVault
) -> None:
    robot.press("Bring in a list…")
    robot.press("Add 3 people")
    assert robot.reads("3 people were added.")
    assert names(vault) == ["Priya Nair", "Jun Watanabe", "Hanna", "Bo"]
    bo = people.everybody(vault.shared)[3].id
    notes.write(vault.private, bo, PrivateText("Begins in March"))

    robot.press("Take them back")

    assert names(vault) == ["Priya Nair", "Bo"]
    assert robot.reads("2 were taken back. One stays: something is written by now.")


def test_a_namesake_is_added_when_asked_for(robot: Robot, vault: OpenVault) -> None:
    robot.press("Bring in a list…")
    robot.press("Add those who are here already as well")
    robot.press("Add 4 people")

    assert names(vault) == ["Priya Nair", "Jun Watanabe", "Hanna", "Bo", "Priya Nair"]


def test_a_file_that_is_no_list_or_has_gone_gets_a_sentence(
    robot: Robot, vault: OpenVault, listed: Path
) -> None:
    listed.write_bytes(bytes(range(256)))
    robot.press("Bring in a list…")
    assert robot.reads("This file holds no text.")

    listed.unlink()
    robot.press("Bring in a list…")
    assert robot.reads("This file cannot be read. Nothing was changed.")
    assert names(vault) == ["Priya Nair"]
