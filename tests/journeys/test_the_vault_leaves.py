"""The folder of an open vault is moved away, comes back, or is replaced: said, and nothing lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import conversations, people
from desktop.services.private import answers
from tests.helpers.clock import Clock
from tests.helpers.program import Program
from tests.helpers.vaults import make_vault_with_passphrase, open_vault

PASSPHRASE = "five words of a journey"
AWAY = "The vault is not in its place any more"


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """A vault in which a talk with Priya has begun."""
    folder = tmp_path / "data" / "vault"
    make_vault_with_passphrase(folder, clock, PASSPHRASE)
    session = open_vault(folder, clock)
    conversations.begin(session.shared, people.add(session.shared, "Priya Nair").value)
    session.close()
    return folder


@pytest.fixture
def program(folder: Path, tmp_path: Path) -> Iterator[Program]:
    """Onward, started over that vault and unlocked, at the first question."""
    running = Program(folder, tmp_path)
    unlock(running)
    running.until_it_reads("Today")
    running.do("press", "Priya Nair", "Side bar")
    running.do("press", "Continue conversation")
    yield running
    running.end()


def unlock(program: Program) -> None:
    """Type the passphrase."""
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", PASSPHRASE)
    program.do("press", "Unlock")


def notes_in(folder: Path) -> list[str]:
    """Return every note in a closed vault."""
    session = open_vault(folder, Clock())
    found = [
        note.words.reveal()
        for person in people.everybody(session.shared)
        for talk in session.shared.conversations.of(person.id)
        for note in answers.notes_of(session.private, talk.id)
    ]
    session.close()
    return found


def test_what_is_typed_while_the_folder_is_away_is_saved_when_it_is_back(
    program: Program, folder: Path
) -> None:
    away = folder.rename(folder.with_name("renamed"))
    program.until_it_reads(AWAY)
    program.do("type_into", "Your notes", "She builds.")
    program.until_it_reads("Not saved yet")

    away.rename(folder)
    program.wait(lambda: None if program.do("reads", AWAY) else True)
    program.wait(lambda: None if program.do("reads", "Not saved yet") else True)
    program.end()

    assert notes_in(folder) == ["She builds."]


def test_what_is_typed_while_the_folder_is_away_goes_through_a_lock(
    program: Program, folder: Path
) -> None:
    away = folder.rename(folder.with_name("renamed"))
    program.until_it_reads(AWAY)
    program.do("type_into", "Your notes", "She builds.")
    program.until_it_reads("Not saved yet")
    assert program.do("screen").count(AWAY) == 1, "said once, however often a save is refused"
    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("The vault that was open a moment ago is not in its place any more.")
    assert not folder.exists()

    away.rename(folder)
    program.until_it_reads("What was typed while the vault was away waits here, sealed.")
    unlock(program)
    program.until_it_reads("Today")
    program.end()

    assert notes_in(folder) == ["She builds."]


def test_a_start_without_the_vault_offers_no_new_one_before_the_old_one_was_looked_for(
    program: Program, folder: Path, tmp_path: Path
) -> None:
    program.end()
    moved = folder.rename(folder.with_name("on a stick"))

    without = Program(folder, tmp_path)
    without.until_it_reads("Your vault is not where it was")
    without.do("press", "Look again")
    without.until_it_reads("It is still not there.")
    moved.rename(folder)
    without.until_it_reads("Welcome back")
    without.end()
    folder.rename(moved)

    elsewhere = Program(folder, tmp_path)
    elsewhere.until_it_reads("Your vault is not where it was")
    elsewhere.do("press_soon", "Open another folder…")
    elsewhere.wait(lambda: elsewhere.do("is_waiting") or None)
    elsewhere.do("choose_file", str(moved))
    unlock(elsewhere)
    elsewhere.until_it_reads("Today")
    elsewhere.end()

    anew = Program(folder, tmp_path)
    anew.until_it_reads("Your vault is not where it was")
    anew.do("press", "Begin with a new vault here")
    anew.until_it_reads("A passphrase only you know")
    anew.end()
    assert not folder.exists()
    assert "Traceback" not in program.said()


def test_a_file_that_was_replaced_meanwhile_is_noticed_and_not_written_over(
    program: Program, folder: Path
) -> None:
    other = folder / "notes.db.from-elsewhere"
    shutil.copyfile(folder / "notes.db", other)
    before = other.read_bytes()

    other.replace(folder / "notes.db")
    program.until_it_reads("Another file has taken the place of the vault’s")
    program.do("type_into", "Your notes", "She builds.")
    program.until_it_reads("Not saved yet")

    assert (folder / "notes.db").read_bytes() == before
    assert "Traceback" not in program.said()
