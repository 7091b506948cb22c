"""What a person changed in their copy of the contract: the plan is theirs (product F8)."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from desktop.domain.shared.commitments import Commitment, Owner
from desktop.domain.shared.contract import Contract

ALIKE = 0.6
"""How alike two lines are, from 0 to 1, when one is the other reworded."""


class Corrected(StrEnum):
    """What they did with a line."""

    NEW = "new"
    REWORDED = "reworded"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class CopiedLine:
    """A commitment as it stands in their copy."""

    owner: Owner
    what: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Correction:
    """One change; ``before`` is the line as it was agreed, ``line`` as they have it now."""

    kind: Corrected
    line: CopiedLine
    before: Commitment | None = None


@dataclass(frozen=True, slots=True)
class CopiedPage:
    """What stands in their copy; a part that it does not have says nothing and is None.

    ``owners`` are the sides whose list stands there; ``review`` is what and the month; paragraphs
    keep the line breaks that were typed into them.
    """

    lines: tuple[CopiedLine, ...] = ()
    owners: frozenset[Owner] = frozenset()
    summary: tuple[str, ...] | None = None
    review: tuple[str, date | None] | None = None
    question: str | None = None
    following: date | None = None

    def __bool__(self) -> bool:
        """Whether any part of the page was found in it."""
        parts = (self.summary, self.review, self.question, self.following)
        return bool(self.owners) or any(part is not None for part in parts)


def corrections(agreed: Contract, copy: CopiedPage) -> tuple[Correction, ...]:
    """Compare the commitments of their copy with the version they were sent."""
    left = [c for c in agreed.commitments if c.owner in copy.owners]
    found: list[Correction] = []
    rest: list[CopiedLine] = []
    for line in copy.lines:
        same = next((c for c in left if _of(c) == line), None)
        if same is None:
            rest.append(line)
        else:
            left.remove(same)
    for line in rest:
        near = max((c for c in left if c.owner is line.owner), key=_likeness(line), default=None)
        if near is not None and _likeness(line)(near) >= ALIKE:
            left.remove(near)
            found.append(Correction(Corrected.REWORDED, line, near))
        else:
            found.append(Correction(Corrected.NEW, line))
    gone = (Correction(Corrected.LEFT_OUT, _of(c), c) for c in left if c.owner is not None)
    return (*found, *gone)


def waits(correction: Correction, draft: Contract) -> bool:
    """Return whether the draft does not have it yet."""
    before = correction.before
    if correction.kind is Corrected.LEFT_OUT:
        return before is not None and any(c.id == before.id for c in draft.commitments)
    return not any(stands_as(correction, c) for c in draft.commitments)


def stands_as(correction: Correction, commitment: Commitment) -> bool:
    """Return whether a commitment stands as they have it; a date they left alone may move on."""
    line, now, before = correction.line, _of(commitment), correction.before
    left_alone = before is not None and line.due == before.due
    return (line.owner, line.what) == (now.owner, now.what) and (left_alone or line.due == now.due)


def _of(commitment: Commitment) -> CopiedLine:
    return CopiedLine(
        commitment.owner or Owner.PERSON, " ".join(commitment.what.split()), commitment.due
    )


class _likeness:  # noqa: N801
    """Measures how alike a commitment is to a line."""

    def __init__(self, line: CopiedLine) -> None:
        self._line = line

    def __call__(self, commitment: Commitment) -> float:
        one, other = self._line.what.casefold(), commitment.what.casefold()
        return SequenceMatcher(None, one, other).ratio()
