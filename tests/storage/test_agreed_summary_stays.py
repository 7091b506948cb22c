"""The summary that was agreed with a version stays, even for whoever writes past the services."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, shares, summaries
from desktop.storage.database import Database
from tests.helpers.vaults import KEY, OpenVault
from tests.services.test_contracts import promise


@pytest.fixture
def database(vault: OpenVault) -> Iterator[Database]:
    """A vault with one agreed version and the draft of the next."""
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    summaries.write(vault.shared, talk, "Teaching gives you energy.")
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    contracts.revise(vault.shared, talk)
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    yield database
    database.close()


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE agreed_paragraph SET text = 'Else'",
        "DELETE FROM agreed_paragraph",
        "INSERT INTO agreed_paragraph SELECT contract, 9, 'p', NULL, 'Else' FROM agreed_paragraph",
        "INSERT OR REPLACE INTO agreed_paragraph"
        " SELECT contract, place, paragraph, question, 'Else' FROM agreed_paragraph",
    ],
)
def test_an_agreed_summary_refuses_to_be_changed(database: Database, attempt: str) -> None:
    before = database.rows("SELECT * FROM agreed_paragraph")
    assert [row[-1] for row in before] == ["Teaching gives you energy."]
    with pytest.raises(sqlcipher.Error, match="only superseded"), database.transaction():
        database.write(attempt)
    assert database.rows("SELECT * FROM agreed_paragraph") == before


@pytest.mark.parametrize("whole", ["person", "conversation"])
def test_erasing_takes_it_along(database: Database, whole: str) -> None:
    with database.transaction():
        database.write("DELETE FROM share")
        database.write(f"DELETE FROM {whole}")
    assert database.rows("SELECT * FROM agreed_paragraph") == []
