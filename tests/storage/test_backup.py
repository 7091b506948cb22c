"""What is copied, what a copy must match, and what is wrong with a vault file."""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.services import conversations, people
from desktop.storage import backup
from desktop.storage.backup import Original
from desktop.storage.database import Database
from tests.helpers.vaults import KEY, OpenVault, open_vault

PAGE = 4096


@pytest.fixture
def notes(vault: OpenVault) -> Path:
    """The file of a closed vault with some forty pages of people in it."""
    with vault.shared.transaction():
        for number in range(150):
            people.add(vault.shared, f"Priya Nair, the {number}th")
        conversations.begin(vault.shared, people.everybody(vault.shared)[0].id)
    vault.close()
    return vault.folder / "notes.db"


@pytest.fixture
def database(notes: Path) -> Iterator[Database]:
    """An open database of which the test is the owner."""
    database = Database(notes, bytearray(KEY))
    yield database
    database.close()


def flip(notes: Path, page: int, bit: int = 5000) -> None:
    content = bytearray(notes.read_bytes())
    content[(page - 1) * PAGE + bit // 8] ^= 1 << bit % 8
    notes.write_bytes(content)


def root_of(notes: Path, table: str) -> int:
    with backup.reading(notes, bytearray(KEY)) as reader:
        row = reader.row("SELECT rootpage FROM sqlite_master WHERE name = ?", table)
        assert row is not None
        return int(row[0])


def another_program_gets_the_lock(notes: Path) -> bool:
    """Try to take the bytes that SQLite locks (its PENDING_BYTE and the 511 after it)."""
    code = f"import fcntl; fcntl.lockf(open({str(notes)!r}, 'r+b'), 6, 512, 0x40000000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    return done.returncode == 0


def test_a_copy_is_the_file_and_its_tally_counts_what_the_manager_sees(
    notes: Path, database: Database
) -> None:
    original = Original(notes)

    content = original.content(database)
    tally = original.tally(database, bytearray(KEY))

    database.close()
    original.close()
    assert content == notes.read_bytes()
    assert dict(tally.rows)["person"] == 150
    assert dict(tally.rows)["conversation"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="locks are not lost there")
def test_copying_does_not_let_go_of_the_file(notes: Path, database: Database) -> None:
    with database.transaction():
        database.write("UPDATE person SET role = 'Engineer'")
    original = Original(notes)
    assert not another_program_gets_the_lock(notes)

    original.content(database)
    original.tally(database, bytearray(KEY))
    assert not another_program_gets_the_lock(notes)

    # What every other way of reading the bytes would have done:
    notes.read_bytes()
    assert another_program_gets_the_lock(notes)
    database.close()
    original.close()


def test_a_copy_inside_a_change_is_refused(notes: Path, database: Database) -> None:
    original = Original(notes)

    def in_a_change() -> None:
        with database.transaction():
            database.write("UPDATE person SET role = 'Engineer'")
            original.content(database)

    with pytest.raises(RuntimeError, match="between transactions"):
        in_a_change()
    database.close()
    original.close()


def test_counting_a_damaged_file_leaves_the_manager_able_to_write(notes: Path) -> None:
    flip(notes, root_of(notes, "sqlite_autoindex_share_1"))
    database, original = Database(notes, bytearray(KEY)), Original(notes)

    with pytest.raises(Trouble, match="damaged"):
        original.tally(database, bytearray(KEY))

    with database.transaction():
        database.write("UPDATE person SET role = 'Engineer'")
    # Counting over the manager's own connection would have ended that:
    with pytest.raises(Trouble):
        backup.tally(database)
    with pytest.raises(Trouble), database.transaction():
        database.write("UPDATE person SET role = 'Director'")
    database.close()
    original.close()


def test_a_whole_file_has_no_faults(notes: Path) -> None:
    assert backup.faults(notes, bytearray(KEY)) == ()


def test_a_flipped_bit_is_noticed_wherever_it_falls(notes: Path) -> None:
    whole = notes.read_bytes()
    chance = random.Random(20261122)
    unnoticed = []
    for _ in range(25):
        page, bit = chance.randrange(len(whole) // PAGE) + 1, chance.randrange(PAGE * 8)
        flip(notes, page, bit)
        if backup.faults(notes, bytearray(KEY)) == ():
            unnoticed.append((page, bit))
        notes.write_bytes(whole)
    assert unnoticed == []


def test_a_file_cut_at_a_page_is_noticed_wherever_it_ends(notes: Path) -> None:
    whole = notes.read_bytes()
    for pages in range(1, len(whole) // PAGE, 4):
        notes.write_bytes(whole[: pages * PAGE])
        assert backup.faults(notes, bytearray(KEY)) != ()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("person", "cannot all be read any more: people."),
        ("private_answer", "cannot all be read any more: your own notes."),
        ("sqlite_autoindex_share_1", "Nothing you wrote is affected"),
    ],
)
def test_what_is_lost_is_named_in_plain_words(notes: Path, table: str, words: str) -> None:
    flip(notes, root_of(notes, table))

    first, second = backup.faults(notes, bytearray(KEY))

    assert first.startswith("Damaged parts of the file: 1 of ")
    assert words in second


def test_what_belongs_to_nobody_is_noticed(notes: Path, database: Database) -> None:
    database.rows("PRAGMA foreign_keys = OFF")
    with database.transaction():
        database.write("DELETE FROM person WHERE id = (SELECT person FROM conversation)")
    database.close()

    assert backup.faults(notes, bytearray(KEY)) == (
        "Some entries belong to something that is no longer there.",
    )


def test_damage_that_checksums_cannot_see_is_noticed(notes: Path, database: Database) -> None:
    # The pages are sound, but an index has lost what its table still holds.
    database.rows("PRAGMA writable_schema = ON")
    with database.transaction():
        database.write("DELETE FROM sqlite_master WHERE name = 'conversation_of_person'")
    database.close()

    assert "The order inside the file is damaged." in backup.faults(notes, bytearray(KEY))


def test_a_look_inside_tells_numbers_and_no_words(vault: OpenVault) -> None:
    priya = people.add(vault.shared, "Priya Nair").value
    people.add(vault.shared, "Tom Reed")
    conversations.begin(vault.shared, priya)
    vault.clock.forward(days=30)
    conversations.begin(vault.shared, priya)
    vault.close()

    with backup.reading(vault.folder / "notes.db", bytearray(KEY)) as reader:
        found = backup.contents(reader)

    assert (found.people, found.conversations) == (2, 2)
    assert found.latest == vault.clock.at
    open_vault(vault.folder, vault.clock).close()
