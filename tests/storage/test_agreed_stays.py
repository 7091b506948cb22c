"""What was agreed stays as it is, even for whoever writes past the services."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, shares
from desktop.storage.database import Database
from tests.helpers.vaults import KEY, OpenVault
from tests.services.test_contracts import promise


@pytest.fixture
def database(vault: OpenVault) -> Iterator[Database]:
    """A vault with one agreed version and the draft of the next."""
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
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
        "UPDATE contract SET open_question = 'Else?' WHERE agreed IS NOT NULL",
        "UPDATE contract SET agreed = NULL WHERE agreed IS NOT NULL",
        "DELETE FROM contract WHERE agreed IS NOT NULL",
        "INSERT OR REPLACE INTO contract (id, person, conversation, version)"
        " SELECT id, person, conversation, version FROM contract WHERE agreed IS NOT NULL",
        "INSERT OR REPLACE INTO contract (id, person, conversation, version)"
        " SELECT 'other', person, conversation, version FROM contract WHERE agreed IS NOT NULL",
        "UPDATE contract_commitment SET what = 'Else' WHERE contract IN"
        " (SELECT id FROM contract WHERE agreed IS NOT NULL)",
        "DELETE FROM contract_commitment WHERE contract IN"
        " (SELECT id FROM contract WHERE agreed IS NOT NULL)",
        "DELETE FROM commitment",
        "INSERT INTO contract_commitment (contract, commitment, place, what)"
        " SELECT id, 'new', 9, 'Else' FROM contract WHERE agreed IS NOT NULL",
        "UPDATE contract_commitment SET commitment = 'x', contract ="
        " (SELECT id FROM contract WHERE agreed IS NOT NULL) WHERE contract IN"
        " (SELECT id FROM contract WHERE agreed IS NULL)",
    ],
)
def test_an_agreed_version_refuses_to_be_changed(database: Database, attempt: str) -> None:
    def agreed() -> list[tuple[object, ...]]:
        return database.rows(
            "SELECT c.*, cc.what FROM contract AS c JOIN contract_commitment AS cc"
            " ON cc.contract = c.id WHERE c.agreed IS NOT NULL"
        )

    before = agreed()
    assert before
    with pytest.raises(sqlcipher.Error, match="only superseded"), database.transaction():
        database.write(attempt)
    assert agreed() == before


@pytest.mark.parametrize("whole", ["person", "conversation"])
def test_erasing_a_person_or_a_conversation_takes_its_contracts_along(
    database: Database, whole: str
) -> None:
    with database.transaction():
        database.write("DELETE FROM share")
        database.write(f"DELETE FROM {whole}")

    assert database.rows("SELECT id FROM contract") == []
    assert database.rows("SELECT contract FROM contract_commitment") == []
