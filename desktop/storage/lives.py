"""The shelf of what becomes of commitments, whichever contracts hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.ids import CommitmentId, PersonId
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.domain.shared.life import Happening, Life, Rate, Turn
from desktop.storage.database import Database, Reader

_AGREED = (
    " FROM commitment AS m JOIN contract_commitment AS cc ON cc.commitment = m.id"
    " JOIN contract AS c ON c.id = cc.contract AND c.agreed IS NOT NULL"
)

# The same rule as ``services.lives``: open ones count once they are late, those let go only if
# that came after their day.
_RATES = f"""
SELECT owner, sum(state = 'done'), sum(state = 'done' AND day <= due), count(*)
FROM (SELECT cc.owner, cc.due, m.state, substr(m.settled, 1, 10) AS day, max(c.version)
      {_AGREED}
      WHERE m.id IN (SELECT commitment FROM contract_commitment WHERE due >= ?1)
      GROUP BY m.id)
WHERE due >= ?1 AND (state = 'done' OR (state = 'open' AND due < ?2)
                     OR (state = 'let go' AND day > due))
GROUP BY owner
"""


@dataclass(frozen=True, slots=True)
class Record:
    """How a commitment ended, or that it has not: as the last agreed version has it."""

    person: PersonId
    owner: Owner
    due: date
    state: CommitmentState
    settled: datetime | None


class LivesReader:
    """Gives the lives of agreed commitments."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of_person(self, person: PersonId) -> dict[CommitmentId, Life]:
        """Return the lives of all commitments that were ever agreed with a person."""
        return self._where("m.person = ?", person)

    def of_commitments(self, which: Sequence[CommitmentId]) -> dict[CommitmentId, Life]:
        """Return the lives of some commitments; of those that were never agreed none."""
        return self._where(f"m.id IN ({','.join('?' * len(which))})", *which)

    def _where(self, condition: str, *values: object) -> dict[CommitmentId, Life]:
        rows = self._reader.rows(
            f"SELECT m.id, min(c.agreed), max(c.agreed), count(DISTINCT c.conversation){_AGREED}"
            f" WHERE {condition} GROUP BY m.id",
            *values,
        )
        happened = self._happened(condition, *values)
        return {
            CommitmentId(which): Life(
                commitment=CommitmentId(which),
                since=datetime.fromisoformat(first),
                last_agreed=datetime.fromisoformat(last),
                talks=talks,
                happenings=tuple(happened.get(which, ())),
            )
            for which, first, last, talks in rows
        }

    def state(self, which: CommitmentId) -> CommitmentState | None:
        """Return how an agreed commitment stands; None for one that is only in a draft."""
        row = self._reader.row(f"SELECT m.state{_AGREED} WHERE m.id = ?", which)
        return CommitmentState(row[0]) if row else None

    def kept_since(self, day: date) -> tuple[CommitmentId, ...]:
        """Return the commitments kept on a day or later, the latest first."""
        rows = self._reader.rows(
            "SELECT id FROM commitment WHERE settled >= ? AND state = ?"
            " ORDER BY julianday(settled) DESC, seq DESC",
            day.isoformat(),
            CommitmentState.DONE.value,
        )
        return tuple(CommitmentId(which) for (which,) in rows)

    def rates(self, since: date, today: date) -> dict[Owner, Rate]:
        """Return how each side kept what was due from a day on, counted as ``Rate`` says."""
        rows = self._reader.rows(_RATES, since.isoformat(), today.isoformat())
        counted = {Owner(owner): Rate(kept, on_time, due) for owner, kept, on_time, due in rows}
        return {owner: counted.get(owner, Rate(0, 0, 0)) for owner in Owner}

    def records(self, person: PersonId | None = None) -> tuple[Record, ...]:
        """Return how each commitment ever agreed, with one person or all, has ended so far."""
        of_whom, values = ("WHERE m.person = ?", (person,)) if person else ("", ())
        rows = self._reader.rows(
            f"SELECT m.person, cc.owner, cc.due, m.state, m.settled, max(c.version){_AGREED}"
            f" {of_whom} GROUP BY m.id",
            *values,
        )
        return tuple(
            Record(
                PersonId(person),
                Owner(owner),
                date.fromisoformat(due),
                CommitmentState(state),
                datetime.fromisoformat(settled) if settled else None,
            )
            for person, owner, due, state, settled, _ in rows
        )

    def _happened(self, condition: str, *values: object) -> dict[str, list[Happening]]:
        found: dict[str, list[Happening]] = {}
        for which, turn, at, due, reason in self._reader.rows(
            "SELECT t.commitment, t.turn, t.at, t.due, t.reason FROM commitment_turn AS t"
            f" JOIN commitment AS m ON m.id = t.commitment WHERE {condition} ORDER BY t.seq",
            *values,
        ):
            day = date.fromisoformat(due) if due else None
            happening = Happening(Turn(turn), datetime.fromisoformat(at), day, reason)
            found.setdefault(which, []).append(happening)
        return found


class LivesShelf(LivesReader):
    """Gives and takes the turns of commitments."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def note(self, which: CommitmentId, happening: Happening) -> None:
        """Add a turn to a life."""
        self._database.write(
            "INSERT INTO commitment_turn (commitment, turn, at, due, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            which,
            happening.turn.value,
            happening.at.isoformat(),
            happening.due.isoformat() if happening.due else None,
            happening.reason,
        )

    def last(self, which: CommitmentId) -> Happening | None:
        """Return the latest turn of a life."""
        row = self._database.row(
            "SELECT turn, at, due, reason FROM commitment_turn WHERE commitment = ?"
            " ORDER BY seq DESC LIMIT 1",
            which,
        )
        if row is None:
            return None
        turn, at, due, reason = row
        day = date.fromisoformat(due) if due else None
        return Happening(Turn(turn), datetime.fromisoformat(at), day, reason)

    def take_back_last(self, which: CommitmentId) -> None:
        """Forget the latest turn, which was a mistake."""
        self._database.write(
            "DELETE FROM commitment_turn WHERE seq ="
            " (SELECT max(seq) FROM commitment_turn WHERE commitment = ?)",
            which,
        )

    def give_reason(self, which: CommitmentId, turn: Turn, reason: str) -> None:
        """Put other words of the reason into the latest turn of a kind."""
        self._database.write(
            "UPDATE commitment_turn SET reason = ? WHERE seq = (SELECT max(seq)"
            " FROM commitment_turn WHERE commitment = ? AND turn = ?)",
            reason,
            which,
            turn.value,
        )

    def settle(self, which: CommitmentId, state: CommitmentState, at: datetime | None) -> None:
        """Note what has become of a commitment and when; None while it is open."""
        self._database.write(
            "UPDATE commitment SET state = ?, settled = ? WHERE id = ?",
            state.value,
            at.isoformat() if at else None,
            which,
        )

    def move(self, which: CommitmentId, to: date | None) -> None:
        """Note the date on which it now stands, here and in a draft; None: as was agreed."""
        day = to.isoformat() if to else None
        self._database.write("UPDATE commitment SET moved_to = ? WHERE id = ?", day, which)
        if day is not None:
            self._database.write(
                "UPDATE contract_commitment SET due = ? WHERE commitment = ? AND contract IN"
                " (SELECT id FROM contract WHERE agreed IS NULL)",
                day,
                which,
            )
