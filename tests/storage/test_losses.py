"""What a damaged vault has lost is named in the manager's words, whatever table it was in."""

import re
from pathlib import Path

import pytest

from desktop.storage import migrations
from desktop.storage.database import Database
from desktop.storage.salvage.losses import KINDS
from tests.helpers.vaults import KEY

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
FINDERS = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"


@pytest.fixture(scope="module")
def words_by_table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Every table of a new vault but the index that only finds things: has it words."""
    path: Path = tmp_path_factory.mktemp("new") / "notes.db"
    database = Database(path, bytearray(KEY), create=True)
    migrations.bring_up_to_date(database)
    finders = tuple(name for (name,) in database.rows(FINDERS))
    found = {
        name: any(row[2] in ("TEXT", "BLOB") for row in database.rows(f"PRAGMA table_info({name})"))
        for (name,) in database.rows(TABLES)
        if not name.startswith(finders)
    }
    database.close()
    return found


def test_every_table_that_holds_words_has_its_plain_words(words_by_table: dict[str, bool]) -> None:
    holding = [name for name, has_words in words_by_table.items() if has_words]
    assert {"person", "private_note", "setting"} <= set(holding), "the look finds no tables"
    assert [name for name in holding if name not in KINDS] == []


def test_no_kind_is_named_that_is_not_there(words_by_table: dict[str, bool]) -> None:
    assert [name for name in KINDS if name not in words_by_table] == []


def test_every_kind_is_named_in_plain_words() -> None:
    assert [words for words in KINDS.values() if re.search(r"[^a-z -]", words)] == []
    assert len(set(KINDS.values())) == len(KINDS), "two kinds go by one name"
