"""A real disk of 8 MB that fills up: ``dev.py soak disk [STEPS [SEED]]``.

A tmpfs, mounted for this run alone (as root, or in a name space of one's own), with a ballast that
leaves some pages of room, then fewer and fewer. Each act begins there, meets the end of the disk
somewhere, and the manager reads that it is full. With the ballast taken away everything that was
called kept is there, the file has no fault, and the work goes on.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.soak.faults import acts, look, stage
from tests.soak.faults.look import Known, Lost
from tests.soak.faults.stage import Rooms

STEPS = 100
SEED = 20261122
SIZE: Final = 8 * 1024 * 1024
_PAGE: Final = 4096
_ROUNDS: Final = {"writing": 12, "changing passphrase": 2}
_NEEDS: Final = {"writing": 14, "changing passphrase": 16}
_NEEDS_MOST: Final = 420
_INSIDE: Final = "--inside"


def why_not() -> str:
    """Say why no small disk can be had here; nothing where one can."""
    if sys.platform != "linux":
        return "only Linux mounts one for a single program"
    tried = subprocess.run(_mounting("true"), capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this system lets nobody mount a disk of their own"


def _mounting(*command: str) -> list[str]:
    script = f'mount -t tmpfs -o size={SIZE} onward /mnt && exec "$@"'
    return ["unshare", "-rm", "sh", "-c", script, "sh", *command]


def soak(steps: int, seed: int, among: tuple[str, ...], disk: Path) -> str:
    """Fill the disk to so many different degrees for each act; return a closing line."""
    tried, refused, read = 0, 0, set[str]()
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        rooms = Rooms(Path(home))
        for act in among:
            most = _NEEDS.get(act, _NEEDS_MOST)
            for step in range(steps):
                pages = most * step // steps
                here: dict[str, object] = {"seed": seed, "act": act, "pages": pages}
                try:
                    said = _play(rooms, act, str(seed), disk, pages)
                except Lost as lost:
                    stage.report(**here, lost=str(lost))
                    raise
                tried, refused = tried + 1, refused + bool(said)
                read.update(said)
                stage.report(**here, read=said)
    return f"{tried} full disks, {refused} of them told, seed {seed}: nothing lost."


def _play(rooms: Rooms, act: str, seed: str, disk: Path, pages: int) -> list[str]:
    version = 20 if act == "migrating" else None
    room, known = rooms.fresh("room", version)
    _move(room, disk)
    ballast = disk / "ballast"
    _leave(ballast, disk, pages)
    before = Known(dict(known.stands))
    process = stage.begin(act, disk, before, seed, _ROUNDS.get(act, 1))
    process.start()
    if process.end() != 0:
        raise Lost(f"It ended without a sentence: {process.said[-1:]}")
    ballast.unlink()
    look.what_is_left(disk, before, process.said, seed)
    return sorted({line for line in process.said if line.startswith("refused")})


def _move(room: Path, disk: Path) -> None:
    subprocess.run(["rm", "-rf", disk / "vault"], check=True)
    subprocess.run(["cp", "-a", room / "vault", disk / "vault"], check=True)


def _leave(ballast: Path, disk: Path, pages: int) -> None:
    """Fill a disk until only some pages are free."""
    with ballast.open("wb") as file:
        free = os.statvfs(disk)
        room = free.f_bavail * free.f_frsize // _PAGE - pages
        file.write(bytes(max(0, room) * _PAGE))


def main(argv: list[str]) -> int:
    """Read steps and seed from the command line; 1 if a promise was broken."""
    if _INSIDE not in argv:
        if reason := why_not():
            print(f"Not possible on this computer: {reason}.")
            return 2
        again = (sys.executable, "-m", "tests.soak.faults.small_disk", *argv[1:], _INSIDE)
        return subprocess.run(_mounting(*again), check=False).returncode
    argv = [word for word in argv if word != _INSIDE]
    steps = int(argv[1]) if len(argv) > 1 else STEPS
    seed = int(argv[2]) if len(argv) > 2 else SEED
    try:
        print(soak(steps, seed, tuple(argv[3:]) or acts.OURS, Path("/mnt")))
    except Lost as lost:
        print(f"LOST: {lost}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
