"""The backups that a vault keeps of itself, and which of them may go.

They lie in ``backups`` inside the vault folder and are named by a number that only rises, the day
and the time. Kept are the newest ten and, of those before them, the last one of each of fourteen
days, of five weeks and of twelve months: 41 in all, and never fewer than 30 once there are 30
(security.md, row 8; product A5). Days are only told apart, never compared with today or with each
other, and the order is the order of the numbers: a clock that is years off removes nothing.
"""

import re
import secrets
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.vault import backup_file
from desktop.vault.durable import sync_folder

FOLDER: Final = "backups"
FEWEST: Final = 30
MOST_BYTES: Final = 2 * 1024**3
_NAME: Final = re.compile(r"(\d{6,})-(\d{4}-\d{2}-\d{2})-\d{6}\.zip")
_ASIDE: Final = re.compile(r"\..*\.[0-9a-f]{8}\.(new|check)")


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """One kept backup: ``number`` is its place in the order, ``made`` what the clock said."""

    path: Path
    number: int
    made: datetime
    size: int
    vault_id: str
    epoch: int = 1

    @property
    def day(self) -> date:
        """The day on which it was made, as the clock of that moment had it."""
        return self.made.date()


@dataclass(frozen=True, slots=True)
class _Kept:
    """How many are kept of each kind."""

    newest: int
    days: int
    weeks: int
    months: int


_FULL: Final = _Kept(newest=10, days=14, weeks=5, months=12)
# For vaults so large that their backups do not fit: fewer of each kind, but never less than this.
_LEANER: Final = (
    _Kept(newest=3, days=14, weeks=5, months=12),
    _Kept(newest=3, days=7, weeks=4, months=12),
    _Kept(newest=3, days=7, weeks=4, months=6),
    _Kept(newest=3, days=5, weeks=2, months=6),
    _Kept(newest=3, days=3, weeks=2, months=6),
)


def of_vault(folder: Path, vault_id: str | None = None) -> tuple[RestorePoint, ...]:
    """Return the kept backups in a vault folder, the newest first; all of them, or one vault's.

    Files that are not whole, and files that the person put there, are passed over.
    """
    found = (_point(path) for path in _named(folder / FOLDER))
    mine = [point for point in found if point and vault_id in (None, point.vault_id)]
    return tuple(sorted(mine, key=lambda point: -point.number))


def next_place(folder: Path, now: datetime) -> Path:
    """Return where the next backup goes: one higher than every number there, of whatever vault."""
    numbers = [int(match[1]) for path in _named(folder / FOLDER) if (match := _match(path))]
    return folder / FOLDER / f"{max(numbers, default=0) + 1:06d}-{now:%Y-%m-%d-%H%M%S}.zip"


def rescued(folder: Path, now: datetime) -> Path:
    """Return where a backup of what a damaged vault still gives goes; it is never thinned out."""
    return folder / FOLDER / f"what-could-be-read-{now:%Y-%m-%d-%H%M%S}.zip"


def surplus(
    points: Sequence[RestorePoint], most_bytes: int = MOST_BYTES
) -> tuple[RestorePoint, ...]:
    """Return the points that may go, given all of one vault. Looks at no clock.

    Where those kept would take more than ``most_bytes`` together, fewer of each kind stay: at the
    least the newest three and the last ones of three days, two weeks and six months.
    """
    newest_first = sorted(points, key=lambda point: -point.number)
    kept = _kept(newest_first, _FULL)
    redundant = [point.number for point in newest_first if point.number not in kept]
    kept |= set(redundant[: max(0, FEWEST - len(kept))])
    for leaner in _LEANER:
        if sum(point.size for point in newest_first if point.number in kept) <= most_bytes:
            break
        kept = _kept(newest_first, leaner)
    return tuple(point for point in newest_first if point.number not in kept)


def make_folder(folder: Path) -> None:
    """Make the folder for the backups in a vault folder, for its owner only; Trouble if not."""
    try:
        if not (folder / FOLDER).exists():
            (folder / FOLDER).mkdir(mode=0o700)
            sync_folder(folder)
    except OSError as error:
        raise backup_file.cannot_write(error) from error


def is_ours(path: Path) -> bool:
    """Say whether a file among the backups was named by Onward, finished or not."""
    return path.is_file() and bool(_match(path) or _ASIDE.fullmatch(path.name))


def aside(path: Path, why: str) -> Path:
    """Return a hidden name beside a backup for a file that is ``new``, or there for a ``check``."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.{why}")


def clear_aside(folder: Path, name: str = "") -> None:
    """Remove what was left in a folder when the machine stopped; of one backup, or of all."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(f".{name}") and _ASIDE.fullmatch(path.name):
                path.unlink()


def _kept(newest_first: Sequence[RestorePoint], how_many: _Kept) -> set[int]:
    """Return the numbers of those kept; each kind chooses among what the kinds before it left."""
    kept = {point.number for point in newest_first[: how_many.newest]}
    for label, count in (
        (_day, how_many.days),
        (_week, how_many.weeks),
        (_month, how_many.months),
    ):
        before = [point for point in newest_first if point.number not in kept]
        kept |= _last_of_each(before, label, count)
    return kept


def _last_of_each(
    newest_first: Sequence[RestorePoint], label: Callable[[RestorePoint], Hashable], count: int
) -> set[int]:
    """Return the number of the last point under each of the latest ``count`` labels.

    The last and not the first: points come from the finer kind in the order in which they were
    made, so that the last of a period has been kept all along when the period is over.
    """
    last: dict[Hashable, int] = {}
    for point in newest_first:
        last.setdefault(label(point), point.number)
    return set(list(last.values())[:count])


def _day(point: RestorePoint) -> Hashable:
    return point.day


def _week(point: RestorePoint) -> Hashable:
    return point.day.isocalendar()[:2]


def _month(point: RestorePoint) -> Hashable:
    return point.day.year, point.day.month


def _named(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if _match(path))


def _match(path: Path) -> re.Match[str] | None:
    return _NAME.fullmatch(path.name)


def _point(path: Path) -> RestorePoint | None:
    match = _match(path)
    try:
        label = backup_file.read(path)
    except Trouble:
        return None
    if match is None:
        return None
    keys = label.keys
    return RestorePoint(path, int(match[1]), label.made, label.size, keys.vault_id, keys.epoch)
