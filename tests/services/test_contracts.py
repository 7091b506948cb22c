"""A contract is drafted, agreed and then only superseded."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, shares, summaries, today
from desktop.services.today import Standing
from tests.helpers.vaults import OpenVault


def talk_with(vault: OpenVault, name: str = "Priya Nair") -> ConversationId:
    who = people.add(vault.shared, name).value
    return conversations.begin(vault.shared, who).value


def promise(vault: OpenVault, talk: ConversationId, owner: Owner, what: str, due: date) -> Contract:
    """Add one complete commitment and return the draft as it then stands."""
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, owner).value
    line = next(c for c in contracts.draft(vault.shared, talk).value.commitments if c.id == new)
    contracts.word_commitment(vault.shared, draft, replace(line, what=what, due=due))
    return contracts.draft(vault.shared, talk).value


def test_sharing_agrees_the_contract_closes_the_talk_and_stops_the_48_hours(
    vault: OpenVault,
) -> None:
    talk = talk_with(vault)
    promise(vault, talk, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    conversations.close(vault.shared, talk)
    assert [t.conversation.id for t in today.today(vault.shared).owed] == [talk]

    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")

    assert today.today(vault.shared).owed == ()
    assert [p.what for p in today.today(vault.shared).mine] == ["Introduce Priya to Marta"]
    agreed = contracts.draft(vault.shared, talk).value
    assert not agreed.is_draft
    (share,) = shares.of_conversation(vault.shared, talk)
    assert share.contract == agreed.id
    assert share.sha256 == hashlib.sha256(b"%PDF the page").hexdigest()


def test_nothing_is_shared_while_something_is_missing(vault: OpenVault) -> None:
    talk = talk_with(vault)
    contracts.draft(vault.shared, talk)

    with pytest.raises(Refusal, match="Nothing is agreed yet"):
        shares.note(vault.shared, talk, Way.PDF, b"page")

    assert shares.of_conversation(vault.shared, talk) == ()
    assert contracts.draft(vault.shared, talk).value.is_draft
    assert conversations.conversation(vault.shared, talk).is_open


def test_an_agreed_contract_refuses_every_change(vault: OpenVault) -> None:
    talk = talk_with(vault)
    agreed = promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")

    for change in (
        lambda: contracts.word(vault.shared, replace(agreed, open_question="Else?")),
        lambda: contracts.add_commitment(vault.shared, agreed, Owner.MANAGER),
        lambda: contracts.word_commitment(vault.shared, agreed, agreed.commitments[0]),
        lambda: contracts.remove_commitment(vault.shared, agreed, agreed.commitments[0].id),
    ):
        with pytest.raises(Refusal, match="agreed"):
            change()


def test_a_shared_summary_changes_only_with_the_next_version(vault: OpenVault) -> None:
    talk = talk_with(vault)
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    first = summaries.write(vault.shared, talk, "Priya would like to own the design.").value
    shares.note(vault.shared, talk, Way.PDF, b"page")

    with pytest.raises(Refusal, match="next version"):
        summaries.write(vault.shared, talk, "Something else.", paragraph=first)

    contracts.revise(vault.shared, talk)
    summaries.write(vault.shared, talk, "Something else.", paragraph=first)
    assert [p.text for p in summaries.paragraphs(vault.shared, talk)] == ["Something else."]


def test_the_next_version_carries_what_is_still_open(vault: OpenVault) -> None:
    talk = talk_with(vault)
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    first = promise(vault, talk, Owner.MANAGER, "Introduce Priya", date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    kept = next(c for c in first.commitments if c.owner is Owner.MANAGER)
    contracts.settle(vault.shared, kept.id, done=True)

    second = contracts.draft(
        vault.shared, conversations.begin(vault.shared, first.person).value
    ).value

    assert second.version == 2
    assert [c.what for c in second.commitments] == ["Finish the runbook"]
    assert second.commitments[0].id != kept.id


def test_revising_an_agreed_version_begins_the_next_one_once(vault: OpenVault) -> None:
    talk = talk_with(vault)
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")

    again = contracts.revise(vault.shared, talk).value
    twice = contracts.revise(vault.shared, talk).value

    assert (again.version, twice.id) == (2, again.id)
    assert contracts.standing(vault.shared, again.person).version == 1  # type: ignore[union-attr]


def test_a_kept_promise_leaves_today_and_comes_back_when_opened_again(vault: OpenVault) -> None:
    talk = talk_with(vault)
    draft = promise(vault, talk, Owner.MANAGER, "Introduce Priya", date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    commitment = draft.commitments[0].id

    contracts.settle(vault.shared, commitment, done=True)
    assert today.today(vault.shared).mine == ()

    contracts.settle(vault.shared, commitment, done=False)
    (back,) = today.today(vault.shared).mine
    assert back.state is CommitmentState.OPEN


def test_how_things_stand_counts_what_the_manager_owes(vault: OpenVault) -> None:
    talk = talk_with(vault)
    who = conversations.conversation(vault.shared, talk).person
    new = people.add(vault.shared, "Amara Bello").value
    promise(vault, talk, Owner.MANAGER, "Introduce Priya", date(2026, 11, 24))
    shares.note(vault.shared, talk, Way.PDF, b"page")

    def standing() -> Standing:
        return today.standings(vault.shared)[who]

    assert today.standings(vault.shared)[new] is Standing.NEVER_TALKED
    assert standing() is Standing.ON_TRACK
    vault.clock.forward(days=2)
    assert standing() is Standing.SOON
    vault.clock.forward(days=1)
    assert standing() is Standing.LATE


def test_a_quarter_without_a_talk_is_late_even_when_nothing_is_promised(vault: OpenVault) -> None:
    talk = talk_with(vault)
    who = conversations.conversation(vault.shared, talk).person
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    vault.clock.forward(days=93)

    assert today.standings(vault.shared)[who] is Standing.LATE
