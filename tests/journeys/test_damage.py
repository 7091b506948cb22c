"""A damaged vault says so, shows what is left, and one press brings the newest good backup back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.damage import PAGE, flip, pages
from tests.helpers.program import Program
from tests.soak.damage import NAMES, PASSPHRASE, Written


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """The notes of a vault with three people and long notes, and one backup beside them."""
    return Written.into(tmp_path).vault / "notes.db"


@pytest.fixture
def program(notes: Path, tmp_path: Path) -> Iterator[Program]:
    """Onward, started over that vault."""
    running = Program(notes.parent, tmp_path)
    yield running
    running.end()


def unlock(program: Program) -> None:
    """Type the passphrase."""
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", PASSPHRASE)
    program.do("press", "Unlock")


def test_where_nothing_can_be_read_the_lock_screen_says_so_and_names_a_backup(
    program: Program, notes: Path
) -> None:
    program.until_it_reads("Welcome back")
    for page in range(4, pages(notes)):
        flip(notes, page * PAGE + 100)
    damaged = notes.read_bytes()

    unlock(program)
    program.until_it_reads("Your vault stays closed for now")

    assert program.do("reads", "3 people and 6 conversations")
    assert program.do("has", "Restore a backup…")
    assert notes.read_bytes() == damaged


def test_damage_that_is_met_locks_is_named_and_is_gone_after_one_press(
    program: Program, notes: Path
) -> None:
    program.until_it_reads("Welcome back")
    for page in range(pages(notes) - 40, pages(notes)):
        flip(notes, page * PAGE + 100)
    damaged = notes.read_bytes()
    unlock(program)
    program.until_it_reads("A part of the vault’s file is damaged. Unlock to read what can")

    unlock(program)
    program.until_it_reads("This vault is open for reading only")
    program.do("press", "What is lost, and the way back")
    program.until_it_reads("Your own notes, conversation of")
    program.until_it_reads("The newest whole backup was made on")
    program.do("press", "Bring this backup back")

    unlock(program)
    program.until_it_reads("People")
    for name in NAMES:
        program.until_it_reads(name)
    assert not program.do("reads", "open for reading only")
    kept = notes.parent.with_name("vault.before-restore-1") / notes.name
    assert kept.read_bytes() == damaged
    assert "Traceback" not in program.said()
