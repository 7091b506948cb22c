"""What changed since the version before, in the order in which one would tell it (product E2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.ids import CommitmentId
from desktop.domain.shared.commitments import Commitment
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.life import Life, Turn


class Became(StrEnum):
    """What a commitment of two versions became between them."""

    KEPT = "kept"
    MOVED = "moved"
    LET_GO = "let go"
    ADDED = "added"
    REWORDED = "reworded"
    CARRIED = "carried"


TOLD = (Became.KEPT, Became.MOVED, Became.LET_GO)
"""What the page tells both sides; all else can be read from the commitments that stand on it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One commitment and what became of it; ``before`` is how the earlier version had it.

    ``reason`` is written for both. ``carried`` counts the times, in a draft and else 0.
    """

    became: Became
    commitment: Commitment
    before: Commitment | None = None
    reason: str = ""
    carried: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """All that changed since ``version``; a question or review is None where it is the same."""

    version: int
    changes: tuple[Change, ...]
    question_before: str | None = None
    review_before: tuple[str, date | None] | None = None

    @property
    def told(self) -> tuple[Change, ...]:
        """What both sides want to read on the page: kept, moved, let go."""
        return tuple(
            change for became in TOLD for change in self.changes if change.became is became
        )

    def __bool__(self) -> bool:
        """Whether anything changed but that things were carried on."""
        real = any(change.became is not Became.CARRIED for change in self.changes)
        return real or self.question_before is not None or self.review_before is not None


def since(
    before: Contract, now: Contract, lives: Mapping[CommitmentId, Life], until: datetime
) -> Since:
    """Compare a version with the agreed one before it; turns after ``until`` do not count."""
    known = {c.id for c in before.commitments}
    added = (c for c in now.commitments if c.id not in known and c.what.strip())
    found = [c for line in before.commitments for c in _became(line, before, now, lives, until)]
    question = before.open_question if before.open_question != now.open_question else None
    review = (before.review, before.review_month)
    return Since(
        version=before.version,
        changes=(*found, *(Change(Became.ADDED, c) for c in added)),
        question_before=question,
        review_before=review if review != (now.review, now.review_month) else None,
    )


def _became(
    line: Commitment,
    before: Contract,
    now: Contract,
    lives: Mapping[CommitmentId, Life],
    until: datetime,
) -> Iterator[Change]:
    was = replace(line, moved_to=None)
    stays = next((c for c in now.commitments if c.id == line.id), None)
    life = lives.get(line.id)
    if stays is None:
        end = life.ended(until=until) if life else None
        kept = end is not None and end.turn is Turn.KEPT
        became = Became.KEPT if kept else Became.LET_GO
        yield Change(became, was, was, end.reason if end else "")
        return
    if stays.due != was.due:
        move = life.last(Turn.MOVED, after=before.agreed, until=until) if life else None
        yield Change(Became.MOVED, stays, was, move.reason if move else "")
    if stays.what != was.what:
        yield Change(Became.REWORDED, stays, was)
    if (stays.due, stays.what) == (was.due, was.what):
        another_talk = now.conversation != before.conversation
        times = life.carried_with(another_talk=another_talk) if life and now.is_draft else 0
        yield Change(Became.CARRIED, stays, was, carried=times)
