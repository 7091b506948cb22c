"""The shelf of drafts as they stood when they were sent to be looked over."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId
from desktop.domain.shared.commitments import Commitment, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.summary import Paragraph
from desktop.storage.database import Database, Reader


class DraftsThatLeftReader:
    """Gives them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of(self, contract: Contract) -> tuple[Contract, tuple[Paragraph, ...]] | None:
        """Return a version and its summary as they last left to be looked over, if they did."""
        row = self._reader.row(
            "SELECT content FROM draft_that_left WHERE contract = ?", contract.id
        )
        return _read(contract, json.loads(row[0])) if row else None

    def when(self, contract: Contract) -> datetime | None:
        """Return when a version last left to be looked over."""
        row = self._reader.row("SELECT at FROM draft_that_left WHERE contract = ?", contract.id)
        return datetime.fromisoformat(row[0]) if row else None

    def not_agreed(self) -> tuple[tuple[ConversationId, datetime], ...]:
        """Return which drafts left and when, the oldest first; none that a later one overtook."""
        rows = self._reader.rows(
            "SELECT c.conversation, d.at FROM draft_that_left AS d"
            " JOIN contract AS c ON c.id = d.contract"
            " WHERE c.agreed IS NULL AND NOT EXISTS (SELECT 1 FROM contract AS later"
            " WHERE later.person = c.person AND later.agreed IS NOT NULL"
            " AND later.version > c.version) ORDER BY julianday(d.at)"
        )
        return tuple((ConversationId(which), datetime.fromisoformat(at)) for which, at in rows)


class DraftsThatLeftShelf(DraftsThatLeftReader):
    """Gives and takes them."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put(self, draft: Contract, summary: Sequence[Paragraph], at: datetime) -> None:
        """Keep a draft as it stands, in the place of what left of it before."""
        self._database.write(
            "INSERT INTO draft_that_left (contract, content, at) VALUES (?, ?, ?)"
            " ON CONFLICT (contract) DO UPDATE SET content = excluded.content, at = excluded.at",
            draft.id,
            json.dumps(_written(draft, summary), ensure_ascii=False),
            at.isoformat(),
        )


def _written(draft: Contract, summary: Sequence[Paragraph]) -> dict[str, Any]:
    return {
        "review": draft.review,
        "review_month": _text(draft.review_month),
        "open_question": draft.open_question,
        "next_conversation": _text(draft.next_conversation),
        "commitments": [[c.id, c.owner, c.what, _text(c.due)] for c in draft.commitments],
        "summary": [[p.id, p.text] for p in summary],
    }


def _read(contract: Contract, kept: dict[str, Any]) -> tuple[Contract, tuple[Paragraph, ...]]:
    draft = replace(
        contract,
        agreed=None,
        review=kept["review"],
        review_month=_date(kept["review_month"]),
        open_question=kept["open_question"],
        next_conversation=_date(kept["next_conversation"]),
        commitments=tuple(
            Commitment(CommitmentId(identity), Owner(owner) if owner else None, what, _date(due))
            for identity, owner, what, due in kept["commitments"]
        ),
    )
    summary = tuple(
        Paragraph(ParagraphId(identity), contract.conversation, text)
        for identity, text in kept["summary"]
    )
    return draft, summary


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
