"""The shelf of what has left the vault."""

from datetime import datetime
from typing import Any

from desktop.domain.ids import ContractId, ConversationId, ShareId
from desktop.domain.shared.shares import Share, Way
from desktop.storage.database import Database

_COLUMNS = "id, conversation, contract, way, at, sha256"


class SharesShelf:
    """Gives and takes the record of shares (product F6)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, share: Share, page: bytes) -> None:
        """Note one share with the very bytes that left."""
        self._database.write(
            f"INSERT INTO share ({_COLUMNS}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
            share.id,
            share.conversation,
            share.contract,
            share.way.value,
            share.at.isoformat(),
            share.sha256,
            page,
        )

    def of(self, conversation: ConversationId) -> tuple[Share, ...]:
        """Return what was shared of a conversation, the latest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM share WHERE conversation = ? ORDER BY seq DESC", conversation
        )
        return tuple(_share(row) for row in rows)

    def conversations(self) -> frozenset[ConversationId]:
        """Return the conversations of which anything was shared."""
        rows = self._database.rows("SELECT DISTINCT conversation FROM share")
        return frozenset(ConversationId(conversation) for (conversation,) in rows)


def _share(row: tuple[Any, ...]) -> Share:
    identity, conversation, contract, way, at, fingerprint = row
    return Share(
        id=ShareId(identity),
        conversation=ConversationId(conversation),
        contract=ContractId(contract),
        way=Way(way),
        at=datetime.fromisoformat(at),
        sha256=fingerprint,
    )
