"""The shelf of contracts, their versions and their commitments."""

from datetime import date, datetime
from typing import Any

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, PersonId
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner, Promise, Strength
from desktop.domain.shared.contract import Contract
from desktop.storage.database import Database, Reader

_COLUMNS = (
    "id, person, conversation, version, review_month, review, open_question,"
    " next_conversation, nothing_agreed_because, agreed"
)

# The commitments of every contract as it stands, in its wording.
_PROMISES = """
SELECT cc.commitment, c.person, p.name, cc.owner, cc.what, coalesce(m.moved_to, cc.due),
       c.agreed, c.version, c.conversation, c.id, m.state
FROM person AS p
JOIN contract AS c ON c.id = (
    SELECT id FROM contract WHERE person = p.id AND agreed IS NOT NULL
    ORDER BY version DESC LIMIT 1)
JOIN contract_commitment AS cc ON cc.contract = c.id
JOIN commitment AS m ON m.id = cc.commitment
"""


class ContractsReader:
    """Gives contracts and promises."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of_conversation(self, conversation: ConversationId) -> Contract | None:
        """Return the latest version that this conversation led to, draft or agreed."""
        return self._first("WHERE conversation = ? ORDER BY version DESC", conversation)

    def latest(self, person: PersonId) -> Contract | None:
        """Return a person's latest version, draft or agreed."""
        return self._first("WHERE person = ? ORDER BY version DESC", person)

    def agreed(self, person: PersonId) -> Contract | None:
        """Return the contract as it stands: the latest agreed version."""
        return self._first("WHERE person = ? AND agreed IS NOT NULL ORDER BY version DESC", person)

    def agreed_before(self, contract: Contract) -> Contract | None:
        """Return the agreed version that came before this one."""
        return self._first(
            "WHERE person = ? AND agreed IS NOT NULL AND version < ? ORDER BY version DESC",
            contract.person,
            contract.version,
        )

    def revised_by(self, draft: Contract) -> Contract | None:
        """Return the agreed version of the same conversation that a draft revises, if it does."""
        before = self.agreed_before(draft) if draft.is_draft else None
        return before if before and before.conversation == draft.conversation else None

    def has_left(self, contract: ContractId) -> bool:
        """Return whether anything of this version is on record as having left the vault."""
        return self._reader.row("SELECT 1 FROM share WHERE contract = ?", contract) is not None

    def versions(self, person: PersonId) -> tuple[Contract, ...]:
        """Return every version with a person, draft or agreed, the latest first."""
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM contract WHERE person = ? ORDER BY version DESC", person
        )
        return tuple(self._contract(row) for row in rows)

    def agreements(self, person: PersonId) -> tuple[tuple[ConversationId, int, datetime], ...]:
        """Return from which conversation each agreed version came, its number and its moment."""
        rows = self._reader.rows(
            "SELECT conversation, version, agreed FROM contract"
            " WHERE person = ? AND agreed IS NOT NULL ORDER BY version",
            person,
        )
        return tuple(
            (ConversationId(talk), version, datetime.fromisoformat(at))
            for talk, version, at in rows
        )

    def agreed_elsewhere(self, conversation: ConversationId, person: PersonId) -> Contract | None:
        """Return the latest agreed version that another conversation of this person led to."""
        return self._first(
            "WHERE person = ? AND conversation <> ? AND agreed IS NOT NULL ORDER BY version DESC",
            person,
            conversation,
        )

    def promises(
        self, owner: Owner | None = None, state: CommitmentState | None = None
    ) -> tuple[Promise, ...]:
        """Return the commitments of all contracts as they stand, the earliest date first."""
        of_state = "WHERE m.state = ?" if state else ""
        rows = self._reader.rows(
            f"{_PROMISES} {of_state} ORDER BY coalesce(m.moved_to, cc.due), c.seq, cc.place",
            *((state.value,) if state else ()),
        )
        found = (_promise(row) for row in rows)
        return tuple(p for p in found if owner is None or p.owner is owner)

    def _first(self, condition: str, *values: object) -> Contract | None:
        row = self._reader.row(f"SELECT {_COLUMNS} FROM contract {condition}", *values)
        return None if row is None else self._contract(row)

    def _contract(self, row: tuple[Any, ...]) -> Contract:
        identity, person, conversation, version, month, review, question, then, because, agreed = (
            row
        )
        return Contract(
            id=ContractId(identity),
            person=PersonId(person),
            conversation=ConversationId(conversation),
            version=version,
            commitments=self._commitments(identity, is_draft=agreed is None),
            review_month=_date(month),
            review=review,
            open_question=question,
            next_conversation=_date(then),
            nothing_agreed_because=because,
            agreed=datetime.fromisoformat(agreed) if agreed else None,
        )

    def _commitments(self, contract: str, *, is_draft: bool) -> tuple[Commitment, ...]:
        """Return the lines; in a draft only what is open, since it is about what comes next."""
        rows = self._reader.rows(
            "SELECT cc.commitment, cc.owner, cc.what, cc.due, m.state, cc.strength, cc.stood_by,"
            " m.moved_to"
            " FROM contract_commitment AS cc JOIN commitment AS m ON m.id = cc.commitment"
            " WHERE cc.contract = ? AND (? = 0 OR m.state = ?) ORDER BY cc.place",
            contract,
            int(is_draft),
            CommitmentState.OPEN.value,
        )
        return tuple(
            Commitment(
                id=CommitmentId(identity),
                owner=Owner(owner) if owner else None,
                what=what,
                due=_date(due),
                state=CommitmentState(state),
                strength=Strength(strength),
                stood_by=stood_by,
                moved_to=None if is_draft else _date(moved),
            )
            for identity, owner, what, due, state, strength, stood_by, moved in rows
        )


