"""The shelf of what has left the vault."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop.domain.ids import ContractId, ConversationId, PersonId, ShareId
from desktop.domain.shared.shares import NOBODY, Document, Share, Way
from desktop.storage.database import Database, Reader

_COLUMNS = "id, document, person, conversation, contract, way, at, sha256"


class SharesReader:
    """Gives the record of shares (product F6)."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, conversation: ConversationId) -> tuple[Share, ...]:
        """Return all that left of a conversation, the latest first."""
        return self._shares("conversation = ?", conversation)

    def of_person(self, person: PersonId) -> tuple[Share, ...]:
        """Return all that left about a person, or about nobody, the latest first."""
        return self._shares("person IS ?", person or None)

    def get(self, share: ShareId) -> tuple[Share, bytes]:
        """Return one share and the very bytes that left."""
        row = self._reader.row(f"SELECT {_COLUMNS}, bytes FROM share WHERE id = ?", share)
        if row is None:
            raise KeyError(share)
        return _share(row[:-1]), bytes(row[-1])

    def contents(self, conversation: ConversationId, way: Way) -> tuple[bytes, ...]:
        """Return the very bytes of all that left of a conversation one way, the latest first."""
        rows = self._reader.rows(
            "SELECT bytes FROM share WHERE conversation = ? AND way = ? ORDER BY seq DESC",
            conversation,
            way.value,
        )
        return tuple(bytes(content) for (content,) in rows)

    def conversations(self, among: Sequence[ConversationId]) -> frozenset[ConversationId]:
        """Return those of these conversations whose page has left."""
        rows = self._reader.rows(
            "SELECT DISTINCT conversation, way FROM share"
            f" WHERE conversation IN ({', '.join('?' * len(among))})",
            *among,
        )
        return frozenset(ConversationId(which) for which, way in rows if Way(way).carries_the_page)

    def first_pages(self, among: Sequence[ConversationId]) -> dict[ConversationId, datetime]:
        """Return when the page of each of these conversations left first, where it has."""
        rows = self._reader.rows(
            "SELECT conversation, way, at FROM share"
            f" WHERE conversation IN ({', '.join('?' * len(among))}) ORDER BY julianday(at) DESC",
            *among,
        )
        return {
            ConversationId(which): datetime.fromisoformat(at)
            for which, way, at in rows
            if Way(way).carries_the_page
        }

    def _shares(self, condition: str, value: str | None) -> tuple[Share, ...]:
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM share WHERE {condition} ORDER BY seq DESC", value
        )
        return tuple(_share(row) for row in rows)


class SharesShelf(SharesReader):
    """Gives and takes it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def add(self, share: Share, content: bytes) -> None:
        """Note one share with the very bytes that left."""
        self._database.write(
            f"INSERT INTO share ({_COLUMNS}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            share.id,
            share.document.value,
            share.person or None,
            share.conversation,
            share.contract,
            share.way.value,
            share.at.isoformat(),
            share.sha256,
            content,
        )


def _share(row: tuple[Any, ...]) -> Share:
    identity, document, person, conversation, contract, way, at, fingerprint = row
    return Share(
        id=ShareId(identity),
        document=Document(document),
        person=PersonId(person) if person else NOBODY,
        conversation=ConversationId(conversation) if conversation else None,
        contract=ContractId(contract) if contract else None,
        way=Way(way),
        at=datetime.fromisoformat(at),
        sha256=fingerprint,
    )
