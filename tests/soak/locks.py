"""Locks a hundred times and searches all memory: ``dev.py soak locks [COUNT [SEED]]``.

Words are typed, taken back, copied; then comes a lock: Ctrl+L, sleep, the session's lock, another
user, the screen saver, or a quiet minute (every tenth time, since it takes one). Within two seconds
no process of the program holds a copy of the words, of the passphrase, or of the data key, raw or
in hexadecimal digits.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.services import conversations, people, settings, vaults
from desktop.session import Session
from desktop.vault import derivation, unlocking
from desktop.vault.keyfile import to_bytes
from tests.helpers import memory
from tests.helpers.bus import a_bus
from tests.helpers.canary import canary
from tests.helpers.clock import Clock
from tests.helpers.logind import Logind
from tests.helpers.program import Program
from tests.soak.faults.stage import report

COUNT = 100
SEED = 20261122
WITHIN_S: Final = 2.0
WAYS: Final = ("Ctrl+L", "sleep", "lock", "leave", "saver")
QUIET: Final = "a quiet minute"
_EVERY_TENTH: Final = 10
_UNHURRIED: Final = "--unhurried"
"""On a busy machine nothing may be left either, but it may take its time."""


class Left(AssertionError):
    """A copy was left in memory, or a lock took too long."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must be gone after a lock."""

    words: str
    passphrase: str
    key: bytes

    def copies(self, pids: list[int]) -> dict[str, int]:
        """Count the copies of each in the memory of some processes."""
        return {
            "words": memory.copies_in_memory(pids, self.words),
            "passphrase": memory.copies_in_memory(pids, self.passphrase),
            "key": memory.copies_of(pids, self.key),
            "key in digits": memory.copies_in_memory(pids, self.key.hex()),
        }


class Locks:
    """The real program over a vault of its own, on a bus of its own."""

    def __init__(self, home: Path, address: str) -> None:
        self._address = address
        self._home = home
        self._logind = Logind(address)
        self._key = os.urandom(32)
        self._passphrase = f"five words of {canary()}"
        self._make_vault()
        self._program = Program(home / "vault", home)

    def end(self) -> None:
        """End every process."""
        self._program.end()
        self._logind.end()

    def lock_once(self, way: str, *, strictly: bool) -> dict[str, object]:
        """Open, write, lock in one way, and search; Left where anything is left."""
        self._unlock()
        window = self._program.pid()
        secrets = Secrets(canary(), self._passphrase, self._key)
        self._write(window, secrets.words)
        seen = secrets.copies(self._processes())
        if not seen["words"] or not seen["key"] + seen["key in digits"]:
            raise Left(f"The search does not see what is there: {seen}")
        if seen["passphrase"]:
            raise Left(f"The passphrase outlived the lock screen: {seen}")
        self._lock(way)
        asked = time.monotonic()
        self._program.wait(lambda: True if window not in self._program.pids() else None)
        took = time.monotonic() - asked
        left = secrets.copies(self._processes())
        if said := self._program.said():
            raise Left(f"Something went wrong: {said}")
        here: dict[str, object] = {"way": way, "seconds": round(took, 2), **left}
        if any(left.values()):
            raise Left(f"Copies are left: {here}")
        if strictly and took > WITHIN_S:
            raise Left(f"It took too long: {here}")
        return here

    def _unlock(self) -> None:
        program = self._program
        program.until_it_reads("Welcome back")
        program.do("type_into", "Passphrase", self._passphrase)
        if not memory.copies_in_memory(self._processes(), self._passphrase):
            raise Left("The search does not see a passphrase that stands in its field.")
        program.do("press", "Unlock")
        program.until_it_reads("Today")

    def _processes(self) -> list[int]:
        return memory.with_in_environment(f"ONWARD_ROBOT={self._home}")

    def _write(self, window: int, words: str) -> None:
        program = self._program
        program.do("press", "Continue", pid=window)
        program.do("type_into", "Your notes", f" {words} ", pid=window)
        program.do("keys", "Ctrl+Z", pid=window)
        program.do("type_into", "Your notes", f" {words} ", pid=window)
        program.do("keys", "Ctrl+A", pid=window)
        program.do("keys", "Ctrl+C", pid=window)

    def _lock(self, way: str) -> None:
        if way == "Ctrl+L":
            self._program.do("keys_soon", way)
        elif way == "saver":
            signal = ("/org/saver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")
            bus = (f"--bus={self._address}", "--type=signal")
            subprocess.run(["dbus-send", *bus, *signal], check=True)
        elif way == QUIET:
            time.sleep(60.0)
        else:
            self._logind.do(way)

    def _make_vault(self) -> None:
        clock, folder = Clock(), self._home / "vault"
        keys = unlocking.new_keys(self._passphrase, bytearray(self._key), derivation.at_floor())
        who = {"manager_name": "Sam Okafor", "now": clock()}
        vaults.create_vault(folder, bytearray(self._key), to_bytes(keys), **who)  # type: ignore[arg-type]
        vault = Session.open(folder, bytearray(self._key), clock)
        settings.set_lock_after(vault.shared, 1)
        conversations.begin(vault.shared, people.add(vault.shared, "Priya Nair").value)
        vault.close()


def ways(count: int, seed: int) -> list[str]:
    """Return how each lock comes about: all ways in turn, in an order of their own."""
    dice, found = random.Random(seed), list[str]()
    while len(found) < count:
        found += dice.sample(WAYS, len(WAYS))
        if len(found) % _EVERY_TENTH == 0:
            found[-1] = QUIET
    return found[:count]


def soak(count: int, seed: int, *, strictly: bool) -> str:
    """Lock so many times; return a closing line. Left where a promise was broken."""
    with tempfile.TemporaryDirectory(prefix="onward-") as home, a_bus(Path(home)) as address:
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            os.environ[name] = address
        locks = Locks(Path(home), address)
        slowest = 0.0
        try:
            for number, way in enumerate(ways(count, seed)):
                found = locks.lock_once(way, strictly=strictly)
                slowest = max(slowest, float(str(found["seconds"])))
                report(seed=f"{seed}/{number}", **found)
        finally:
            locks.end()
    return f"0 copies after {count} of {count} locks, seed {seed}; the slowest took {slowest} s."


def main(argv: list[str]) -> int:
    """Read count and seed from the command line; 1 if anything was left."""
    if os.name != "posix" or os.geteuid() != 0:
        print("Not possible here: only root may look into the memory of a process that shuts it.")
        return 2
    strictly = _UNHURRIED not in argv
    argv = [word for word in argv if word != _UNHURRIED]
    count = int(argv[1]) if len(argv) > 1 else COUNT
    seed = int(argv[2]) if len(argv) > 2 else SEED
    try:
        print(soak(count, seed, strictly=strictly))
    except Left as left:
        print(f"LEFT: {left}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
