"""The real program in its real processes, with the robot inside each."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[2]
INSIDE = Path(__file__).parent / "robot_inside"
_PATIENCE_S = 180.0
"""A busy machine may take a minute to derive a key and to paint; what is broken never comes."""

T = TypeVar("T")


class Program:
    """Starts Onward over a vault folder and speaks with whichever window stands."""

    def __init__(
        self,
        vault: Path,
        scratch: Path,
        before: tuple[str, ...] = (),
        screen: Mapping[str, str] | None = None,
    ) -> None:
        """``before`` is a command that runs the program, such as strace.

        It draws into memory, or on a ``screen`` (see ``helpers/screen.py``).
        """
        self._sockets = scratch
        self._stderr = scratch / "stderr"
        self.root = ROOT
        self.command = [sys.executable, "-m", "desktop", "--vault", str(vault)]
        self.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join([str(INSIDE), str(ROOT)]),
            "ONWARD_ROBOT": str(scratch),
            "HOME": str(scratch),
            "TMPDIR": str(scratch),
            "XDG_RUNTIME_DIR": str(scratch),
            **(screen or {}),
        }
        with self._stderr.open("wb") as stderr:
            self.first = subprocess.Popen(
                [*before, *self.command],
                cwd=ROOT,
                env=self.environment,
                stderr=stderr,
            )

    def pid(self) -> int:
        """Return the process whose window stands; waits until exactly one does."""
        return self.wait(self._only_window)

    def do(self, verb: str, *arguments: object, pid: int | None = None) -> Any:
        """Ask the robot in the process whose window stands; AssertionError with its words."""
        with self._call(pid or self.pid()) as robot:
            robot.send((verb, arguments))
            done, value = robot.recv()
        assert done, value
        return value

    def until_it_reads(self, text: str) -> None:
        """Wait until a text stands on the screen."""

        def reads() -> bool | None:
            return self.do("reads", text) or None

        self.wait(reads)

    def wait(self, look: Callable[[], T | None]) -> T:
        """Return the first thing that is seen; AssertionError with the screen in the end."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            try:
                seen = look()
            except (OSError, EOFError, AssertionError):
                seen = None
            if seen is not None:
                return seen
            time.sleep(0.02)
        raise AssertionError(f"Nothing came.\n{self._screens()}\nStandard error:\n{self.said()}")

    def _screens(self) -> str:
        """Return what every window shows, for the message of a test."""
        shown = []
        for pid in self.pids():
            with self._call(pid) as robot:
                robot.send(("screen", ()))
                shown.append(f"Process {pid}:\n{robot.recv()[1]}")
        return "\n".join(shown)

    def said(self) -> str:
        """Return what any of the processes wrote to standard error."""
        return self._stderr.read_text(encoding="utf-8", errors="replace")

    def pids(self) -> list[int]:
        """Return the processes that are alive."""
        found = [(int(path.stem), path) for path in self._sockets.glob("*.socket")]
        return [pid for pid, path in found if _alive(pid) and _opened(pid, path)]

    def end(self) -> None:
        """End every process of this program, and wait until it has let go of the vault."""
        ended = {*self.pids(), self.first.pid}
        for pid in ended:
            if _alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.first.wait(timeout=10)
        for pid in ended:
            self.wait_until_gone(pid)

    def wait_until_gone(self, pid: int) -> None:
        """Wait until a killed process has let go of everything it held."""
        self.wait(lambda: True if not _alive(pid) else None)

    def _only_window(self) -> int | None:
        standing = [pid for pid in self.pids() if self._windows(pid)]
        return standing[0] if len(standing) == 1 else None

    def _windows(self, pid: int) -> list[str]:
        try:
            with self._call(pid) as robot:
                robot.send(("windows", ()))
                _done, titles = robot.recv()
                return list(titles)
        except (OSError, EOFError):
            return []

    def _call(self, pid: int) -> "Connection[Any, Any]":
        return Client(str(self._sockets / f"{pid}.socket"), "AF_UNIX")


def _opened(pid: int, socket: Path) -> bool:
    """Return whether the process is old enough to have opened it; a number may come again.

    A stranger that was given the number of one long dead must not be ended for it.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
        opened = socket.stat().st_mtime
    except OSError:
        return False
    began = int(stat.rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return time.time() - (up - began) <= opened + 0.1


def _alive(pid: int) -> bool:
    """Return whether one thread still runs: until the last has gone, the vault stays locked."""
    threads = Path(f"/proc/{pid}/task").glob("*/stat")
    return any(_state(thread) not in ("Z", "X") for thread in threads)


def _state(stat: Path) -> str:
    try:
        return stat.read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "X"
