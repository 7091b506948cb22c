"""The fifth lock: whoever reads what leaves is refused everything private by the database."""

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import answers
from desktop.storage.database import Database, Reader
from tests.helpers.vaults import KEY, OpenVault


@pytest.fixture
def database(vault: OpenVault) -> Database:
    person = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, person).value
    question = conversations.path(vault.shared, talk).steps[0].question
    answers.write(vault.private, Answer(talk, question, PrivateText("Lit up."), 0))
    vault.close()
    return Database(vault.folder / "notes.db", bytearray(KEY))


ATTEMPTS = [
    "SELECT * FROM {table}",
    "SELECT count(*) FROM {table}",
    "SELECT 1 FROM person WHERE EXISTS (SELECT 1 FROM {table})",
    "WITH a AS (SELECT * FROM {table}) SELECT * FROM a",
    "SELECT p.name FROM person AS p JOIN {table} AS t ON 1",
]


def private_tables(database: Database) -> list[str]:
    rows = database.rows(
        "SELECT name FROM sqlite_master WHERE name LIKE 'private%' AND type = 'table'"
    )
    return [name for (name,) in rows]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_private_table_can_be_read_on_the_way_out(database: Database, attempt: str) -> None:
    tables = private_tables(database)
    assert {"private_answer", "private_kept", "private_motivation"} <= set(tables)
    assert {"private_leaving_reading", "private_limits", "private_sweet_spot"} <= set(tables)
    assert {"private_theme", "private_theme_line"} <= set(tables)
    with database.outgoing() as leaving:
        for table in tables:
            refused(leaving, attempt.format(table=table))


@pytest.mark.parametrize(
    "attempt",
    [
        "DELETE FROM person",
        "UPDATE person SET name = 'x'",
        "CREATE TEMP TABLE copy AS SELECT * FROM person",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA table_info(private_answer)",
    ],
)
def test_the_way_out_can_only_read(database: Database, attempt: str) -> None:
    with database.outgoing() as leaving:
        refused(leaving, attempt)


def test_shared_words_can_be_read_on_the_way_out(database: Database) -> None:
    with database.outgoing() as leaving:
        assert leaving.rows("SELECT name FROM person") == [("Priya Nair",)]


def test_the_working_connection_holds_the_file_alone_before_and_after(database: Database) -> None:
    with database.outgoing():
        pass
    path = database.rows("PRAGMA database_list")[0][2]
    stranger = sqlcipher.connect(path)
    stranger.set_key(bytearray(b"x'" + KEY.hex().encode() + b"'"))
    with pytest.raises(sqlcipher.OperationalError, match="locked"):
        stranger.execute("SELECT name FROM person").fetchall()
    stranger.close()


def refused(reader: Reader, sql: str) -> None:
    with pytest.raises(
        sqlcipher.Error, match=r"prohibited|not authorized|readonly|vtable constructor failed"
    ):
        reader.rows(sql)
