"""Kills Onward's verbs at random moments, a thousand times: ``dev.py soak kills [COUNT [SEED]]``.

While words are written, while a backup is made, an older vault is brought up to date, the
passphrase changes, the whole vault is encrypted again. After each kill the vault opens, both checks
of its file find nothing, and every edit that was acknowledged is there: what the manager sees is
the window as it was, at most without the very edit that was on its way.
"""

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop.storage import migrations
from tests.soak.faults import acts, look, stage
from tests.soak.faults.look import Known, Lost
from tests.soak.faults.stage import Process, Rooms

COUNT = 1000
SEED = 20261122
_LONGEST_S = 0.6
_PATIENCE_S = 30.0
_BEGUN = 0.7
"""The share of kills that come while it is at work; the others may meet it at its opening."""
_FRESH_AFTER = 25
"""A vault is worn so many times; then another one is taken, with new words from the first on."""


@dataclass
class Tally:
    """What came of all the kills."""

    kept: int = 0
    rooms: dict[str, tuple[Path, Known, int]] = field(default_factory=dict)


def kill_once(rooms: Rooms, tally: Tally, act: str, seed: str) -> dict[str, object]:
    """Let an act run for some moments, kill it, and look; Lost if a promise was broken."""
    dice = random.Random(f"moment {seed}")
    room, known, worn = _room(rooms, tally, act, dice)
    process = stage.begin(act, room, known, seed)
    process.start()
    if act != "migrating" and dice.random() < _BEGUN:
        _until_first_word(process)
    # Short and long moments alike: much happens at the beginning.
    process.listen(time.monotonic() + _LONGEST_S * dice.random() ** 2)
    os.kill(process.pid, signal.SIGKILL)
    if process.end() != -signal.SIGKILL:
        raise Lost(f"It ended by itself: {process.said[-1:]}")
    refused = [line for line in process.said if line.startswith("refused")]
    if refused:
        raise Lost(f"A healthy disk refused: {refused[0]}")
    now = look.what_is_left(room, known, process.said, seed)
    kept = len(process.said)
    tally.kept += kept
    tally.rooms[act] = (room, now, worn + 1)
    return {"act": act, "acknowledged": kept}


def _until_first_word(process: Process) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not process.said and time.monotonic() < end:
        if not process.listen(time.monotonic() + 0.002):
            return


def _room(rooms: Rooms, tally: Tally, act: str, dice: random.Random) -> tuple[Path, Known, int]:
    if act == "migrating":
        return (*rooms.fresh(act, dice.randint(1, len(migrations.steps()) - 1)), 0)
    worn = tally.rooms.get(act)
    if worn is None or worn[2] >= _FRESH_AFTER:
        return (*rooms.fresh(act), 0)
    return worn


def soak(count: int, seed: int, among: tuple[str, ...] = acts.OURS) -> str:
    """Kill so many times, the acts in turn; return a closing line. Lost if a promise was broken."""
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        rooms, tally = Rooms(Path(home)), Tally()
        for number in range(count):
            act, here = among[number % len(among)], f"{seed}/{number}"
            try:
                stage.report(seed=here, **kill_once(rooms, tally, act, here))
            except Lost as lost:
                stage.report(seed=here, act=act, lost=str(lost))
                raise
    return f"{count} kills, seed {seed}: {tally.kept} things acknowledged, none of them lost."


def main(argv: list[str]) -> int:
    """Read count, seed and acts from the command line; 1 if a promise was broken."""
    count = int(argv[1]) if len(argv) > 1 else COUNT
    seed = int(argv[2]) if len(argv) > 2 else SEED
    try:
        print(soak(count, seed, tuple(argv[3:]) or acts.OURS))
    except Lost as lost:
        print(f"LOST: {lost}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
