"""A fault at every single call to the disk: ``dev.py soak calls [EVERY [SEED [ACT …]]]``.

One act after the other is played once and its calls counted; then it is played again for each of
them, with that call killing the process (SIGKILL), failing because the disk is full from there on
(ENOSPC), or failing once or from there on with an I/O error (EIO). With EVERY above 1 only every
so-manieth call gets its turn; after ACT may follow the one fault and the one call to play.

After a kill the window opens as it was. After an error the manager has read a sentence: what
happened, what is safe, what to do; and the vault, on a healthy disk, holds every edit that was
called kept, none of them twice.
"""

import signal
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.soak.faults import acts, look, stage, strace
from tests.soak.faults.look import Known, Lost
from tests.soak.faults.stage import Process, Rooms

SEED = 20261122
SYNCS: Final = ("fsync", "fdatasync")
NAMES: Final = ("rename", "renameat", "renameat2", "unlink", "rmdir")
_ROUNDS: Final = {"writing": 8, "migrating": 1, "changing passphrase": 2}
_OLD: Final = 20
"""The schema version that is brought up to date: some steps, and a backup before them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at a call: ``how`` in strace's words, on which calls, once or from then on."""

    name: str
    how: str
    calls: tuple[str, ...]
    on: bool = False

    def upon(self, call: str, number: int) -> tuple[str, ...]:
        """Return strace's options for this fault at the so-manieth call of its kind."""
        when = f"when={number}{'+' if self.on else ''}"
        return ("-e", f"trace={call}", "-e", f"inject={call}:{self.how}:{when}", "-o", "/dev/null")


FAULTS: Final = (
    Fault("killed", "signal=SIGKILL", ("pwrite64", "write", "ftruncate", *SYNCS, *NAMES)),
    Fault("disk full", "error=ENOSPC", ("pwrite64", "write"), on=True),
    Fault("one I/O error", "error=EIO", ("pwrite64", "write", "ftruncate", *SYNCS)),
    Fault("lasting I/O errors", "error=EIO", ("pwrite64", "write", "ftruncate", *SYNCS), on=True),
)


class Calls:
    """Plays acts with faults, each in a room of its own."""

    def __init__(self, home: Path, seed: int) -> None:
        self._home = home
        self._rooms = Rooms(home)
        self._seed = str(seed)

    def counted(self, act: str) -> dict[str, int]:
        """Play an act with nothing in its way; return how often it made each call."""
        trace = self._home / "trace"
        which = ",".join({call for fault in FAULTS for call in fault.calls})
        room, known, process = self._begin(act)
        with strace.watching(process, "-e", f"trace={which}", "-o", str(trace)):
            _ended_well(process)
        look.what_is_left(room, known, process.said, self._seed)
        return dict(strace.calls_in(trace))

    def play(self, act: str, fault: Fault, call: str, number: int) -> list[str]:
        """Play an act with one fault; return what the manager read. Lost if a promise broke."""
        room, known, process = self._begin(act)
        with strace.watching(process, *fault.upon(call, number)):
            if fault.name == "killed":
                if process.end() != -signal.SIGKILL:
                    raise Lost(f"It was not killed: {process.said[-1:]}")
            else:
                _ended_well(process)
        look.what_is_left(room, known, process.said, self._seed)
        return sorted({line for line in process.said if line.startswith("refused")})

    def _begin(self, act: str) -> tuple[Path, Known, Process]:
        version = _OLD if act == "migrating" else None
        room, known = self._rooms.fresh("room", version)
        return room, known, stage.begin(act, room, known, self._seed, _ROUNDS.get(act, 1))


def _ended_well(process: Process) -> None:
    if process.end() != 0:
        raise Lost(f"It ended without a sentence: {process.said[-1:]}")


def points(counted: dict[str, int], every: int, offset: int) -> Iterator[tuple[Fault, str, int]]:
    """Yield every fault at every call that was counted, or every so-manieth of all of them."""
    place = offset
    for fault in FAULTS:
        for call in fault.calls:
            for number in range(1, counted.get(call, 0) + 1):
                if place % every == 0:
                    yield fault, call, number
                place += 1


def soak(every: int, seed: int, among: tuple[str, ...] = acts.OURS, only: str = "") -> str:
    """Play all of it; return a closing line. Lost, after all of it, if any promise was broken.

    ``only`` is one fault and one call, parted by a space.
    """
    tried, lost, read = 0, list[str](), set[str]()
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        calls = Calls(Path(home), seed)
        for turn, act in enumerate(among):
            for fault, call, number in points(calls.counted(act), every, seed + turn):
                if only not in ("", f"{fault.name} {call}"):
                    continue
                here = {"seed": seed, "act": act, "fault": fault.name, "call": call, "at": number}
                tried += 1
                try:
                    said = calls.play(act, fault, call, number)
                except Lost as error:
                    stage.report(**here, lost=str(error))
                    lost.append(str(error))
                    continue
                read.update(said)
                stage.report(**here, read=said)
    if lost:
        raise Lost(f"{len(lost)} of {tried} faults broke a promise, the first: {lost[0]}")
    return f"{tried} faults, seed {seed}: nothing lost, {len(read)} different sentences read."


def main(argv: list[str]) -> int:
    """Read how thoroughly, the seed and acts from the command line; 1 if a promise was broken."""
    every = int(argv[1]) if len(argv) > 1 else 1
    seed = int(argv[2]) if len(argv) > 2 else SEED
    if reason := strace.why_not():
        print(f"Not possible on this computer: {reason}.")
        return 2
    try:
        print(soak(every, seed, tuple(argv[3:4]) or acts.OURS, " ".join(argv[4:6])))
    except Lost as lost:
        print(f"LOST: {lost}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
