"""What the open sequence does with a file that is not what it should be."""

import os
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal, Trouble
from desktop.services import people
from desktop.session import Session
from desktop.storage.database import Database
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, make_vault, open_vault


def test_what_was_saved_is_there_again(tmp_path: Path, clock: Clock) -> None:
    make_vault(tmp_path / "vault", clock)
    first = open_vault(tmp_path / "vault", clock)
    people.add(first.shared, "Priya Nair")
    first.close()

    again = open_vault(tmp_path / "vault", clock)

    assert [p.name for p in people.everybody(again.shared)] == ["Priya Nair"]
    again.close()


def test_another_key_is_refused_and_changes_nothing(vault: OpenVault) -> None:
    vault.close()
    before = (vault.folder / "notes.db").read_bytes()

    with pytest.raises(Trouble, match="belongs to another vault"):
        Session.open(vault.folder, bytearray(32))

    assert (vault.folder / "notes.db").read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda notes: notes.unlink(), "missing"),
        (lambda notes: notes.write_bytes(b""), "empty"),
        (lambda notes: notes.write_bytes(notes.read_bytes()[:5000]), "incomplete"),
        (lambda notes: notes.write_bytes(b"SQLite format 3\x00" + bytes(4080)), "not written by"),
        (lambda notes: notes.write_bytes(os.urandom(8192)), "belongs to another vault"),
    ],
)
def test_a_file_that_is_not_a_whole_vault_is_named_and_left_alone(
    vault: OpenVault, damage: object, sentence: str
) -> None:
    vault.close()
    notes = vault.folder / "notes.db"
    damage(notes)  # type: ignore[operator]
    before = notes.read_bytes() if notes.exists() else None

    with pytest.raises(Trouble, match=sentence):
        open_vault(vault.folder, vault.clock)

    assert (notes.read_bytes() if notes.exists() else None) == before


def test_a_vault_from_a_newer_version_is_refused_politely(vault: OpenVault) -> None:
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    with database.transaction():
        database.write("ALTER TABLE person RENAME COLUMN team TO circle")
        database.write("PRAGMA user_version = 99")
    database.close()

    with pytest.raises(Trouble, match="newer Onward"):
        open_vault(vault.folder, vault.clock)


def test_the_notes_of_another_vault_are_refused(
    tmp_path: Path, vault: OpenVault, clock: Clock
) -> None:
    vault.close()
    make_vault(tmp_path / "other", clock)
    for name in ("keys.json", "keys.2.json"):
        (vault.folder / name).write_bytes((tmp_path / "other" / name).read_bytes())

    with pytest.raises(Trouble, match="belong to another vault"):
        open_vault(vault.folder, clock)


def test_lost_key_files_are_written_again_from_the_notes(vault: OpenVault) -> None:
    vault.close()
    keys = (vault.folder / "keys.json").read_bytes()
    for name in ("keys.json", "keys.2.json"):
        (vault.folder / name).unlink()

    open_vault(vault.folder, vault.clock).close()

    assert (vault.folder / "keys.json").read_bytes() == keys
    assert (vault.folder / "keys.2.json").read_bytes() == keys


def test_a_second_opening_says_that_the_vault_is_in_use(vault: OpenVault) -> None:
    with pytest.raises(Trouble, match="already open"):
        open_vault(vault.folder, vault.clock)


def test_nothing_is_made_where_something_already_stands(vault: OpenVault) -> None:
    vault.close()
    before = (vault.folder / "notes.db").read_bytes()

    with pytest.raises(Trouble, match="already something"):
        make_vault(vault.folder, vault.clock)

    assert (vault.folder / "notes.db").read_bytes() == before


def test_where_the_lock_was_deleted_the_file_itself_lets_nobody_else_in(vault: OpenVault) -> None:
    """A service that tidies folders may take the lock's name away; it must not let two write."""
    people.add(vault.shared, "Priya Nair")
    (vault.folder / "vault.lock").unlink()
    with pytest.raises(Trouble) as refused:
        Session.open(vault.folder, bytearray(KEY))
    assert refused.value.what_happened == "Another program is using the vault's file."
    people.add(vault.shared, "Tomás Ortega")


def test_the_files_of_a_vault_are_readable_by_their_owner_only(
    tmp_path: Path, clock: Clock
) -> None:
    before = os.umask(0o077)
    try:
        make_vault(tmp_path / "vault", clock)
        session = open_vault(tmp_path / "vault", clock)
        session.close()
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o077 for path in tmp_path.rglob("*")}
    assert modes == {0}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_a_vault_that_was_copied_by_hand_is_its_owner_s_alone_again(
    tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, clock)
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)

    open_vault(folder, clock).close()

    open_to_others = [p for p in (folder, *folder.iterdir()) if p.stat().st_mode & 0o077]
    assert open_to_others == []


def test_no_word_can_be_read_in_the_file(vault: OpenVault) -> None:
    people.add(vault.shared, "Wilhelmina Unmistakable")
    vault.close()
    everything = b"".join(p.read_bytes() for p in vault.folder.iterdir())
    assert b"Wilhelmina" not in everything
    assert b"SQLite format" not in everything


def test_a_transaction_is_all_or_nothing(vault: OpenVault) -> None:
    def half_way() -> None:
        with vault.shared.transaction():
            people.add(vault.shared, "Priya Nair")
            people.add(vault.shared, "")

    with pytest.raises(Refusal):
        half_way()

    assert people.everybody(vault.shared) == ()
