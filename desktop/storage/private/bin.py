"""The shelf of what was deleted: all rows of a thing, kept as they stood, put back as they stood.

An agreed contract in it is put back as it was agreed: its lines before the contract itself.
"""

import base64
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.bin import Binned, Thing
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database
from desktop.storage.private.belongings import HALF_TYPED, Belongings, Row

_ITSELF: Final = "json_extract(CAST(b.content AS TEXT), '$.rows[0][1].{}')"
_DROPPED_OF: Final = f"b.kind = ? AND {_ITSELF.format('conversation')} = ?"
_TOOK_PLACE: Final = f"coalesce({_ITSELF.format('begun')}, {_ITSELF.format('noted')})"


class BinShelf:
    """Puts things into the bin and takes them out; only inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._belongings = Belongings(database)

    def put(self, binned: Binned) -> None:
        """Keep every row of a thing in the bin, and delete it."""
        root = binned.thing.value
        found, loose = self._belongings.of(root, binned.id)
        if binned.thing is Thing.DRAFT:
            talk = found[0][1]["conversation"]
            found += self._belongings.rows("summary_paragraph", "conversation", talk)
        content = {"title": binned.title.reveal(), "rows": found, "loose": loose}
        self._database.write(
            "INSERT INTO private_bin (id, kind, person, since, content) VALUES (?, ?, ?, ?, ?)",
            binned.id,
            binned.thing.value,
            binned.person,
            binned.since.isoformat(),
            json.dumps(content, default=_as_text).encode("utf-8"),
        )
        self._database.write(f"DELETE FROM {root} WHERE id = ?", binned.id)
        for table, row in found:
            if table in HALF_TYPED:
                self._database.write(
                    f"DELETE FROM {table} WHERE form = ? AND which = ?", row["form"], row["which"]
                )

    def all(self) -> tuple[Binned, ...]:
        """Return what lies in the bin, the latest first."""
        rows = self._database.rows(
            "SELECT id, kind, person, since, json_extract(CAST(content AS TEXT), '$.title'),"
            f" {_TOOK_PLACE} FROM private_bin AS b ORDER BY seq DESC"
        )
        return tuple(
            Binned(
                identity,
                Thing(kind),
                PrivateText(title),
                PersonId(person) if person else None,
                datetime.fromisoformat(since),
                datetime.fromisoformat(took_place).date() if took_place else None,
            )
            for identity, kind, person, since, title, took_place in rows
        )

    def draft_of(self, conversation: ConversationId) -> str | None:
        """Return the draft dropped last that can take its place after a conversation's again."""
        row = self._database.row(
            f"SELECT b.id FROM private_bin AS b WHERE {_DROPPED_OF}"
            f" AND {_ITSELF.format('version')} >"
            " (SELECT max(version) FROM contract WHERE person = b.person) ORDER BY b.seq DESC",
            Thing.DRAFT.value,
            conversation,
        )
        return row[0] if row else None

    def bring_back(self, identity: str) -> None:
        """Put every row of a thing back where it stood.

        Refusal if its place was taken since, or what it belongs to is not there.
        """
        row = self._database.row("SELECT content FROM private_bin WHERE id = ?", identity)
        if row is None:
            raise KeyError(identity)
        content = json.loads(row[0])
        self._database.write("PRAGMA defer_foreign_keys = ON")
        rows = [(table, _values(found)) for table, found in content["rows"]]
        at_home = self._belongings.still_at_home(rows)
        if rows[0] not in at_home:
            raise Refusal("bin", "What it belongs to is not here. Bring that back first.")
        if rows[0][0] == Thing.DRAFT.value:
            self._make_way_for(rows[0][1])
        self._find_places(at_home)
        try:
            for table, found in reversed(at_home):
                self._insert(table, found)
        except sqlcipher.IntegrityError:
            raise Refusal("bin", "Something new stands in its place, so it stays here.") from None
        for table, key, column, value in content["loose"]:
            self._database.write(
                f"UPDATE {table} SET {column} = ?"
                f" WHERE {self._belongings.key_of(table)} = ? AND {column} IS NULL",
                value,
                key,
            )
        self.erase(identity)

    def erase(self, identity: str) -> None:
        """Take something out of the bin for good."""
        self._database.write("DELETE FROM private_bin WHERE id = ?", identity)

    def erase_all_about(self, person: PersonId) -> None:
        """Take everything about somebody out of the bin for good."""
        self._database.write("DELETE FROM private_bin WHERE person = ?", person)

    def erase_drafts_of(self, conversation: ConversationId) -> None:
        """Take every draft that was dropped of a conversation out of the bin for good."""
        self._database.write(
            f"DELETE FROM private_bin AS b WHERE {_DROPPED_OF}", Thing.DRAFT.value, conversation
        )

    def overwrite_what_is_free(self) -> None:
        """Write the file anew without its free pages; not in a transaction."""
        self._database.compact()

    def _make_way_for(self, draft: Row) -> None:
        latest = self._database.row(
            "SELECT max(version) FROM contract WHERE person = ?", draft["person"]
        )
        if latest is not None and (latest[0] or 0) >= draft["version"]:
            raise Refusal(
                "bin",
                "Another version has been begun since. Change that one; this draft stays here.",
            )
        self._database.write(
            "DELETE FROM summary_paragraph WHERE conversation = ?", draft["conversation"]
        )

    def _find_places(self, rows: Sequence[tuple[str, Row]]) -> None:
        """Let the rows of a table follow what is there, as they stood, if a place was taken."""
        for table in {table for table, row in rows if "seq" in row}:
            ordered = sorted((row for name, row in rows if name == table), key=_place)
            if any(self._is_taken(table, row["seq"]) for row in ordered):
                last = self._database.row(f"SELECT max(seq) FROM {table}")
                for place, row in enumerate(ordered, 1 + (last[0] if last else 0)):
                    row["seq"] = place

    def _insert(self, table: str, row: Row) -> None:
        # What was typed into the same form since is the newer word.
        verb = "INSERT OR IGNORE" if table in HALF_TYPED else "INSERT"
        marks = ", ".join("?" * len(row))
        self._database.write(
            f"{verb} INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values()
        )

    def _is_taken(self, table: str, seq: int) -> bool:
        return self._database.row(f"SELECT 1 FROM {table} WHERE seq = ?", seq) is not None


def _as_text(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    raise TypeError(type(value).__name__)


def _place(row: Row) -> int:
    return int(row["seq"])


def _values(row: Row) -> Row:
    return {
        name: base64.b64decode(value["bytes"]) if isinstance(value, dict) else value
        for name, value in row.items()
    }
