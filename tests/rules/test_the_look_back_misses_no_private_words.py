"""A private table that comes later is looked through as well, before a page leaves."""

from desktop.storage.database import Database
from desktop.storage.private.everything import HOLDING_WORDS
from tests.helpers.vaults import KEY, OpenVault

NO_WORDS_OF_PEOPLE = {
    "id",
    "person",
    "conversation",
    "planned",
    "question",
    "subject",
    "item",
    "kind",
    "horizon",
    "beneath",
    "motivation",
    "talking",
    "opportunity",
    "kept",
    "by",
    "closed",
    "source",
    "noted",
    "ease",
    "form",
    "which",
    "begun",
    "standing_at",
    "flow",
    "step",
    "since",
    "theme",
    "line",
    "acted",
    "goal",
    "verdict",
    "ended",
    "came",
    "day",
}
"""Columns that hold keys or one of a few choices."""


def test_every_private_column_with_words_is_looked_through(vault: OpenVault) -> None:
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    try:
        tables = database.rows("SELECT name FROM sqlite_master WHERE name LIKE 'private_%'")
        texts = {
            (table, column)
            for (table,) in tables
            for _, column, kind, *_ in database.rows(f"PRAGMA table_info({table})")
            if kind == "TEXT" and column not in NO_WORDS_OF_PEOPLE
        }
    finally:
        database.close()
    looked_through = {(table, c) for table, (cols, _) in HOLDING_WORDS.items() for c in cols}
    assert texts == looked_through
