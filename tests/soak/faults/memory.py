"""Takes the memory away step by step: ``dev.py soak memory [STEPS [SEED]]``.

First SQLite's own (``PRAGMA hard_heap_limit``), then the whole process's (``RLIMIT_AS``), down to
where nothing can be done any more. What the manager sees is a sentence; what was called kept is
there afterwards, and the file has no fault.
"""

import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

from tests.soak.faults import acts, look, stage
from tests.soak.faults.look import Known, Lost
from tests.soak.faults.stage import Rooms

STEPS = 40
SEED = 20261122
_HEAP: Final = (4_000_000, 20_000)
_ROOM: Final = (24_000_000, 0)
_ROUNDS: Final = 10
_ONCE: Final = ("backing up", "migrating", "renewing")


def heap(limit: int) -> None:
    """Let SQLite in this process take no more than some bytes; that is never taken back."""
    sqlcipher.connect(":memory:").execute(f"PRAGMA hard_heap_limit = {limit}")


def room(more: int) -> None:
    """Let this process grow by no more than some bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def limits(steps: int) -> list[tuple[str, int, Callable[[], None]]]:
    """Return the limits that are tried, the widest first, each kind on a curve of its own."""
    found: list[tuple[str, int, Callable[[], None]]] = []
    for name, (widest, tightest), limit in (("heap", _HEAP, heap), ("process", _ROOM, room)):
        for step in range(steps):
            size = int(tightest + (widest - tightest) * (1 - step / max(1, steps - 1)) ** 3)
            found.append((name, size, partial(limit, size)))
    return found


def soak(steps: int, seed: int, among: tuple[str, ...]) -> str:
    """Try every limit on every act; return a closing line. Lost if a promise was broken."""
    read = set[str]()
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        rooms = Rooms(Path(home))
        for act in among:
            for name, size, limit in limits(steps):
                here: dict[str, object] = {"seed": seed, "act": act, "limit": name, "bytes": size}
                try:
                    said = _play(rooms, act, str(seed), limit)
                except Lost as lost:
                    stage.report(**here, lost=str(lost))
                    raise
                read.update(said)
                stage.report(**here, read=said)
    return (
        f"{2 * steps * len(among)} limits, seed {seed}: nothing lost, {len(read)} sentences read."
    )


def _play(rooms: Rooms, act: str, seed: str, limit: Callable[[], None]) -> list[str]:
    version = 20 if act == "migrating" else None
    place, known = rooms.fresh("room", version)
    before = Known(dict(known.stands))
    rounds = 1 if act in _ONCE else _ROUNDS
    process = stage.begin(act, place, before, seed, rounds, limit)
    process.start()
    if process.end() != 0:
        raise Lost(f"It ended without a sentence ({process.status}): {process.said[-1:]}")
    look.what_is_left(place, before, process.said, seed)
    return sorted({line for line in process.said if line.startswith("refused")})


def main(argv: list[str]) -> int:
    """Read steps and seed from the command line; 1 if a promise was broken."""
    steps = int(argv[1]) if len(argv) > 1 else STEPS
    seed = int(argv[2]) if len(argv) > 2 else SEED
    try:
        print(soak(steps, seed, tuple(argv[3:]) or acts.OURS))
    except Lost as lost:
        print(f"LOST: {lost}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
