"""Goals as agreed keep their past, and go out with the contract; captured ones never do."""

from dataclasses import replace
from datetime import date

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.goals import CareerPath, Goal, GoalWording, Place, Status
from desktop.domain.shared.shares import Way
from desktop.services import conversations, goals, letters, people, shares
from desktop.storage.database import Database
from tests.helpers import copies
from tests.helpers.vaults import KEY, OpenVault
from tests.services.test_contracts import promise

LEAD = GoalWording(
    "Lead a team of her own",
    horizon="2 years",
    place=Place.INSIDE,
    path=CareerPath.PEOPLE,
    motivations=(Motivation.INFLUENCE, Motivation.NEXT_RUNG),
)
DEPTH = replace(LEAD, words="Own the hard reliability problems", path=CareerPath.SPECIALIST)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def agree(vault: OpenVault, who: PersonId) -> ConversationId:
    vault.clock.forward(days=1)
    talk = conversations.begin(vault.shared, who).value
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2027, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    vault.clock.forward(days=1)
    return talk


def only(vault: OpenVault, who: PersonId) -> Goal:
    (goal,) = goals.of_person(vault.shared, who)
    return goal


def on_page(vault: OpenVault, talk: ConversationId) -> list[str]:
    return [goal.words for goal in letters.letter(vault.shared, talk).goals]


def test_a_goal_is_a_draft_until_a_contract_goes_out_with_it(
    vault: OpenVault, priya: PersonId
) -> None:
    goals.write(vault.shared, priya, LEAD)
    goals.change(vault.shared, only(vault, priya), replace(LEAD, horizon="3 years"))
    (draft,) = only(vault, priya).versions
    assert (draft.wording.horizon, draft.is_agreed) == ("3 years", False)

    talk = agree(vault, priya)

    assert only(vault, priya).now.is_agreed
    assert on_page(vault, talk) == [LEAD.words]


def test_a_changed_goal_keeps_its_past_and_its_reason(vault: OpenVault, priya: PersonId) -> None:
    goals.write(vault.shared, priya, LEAD)
    first = agree(vault, priya)

    with pytest.raises(Refusal, match="Why has it changed"):
        goals.change(vault.shared, only(vault, priya), DEPTH)
    changed = replace(DEPTH, reason="A year of leading tired her more than any outage.")
    goals.change(vault.shared, only(vault, priya), changed)
    second = agree(vault, priya)

    before, now = only(vault, priya).versions
    assert (before.wording, now.wording) == (LEAD, changed)
    assert (on_page(vault, first), on_page(vault, second)) == ([LEAD.words], [DEPTH.words])


def test_a_goal_goes_out_when_it_is_new_or_other_than_before(
    vault: OpenVault, priya: PersonId
) -> None:
    goals.write(vault.shared, priya, LEAD)
    agree(vault, priya)
    assert on_page(vault, agree(vault, priya)) == []

    aside = replace(LEAD, status=Status.SET_ASIDE, reason="She has tried it.")
    goals.change(vault.shared, only(vault, priya), aside)
    talk = agree(vault, priya)

    assert b"set aside" in copies.plain_text(vault, talk)
    assert b"She has tried it." in copies.plain_text(vault, talk)
    assert on_page(vault, agree(vault, priya)) == []


def test_only_what_is_not_agreed_can_be_taken_back(vault: OpenVault, priya: PersonId) -> None:
    goals.write(vault.shared, priya, LEAD)
    agree(vault, priya)
    goals.take_back(vault.shared, only(vault, priya))
    goals.change(vault.shared, only(vault, priya), replace(DEPTH, reason="She said so."))
    goals.take_back(vault.shared, only(vault, priya))
    assert only(vault, priya).now.wording == LEAD

    goals.write(vault.shared, priya, DEPTH)
    goals.take_back(vault.shared, goals.of_person(vault.shared, priya)[1])
    assert only(vault, priya).now.wording == LEAD


@pytest.mark.parametrize(
    "attempt", ["UPDATE goal_version SET words = 'x'", "DELETE FROM goal_version"]
)
def test_the_database_keeps_what_was_agreed(
    vault: OpenVault, priya: PersonId, attempt: str
) -> None:
    goals.write(vault.shared, priya, LEAD)
    agree(vault, priya)
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))

    with pytest.raises(sqlcipher.Error, match="only superseded"), database.transaction():
        database.write(attempt)
    with database.transaction():
        database.write("DELETE FROM share")
        database.write("DELETE FROM person")
    assert database.rows("SELECT id FROM goal") == []
    database.close()