class ContractsShelf(ContractsReader):
    """Gives and takes contracts."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, contract: Contract) -> None:
        """Add a draft, or put its new state in the place of the old; agreed ones refuse."""
        self._database.write(
            f"INSERT INTO contract ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET review_month = excluded.review_month,"
            " review = excluded.review, open_question = excluded.open_question,"
            " next_conversation = excluded.next_conversation,"
            " nothing_agreed_because = excluded.nothing_agreed_because, agreed = excluded.agreed",
            contract.id,
            contract.person,
            contract.conversation,
            contract.version,
            _text(contract.review_month),
            contract.review,
            contract.open_question,
            _text(contract.next_conversation),
            contract.nothing_agreed_because,
            _text(contract.agreed),
        )

    def put_commitment(self, contract: Contract, commitment: Commitment) -> None:
        """Add a commitment to a draft, or put its new wording in the place of the old."""
        self._database.write(
            "INSERT OR IGNORE INTO commitment (id, person, state) VALUES (?, ?, ?)",
            commitment.id,
            contract.person,
            commitment.state.value,
        )
        self._database.write(
            "INSERT INTO contract_commitment"
            " (contract, commitment, place, owner, what, due, strength, stood_by)"
            " VALUES (?, ?, (SELECT 1 + coalesce(max(place), 0) FROM contract_commitment"
            " WHERE contract = ?), ?, ?, ?, ?, ?)"
            " ON CONFLICT (contract, commitment) DO UPDATE SET"
            " owner = excluded.owner, what = excluded.what, due = excluded.due,"
            " strength = excluded.strength, stood_by = excluded.stood_by",
            contract.id,
            commitment.id,
            contract.id,
            commitment.owner.value if commitment.owner else None,
            commitment.what,
            _text(commitment.due),
            commitment.strength.value,
            commitment.stood_by,
        )

    def remove_commitment(self, contract: ContractId, commitment: CommitmentId) -> None:
        """Take a commitment out of a draft; forget it altogether if no other version has it."""
        self._database.write(
            "DELETE FROM contract_commitment WHERE contract = ? AND commitment = ?",
            contract,
            commitment,
        )
        self._database.write(
            "DELETE FROM commitment WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM contract_commitment WHERE commitment = ?)",
            commitment,
            commitment,
        )

    def leave_out_what_ended(self, contract: ContractId) -> None:
        """Take out of a draft what was kept or let go while it was being written."""
        self._database.write(
            "DELETE FROM contract_commitment WHERE contract = ? AND commitment IN"
            " (SELECT id FROM commitment WHERE state <> ?)",
            contract,
            CommitmentState.OPEN.value,
        )

    def forget_moves(self, contract: ContractId) -> None:
        """Let the dates of a version stand for its commitments, wherever they were moved before."""
        self._database.write(
            "UPDATE commitment SET moved_to = NULL WHERE id IN"
            " (SELECT commitment FROM contract_commitment WHERE contract = ?)",
            contract,
        )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _promise(row: tuple[Any, ...]) -> Promise:
    identity, person, name, owner, what, due, agreed, version, conversation, contract, state = row
    return Promise(
        id=CommitmentId(identity),
        person=PersonId(person),
        person_name=name,
        owner=Owner(owner),
        what=what,
        due=date.fromisoformat(due),
        agreed=datetime.fromisoformat(agreed).date(),
        version=version,
        conversation=ConversationId(conversation),
        contract=ContractId(contract),
        state=CommitmentState(state),
    )
