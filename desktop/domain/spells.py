"""Whether the vault that stands here is the one this computer saw last, or another line of it.

A spell is one opening of the vault in which something was written; it is numbered within the file
and counts its changes. The file carries all of them, this computer remembers the last it saw.
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a vault had come: its last spell, that spell's place, and the changes in it."""

    spell: str
    number: int
    changes: int


class Drift(Enum):
    """What became of a vault since this computer saw it."""

    NONE = "none"
    OLDER = "older"
    APART = "apart"


def drift(seen: Mark | None, stands: Mark | None, changes_of_seen: int | None) -> Drift:
    """Compare what this computer remembers with the file that ``stands`` here.

    ``changes_of_seen`` is what the file says of the remembered spell, None where it does not know
    it. Looks at no clock. Source: security.md, rows 7 and 10.
    """
    if seen is None or (changes_of_seen or 0) >= seen.changes:
        return Drift.NONE
    if stands is None or stands.number < seen.number or stands.spell == seen.spell:
        return Drift.OLDER
    return Drift.APART
