"""A machine that stopped in the middle of a save: its free pages are no damage afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import conversations, people, summaries
from desktop.storage import backup
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, open_vault

PAGE = 4096


@pytest.fixture
def notes(vault: OpenVault) -> Path:
    """Notes with one free page in them, half of which was written over."""
    talk = conversations.begin(vault.shared, people.add(vault.shared, "Priya Nair").value).value
    new = summaries.write(vault.shared, talk, "Too long to stay. " * 3000).value
    summaries.write(vault.shared, talk, "", paragraph=new)
    vault.close()
    path = vault.folder / "notes.db"
    next(torn for torn in each_page_torn(path) if is_only_free(torn))
    return path


def each_page_torn(path: Path) -> Iterator[Path]:
    whole = path.read_bytes()
    for start in range(len(whole) - PAGE, 0, -PAGE):
        torn = bytearray(whole)
        torn[start : start + 512] = bytes(512)
        path.write_bytes(torn)
        yield path


def is_only_free(path: Path) -> bool:
    with backup.reading(path, bytearray(KEY)) as reader:
        return reader.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_free_page_torn_in_a_stopped_save_is_not_called_damage(notes: Path) -> None:
    notes.with_name("notes.db-journal").write_bytes(bytes(512))
    vault = open_vault(notes.parent, Clock())
    assert vault.backups.check() == ()
    vault.backups.make()
    vault.close()


def test_the_check_would_see_it_where_nothing_was_stopped(notes: Path) -> None:
    vault = open_vault(notes.parent, Clock())
    assert "Damaged parts of the file: 1 of" in vault.backups.check()[0]
    vault.close()
