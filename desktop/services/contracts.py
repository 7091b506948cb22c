"""What a manager does with a contract: draft it, word it, agree it, keep it."""

from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract, missing
from desktop.services import lives
from desktop.storage.shelves import SharedShelf


def standing(shelf: SharedShelf, who: PersonId) -> Contract | None:
    """Return the contract as it stands with a person: the latest agreed version."""
    return shelf.contracts.agreed(who)


def of_conversation(shelf: SharedShelf, which: ConversationId) -> Contract | None:
    """Return the version that a conversation led to, if there is one."""
    return shelf.contracts.of_conversation(which)


def versions(shelf: SharedShelf, who: PersonId) -> tuple[Contract, ...]:
    """Return every version with a person, draft or agreed, the latest first."""
    return shelf.contracts.versions(who)


def gone_through_at(shelf: SharedShelf, which: ConversationId) -> Contract | None:
    """Return the contract that a conversation goes through at its beginning (playbook O4)."""
    return shelf.contracts.agreed_elsewhere(which, shelf.conversations.get(which).person)


def draft(shelf: SharedShelf, which: ConversationId) -> Done[Contract]:
    """Return the conversation's contract; begin it if there is none.

    A new one carries over what is still open in the contract as it stands, and its open question.
    """
    found = shelf.contracts.of_conversation(which)
    if found is not None:
        return Done(found, Touched.NOTHING)
    who = shelf.conversations.get(which).person
    return _begin(shelf, which, shelf.contracts.agreed(who))


def revise(shelf: SharedShelf, which: ConversationId) -> Done[Contract]:
    """Begin the next version after an agreed one; a draft is returned as it is (product E2)."""
    found = shelf.contracts.of_conversation(which)
    if found is None or found.is_draft:
        return draft(shelf, which)
    return _begin(shelf, which, found)


def is_revised(shelf: SharedShelf, contract: Contract) -> bool:
    """Return whether a draft revises a version that the same conversation led to."""
    return shelf.contracts.revised_by(contract) is not None


def may_be_dropped(shelf: SharedShelf, contract: Contract) -> bool:
    """Return whether a draft may be taken away: it revises one, and nothing of it has left."""
    return is_revised(shelf, contract) and not shelf.contracts.has_left(contract.id)


def _begin(shelf: SharedShelf, which: ConversationId, before: Contract | None) -> Done[Contract]:
    who = shelf.conversations.get(which).person
    latest = shelf.contracts.latest(who)
    new = Contract(
        id=ContractId(ids.fresh()),
        person=who,
        conversation=which,
        version=latest.version + 1 if latest else 1,
    )
    if before is not None:
        same_talk = before.conversation == which
        new = replace(
            new,
            open_question=before.open_question,
            review=before.review if same_talk else "",
            review_month=before.review_month if same_talk else None,
            next_conversation=before.next_conversation if same_talk else None,
        )
    with shelf.transaction():
        shelf.contracts.put(new)
        for commitment in before.commitments if before else ():
            if commitment.state is CommitmentState.OPEN:
                shelf.contracts.put_commitment(new, replace(commitment, due=commitment.by))
    return Done(_same(shelf, new), Touched.CONTRACT)


def word(shelf: SharedShelf, changed: Contract) -> Done[Contract]:
    """Keep a draft's review point, open question, next date or reason for nothing agreed."""
    _only_a_draft(shelf, changed)
    with shelf.transaction():
        shelf.contracts.put(changed)
    return Done(_same(shelf, changed), Touched.CONTRACT)


def add_commitment(
    shelf: SharedShelf, contract: Contract, owner: Owner, what: str = ""
) -> Done[CommitmentId]:
    """Add an empty line for one side, to be worded and dated."""
    _only_a_draft(shelf, contract)
    new = Commitment(CommitmentId(ids.fresh()), owner, what, due=None)
    with shelf.transaction():
        shelf.contracts.put_commitment(contract, new)
    return Done(new.id, Touched.CONTRACT)


def word_commitment(
    shelf: SharedShelf, contract: Contract, changed: Commitment
) -> Done[CommitmentId]:
    """Keep a commitment's words, owner and date, complete or not; no blank lines around them."""
    _only_a_draft(shelf, contract)
    with shelf.transaction():
        shelf.contracts.put_commitment(contract, replace(changed, what=changed.what.strip()))
    return Done(changed.id, Touched.CONTRACT)


def remove_commitment(
    shelf: SharedShelf, contract: Contract, commitment: CommitmentId
) -> Done[None]:
    """Take a commitment out of a draft; one that was agreed before is let go by that (G2)."""
    _only_a_draft(shelf, contract)
    if shelf.lives.state(commitment) is not None:
        return lives.let_go(shelf, commitment)
    with shelf.transaction():
        shelf.contracts.remove_commitment(contract.id, commitment)
    return Done(None, Touched.CONTRACT)


def put_back_commitment(
    shelf: SharedShelf, contract: Contract, commitment: Commitment, place: int
) -> Done[CommitmentId]:
    """Put a commitment that was taken out of a draft back where it stood, counted from 0."""
    _only_a_draft(shelf, contract)
    if shelf.lives.state(commitment.id) is not None:
        lives.reopen(shelf, commitment.id)
        return Done(commitment.id, Touched.CONTRACT | Touched.COMMITMENTS)
    with shelf.transaction():
        shelf.contracts.put_commitment(contract, commitment)
        # Places are given in the order of writing, so what stood below is written once more.
        for below in _same(shelf, contract).commitments[place:-1]:
            shelf.contracts.remove_commitment(contract.id, below.id)
            shelf.contracts.put_commitment(contract, below)
    return Done(commitment.id, Touched.CONTRACT)


def settle(shelf: SharedShelf, commitment: CommitmentId, *, done: bool) -> Done[None]:
    """Note that a commitment was kept, or open it again."""
    return lives.keep(shelf, commitment) if done else lives.reopen(shelf, commitment)


def agree(shelf: SharedShelf, contract: Contract) -> Done[Contract]:
    """Turn a complete draft into an agreed version; Refusal while something is missing (V5)."""
    for gap in missing(contract):
        raise Refusal(gap.field, gap.sentence)
    if not contract.is_draft:
        return Done(contract, Touched.NOTHING)
    with shelf.transaction():
        shelf.contracts.leave_out_what_ended(contract.id)
        shelf.summaries.keep_with(contract.id, shelf.summaries.of(contract.conversation))
        shelf.contracts.put(replace(contract, agreed=shelf.now()))
        _let_go_what_it_left_out(shelf, contract)
        shelf.contracts.forget_moves(contract.id)
    return Done(_same(shelf, contract), Touched.CONTRACT | Touched.COMMITMENTS)


def _let_go_what_it_left_out(shelf: SharedShelf, contract: Contract) -> None:
    before, stays = shelf.contracts.agreed_before(contract), {c.id for c in contract.commitments}
    for commitment in before.commitments if before else ():
        if commitment.state is CommitmentState.OPEN and commitment.id not in stays:
            lives.let_go(shelf, commitment.id)


def _only_a_draft(shelf: SharedShelf, contract: Contract) -> None:
    if not _same(shelf, contract).is_draft:
        raise Refusal("contract", "This version is agreed. Write the next version to change it.")


def _same(shelf: SharedShelf, contract: Contract) -> Contract:
    found = shelf.contracts.of_conversation(contract.conversation)
    if found is None:
        return contract
    return found
