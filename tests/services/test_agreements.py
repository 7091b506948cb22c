from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.shared.agreement import Clause
from desktop.services import agreements, people
from tests.helpers.vaults import OpenVault

TODAY = date(2026, 11, 22)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def test_it_begins_with_words_that_say_what_cannot_stay_confidential(
    vault: OpenVault, priya: PersonId
) -> None:
    begun = agreements.draft(vault.shared, priya)
    assert "cannot keep" in begun.text(Clause.BETWEEN_US)
    assert all(begun.text(clause) for clause in Clause)
    assert agreements.versions(vault.shared, priya) == ()


def test_an_agreed_version_stays_and_the_next_begins_from_it(
    vault: OpenVault, priya: PersonId
) -> None:
    agreements.word(vault.shared, priya, Clause.LOGISTICS, "Fridays, walking.")
    agreements.agree(vault.shared, priya, TODAY)
    agreements.word(vault.shared, priya, Clause.LOGISTICS, "Mondays, in the small room.")

    new, old = agreements.versions(vault.shared, priya)

    assert (new.version, new.text(Clause.LOGISTICS)) == (2, "Mondays, in the small room.")
    assert (old.version, old.text(Clause.LOGISTICS)) == (1, "Fridays, walking.")
    assert new.text(Clause.ROLES) == old.text(Clause.ROLES)
    assert agreements.standing(vault.shared, priya) == old


@pytest.mark.parametrize(
    ("on", "sentence"), [(None, "On which day"), (date(2026, 11, 23), "still to come")]
)
def test_a_day_that_cannot_be_is_refused(
    vault: OpenVault, priya: PersonId, on: date | None, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        agreements.agree(vault.shared, priya, on)
    assert agreements.standing(vault.shared, priya) is None


def test_nothing_at_all_cannot_be_agreed_on(vault: OpenVault, priya: PersonId) -> None:
    for clause in Clause:
        agreements.word(vault.shared, priya, clause, " ")
    with pytest.raises(Refusal, match="nothing here to agree on"):
        agreements.agree(vault.shared, priya, TODAY)
