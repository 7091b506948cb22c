"""Letters as they come from a conversation, with as much or little in them as a test needs."""

from dataclasses import replace
from datetime import date

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId
from desktop.domain.shared.commitments import Commitment, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.letter import Letter

PERSON, MANAGER = Owner.PERSON, Owner.MANAGER

EMPTY = Contract(ContractId("contract-4"), PersonId("priya"), ConversationId("november"), version=4)


def commitment(owner: Owner, what: str, due: date | None = date(2026, 12, 18)) -> Commitment:
    return Commitment(CommitmentId(f"{owner} {what[:12]}"), owner, what, due)


AGREED = replace(
    EMPTY,
    commitments=(
        commitment(PERSON, "Draft the failover design and walk the team through it"),
        commitment(PERSON, "Finish the runbook", date(2026, 11, 30)),
        commitment(MANAGER, "Make the case for promotion to Ruth", date(2027, 1, 15)),
        commitment(MANAGER, "Introduce Priya to Marta in Platform", date(2026, 11, 27)),
    ),
    review_month=date(2027, 1, 1),
    review="how the design review went, and the rota.",
    open_question="Is there a staff role here, or is it elsewhere?",
    next_conversation=date(2027, 2, 25),
)

LETTER = Letter(
    "Priya Nair",
    "Sam Okafor",
    date(2026, 11, 26),
    (
        "Priya would like to own the failover design end to end within six months, "
        "and to trade part of the on-call rota for it.",
    ),
    AGREED,
)


def letter_saying(*paragraphs: str) -> Letter:
    return replace(LETTER, paragraphs=paragraphs)


def letter_agreeing(*commitments: Commitment) -> Letter:
    return replace(LETTER, contract=replace(AGREED, commitments=commitments))
