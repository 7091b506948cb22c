"""A vault folder that two computers share says who has it open: one small file for each computer.

The lock of ``lockfile`` ends at this computer; a folder that is synchronised needs words in it. A
file carries random marks, the moment by that computer's own clock, and a beat that rises while it
works: whether it still does is told by whether the beat moves, never by comparing clocks. No
computer ever writes the file of another, so that synchronising makes no conflict of it.
Source: product A7, security.md row 10.
"""

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble
from desktop.domain.ids import fresh
from desktop.vault.durable import clear_unfinished, write_durably

_NAME: Final = re.compile(r"open-on-([0-9a-f]{32})\.json")


@dataclass(frozen=True, slots=True)
class Marker:
    """One computer that says it has the vault open; ``since`` is what its own clock said.

    ``over`` are the openings elsewhere that were knowingly passed over for this one.
    """

    computer: str
    opening: str
    since: datetime | None
    beat: int
    over: tuple[str, ...] = ()


class OpenElsewhere(Trouble):
    """Another computer has the vault open, or was stopped while it had."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This vault is open on another computer.",
            what_is_safe="Your notes are untouched.",
            what_to_do="Lock it or close Onward there, and wait until the folder has caught up.",
        )


class HeldElsewhere(Trouble):
    """Another computer has the vault open, and its disk keeps everybody else out."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This vault is open on another computer that works on the same disk, "
            "so it cannot be taken over from here.",
            what_is_safe="Your notes are untouched.",
            what_to_do="Lock it or close Onward there, then try again.",
        )


def others(folder: Path, computer: str) -> tuple[Marker, ...]:
    """Return the other computers that say they have the vault open; a folder nobody reads: none."""
    found = []
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            match = _NAME.fullmatch(path.name)
            if match and match[1] != computer:
                found.append(_read(path, match[1]))
    return tuple(found)


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return every such file in a folder, of whatever computer."""
    return tuple(sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name)))


class Claim:
    """This computer's own file in a vault folder, as long as it has the vault open."""

    def __init__(
        self, folder: Path, computer: str, now: datetime, over: tuple[Marker, ...]
    ) -> None:
        """Say that the vault is open here; ``over`` are the others that were passed over.

        A folder that does not take the file is no reason to stay closed.
        """
        self._path = folder / f"open-on-{computer}.json"
        self._folder = folder
        passed = tuple(marker.opening for marker in over)
        self._marker = Marker(computer, fresh(), now, 0, passed)
        for marker in over:
            with suppress(OSError):
                (folder / f"open-on-{marker.computer}.json").unlink()
        self._write()

    def beat(self) -> bool:
        """Give a sign of life; False if another computer has opened the vault meanwhile."""
        mine = self._marker
        strangers = others(self._folder, mine.computer)
        if any(each.opening not in mine.over for each in strangers):
            return False
        self._marker = Marker(mine.computer, mine.opening, mine.since, mine.beat + 1, mine.over)
        self._write()
        return True

    def release(self) -> None:
        """Let other computers have the vault."""
        clear_unfinished(self._path)
        with suppress(OSError):
            self._path.unlink()

    def _write(self) -> None:
        marker = self._marker
        said = {**asdict(marker), "since": marker.since and marker.since.isoformat()}
        with suppress(Trouble):
            write_durably(self._path, json.dumps(said, sort_keys=True).encode("ascii"))


def _read(path: Path, computer: str) -> Marker:
    """Read a marker; one that arrived in halves still says that the vault is open there."""
    try:
        said = json.loads(path.read_bytes())
        return Marker(
            computer,
            str(said["opening"]),
            datetime.fromisoformat(said["since"]),
            int(said["beat"]),
            tuple(str(each) for each in said["over"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Marker(computer, f"unread {computer}", None, 0)
