"""Cuts the power, on paper: ``dev.py soak power [STATES [SEED]]``, 5,000 states.

Every act is played once under strace. Then, at random moments of it, the disk is laid out as a
power cut could have left it (see ``written``), and opened. Everything that was acknowledged by then
is there and the file has no fault: what the manager sees is the window as it was.
"""

import hashlib
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count as count_up
from itertools import islice
from pathlib import Path
from typing import Final

from tests.soak.faults import acts, look, stage, strace
from tests.soak.faults.look import Known, Lost
from tests.soak.faults.stage import Rooms
from tests.soak.faults.written import CALLS, Replay

STATES = 5000
SEED = 20261122
_ROUNDS: Final = {"writing": 16, "changing passphrase": 3, "keys unsynced": 3}
_OLD: Final = 20
_LONGEST_CALL: Final = 50_000_000
_OF_EACH: Final = 300
_MEMORY: Final = Path("/dev/shm")


class Act:
    """One act, played once and written down."""

    def __init__(self, home: Path, act: str, seed: str) -> None:
        self.name, self.seed = act, seed
        version = _OLD if act == "migrating" else None
        self._rounds = _ROUNDS.get(act, 3 if act == "in the librarys own way" else 1)
        self.room, self.known = Rooms(home / "rooms").fresh("room", version)
        self._before = home / "before"
        shutil.copytree(self.room, self._before)
        self._trace = home / "trace"
        self._left = home / "left"
        process = stage.begin(act, self.room, self.known, seed, self._rounds)
        options = ("-xx", "-s", str(_LONGEST_CALL), "-e", f"trace={CALLS}", "-o", str(self._trace))
        with strace.watching(process, *options):
            if process.end() != 0:
                raise Lost(f"It ended without a sentence: {process.said[-1:]}")
        self.calls = sum(1 for _ in self._replay())

    def states(self, count: int) -> Iterator[dict[str, object]]:
        """Look at so many different states after a power cut; Lost where a promise was broken."""
        dice = random.Random(f"power {self.seed}")
        wanted = [dice.randint(1, self.calls) for _ in range(count)]
        seen = set[bytes]()
        replay = self._replay()
        for call in replay:
            for number in range(wanted.count(call)):
                seed = f"{self.seed}/{call}/{number}"
                digest = self._lay_out(replay, seed)
                if digest in seen:
                    continue
                seen.add(digest)
                yield self._look(replay, seed)

    def _look(self, replay: Replay, seed: str) -> dict[str, object]:
        here: dict[str, object] = {"seed": seed, "act": self.name, "acknowledged": len(replay.said)}
        before = Known(dict(self.known.stands), self.known.key, self.known.phrase)
        try:
            look.what_is_left(self._left, before, replay.said, self.seed)
        except Lost as lost:
            return {**here, "lost": str(lost)}
        return here

    def _replay(self) -> Replay:
        shutil.rmtree(self.room, ignore_errors=True)
        shutil.copytree(self._before, self.room)
        return Replay(self.room, self._trace)

    def _lay_out(self, replay: Replay, seed: str) -> bytes:
        """Put what a power cut left into a room of its own; return a digest of it."""
        shutil.rmtree(self._left, ignore_errors=True)
        digest = hashlib.sha256(str(len(replay.said)).encode())
        for path, content in sorted(replay.disk.left(random.Random(seed)).items()):
            place = self._left / Path(path).relative_to(self.room)
            digest.update(f"{place} {content is None}".encode())
            if content is None:
                place.mkdir(parents=True, exist_ok=True)
                continue
            digest.update(content)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return digest.digest()


def soak(count: int, seed: int, among: tuple[str, ...] = acts.OURS) -> str:
    """Look at so many different states; return a closing line. Lost, at the end, if any was bad."""
    looked, lost = 0, list[str]()
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="onward-soak-", dir=place) as home:
        for number, name in enumerate(among):
            share = count // len(among) + (number < count % len(among))
            for found in islice(_states(Path(home), name, seed, share), share):
                stage.report(**found)
                looked += 1
                lost += [str(found["lost"])] if "lost" in found else []
    if lost:
        raise Lost(f"{len(lost)} of {looked} states broke a promise, the first: {lost[0]}")
    return f"{looked} different states after a power cut, seed {seed}: nothing lost."


def _states(home: Path, name: str, seed: int, share: int) -> Iterator[dict[str, object]]:
    """Play an act again and again, each time with other dice, and yield the states of each."""
    for turn in count_up():
        room = home / f"{name} {turn}"
        room.mkdir()
        yield from Act(room, name, f"{seed}.{turn}").states(min(share, _OF_EACH))
        shutil.rmtree(room)


def main(argv: list[str]) -> int:
    """Read count, seed and acts from the command line; 1 if a promise was broken."""
    count = int(argv[1]) if len(argv) > 1 else STATES
    seed = int(argv[2]) if len(argv) > 2 else SEED
    if reason := strace.why_not():
        print(f"Not possible on this computer: {reason}.")
        return 2
    try:
        print(soak(count, seed, tuple(argv[3:]) or acts.OURS))
    except Lost as lost:
        print(f"LOST: {lost}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
