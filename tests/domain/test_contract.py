"""What a contract still lacks is named before it can be shared."""

from dataclasses import replace
from datetime import date

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId
from desktop.domain.shared.commitments import Commitment, Owner
from desktop.domain.shared.contract import Contract, missing

RUNBOOK = Commitment(CommitmentId("c1"), Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
EMPTY = Contract(ContractId("k"), PersonId("p"), ConversationId("t"), version=1)


def test_an_empty_contract_is_named_as_a_whole() -> None:
    (gap,) = missing(EMPTY)
    assert gap.commitment is None
    assert "Nothing is agreed yet" in gap.sentence


def test_a_reason_for_nothing_agreed_is_an_honest_ending() -> None:
    assert missing(replace(EMPTY, nothing_agreed_because="Back from leave, too early.")) == ()
    assert missing(replace(EMPTY, nothing_agreed_because="  ")) != ()


def test_a_commitment_needs_words_an_owner_and_a_date() -> None:
    bare = Commitment(CommitmentId("c2"), None, " ", None)
    gaps = missing(replace(EMPTY, commitments=(RUNBOOK, bare)))
    assert [(gap.commitment, gap.field) for gap in gaps] == [
        ("c2", "what"),
        ("c2", "owner"),
        ("c2", "due"),
    ]


def test_a_complete_contract_lacks_nothing() -> None:
    assert missing(replace(EMPTY, commitments=(RUNBOOK,))) == ()


def test_each_side_is_listed_by_date() -> None:
    later = replace(RUNBOOK, id=CommitmentId("c3"), due=date(2026, 12, 24))
    undated = replace(RUNBOOK, id=CommitmentId("c4"), due=None)
    contract = replace(EMPTY, commitments=(undated, later, RUNBOOK))
    assert contract.of(Owner.PERSON) == (RUNBOOK, later, undated)
    assert contract.of(Owner.MANAGER) == ()
