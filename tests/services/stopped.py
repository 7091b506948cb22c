"""Stops a verb with SIGKILL before its first, second, third … step on the disk, once for each.

A process of its own, which forks one that dies for every step: so each one starts at once, and the
process of the tests, with its windows and threads, is never forked.
"""

import ctypes
import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.export.save import save_aside
from desktop.services import restoring
from desktop.storage import renewing
from desktop.vault import backup_file, copies, slots
from desktop.vault.slots import KEYCHAIN, Owner, WayIn
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, open_vault

ROOT = Path(__file__).parents[2]
PAGE = b"Priya would rather build than lead."
STEPS = ("open", "fdopen", "fsync", "link", "rename", "replace", "unlink", "mkdir", "rmdir")


def rooms_after_each_stop(verb: str, template: Path, scratch: Path) -> list[Path]:
    """Return a copy of ``template`` for every step of the verb, as that stop left it.

    In the last one nothing was stopped.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.stopped", verb, str(template), str(scratch)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [scratch / str(number) for number in range(int(done.stdout) + 1)]


def back_up(room: Path) -> None:
    """Make a restore point."""
    session = open_vault(room / "vault", Clock())
    session.backups.make()
    session.close()


def back_up_over(room: Path) -> None:
    """Make a backup under the name of an older one."""
    session = open_vault(room / "vault", Clock())
    session.backups.make(room / "mine.zip")
    session.close()


def restore(room: Path) -> None:
    """Restore an older backup over the vault."""
    restoring.restore(room / "older.zip", bytearray(KEY), room / "vault")


def restore_in_two_steps(room: Path) -> None:
    """Restore where the system cannot let two folders change names in one step."""

    def no_library(_name: str | None) -> None:
        raise OSError("There is none here.")

    ctypes.CDLL = no_library  # type: ignore[assignment, misc]
    restore(room)


def restore_carelessly(room: Path) -> None:
    """Write a backup over the vault, as nobody should: what every watcher must notice."""
    backup_file.unpack_notes(room / "older.zip", room / "notes.db")
    content = (room / "notes.db").read_bytes()
    with os.fdopen(os.open(room / "vault" / "notes.db", os.O_WRONLY | os.O_TRUNC), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def carelessly(room: Path) -> None:
    """Overwrite an older backup in place, as nobody should: what every watcher must notice."""
    content = (room / "newer.zip").read_bytes()
    with os.fdopen(os.open(room / "mine.zip", os.O_WRONLY | os.O_TRUNC), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def save_page(room: Path) -> None:
    """Save a readable page under a new name."""
    save_aside(room / "About Priya.txt", PAGE)


def save_page_over(room: Path) -> None:
    """Save a readable page in the place of an older one."""
    save_aside(room / "Older.txt", PAGE)


def save_page_carelessly(room: Path) -> None:
    """Write a hidden file piece by piece, as nobody should: what every watcher must notice."""
    with os.fdopen(os.open(room / ".onward-0.part", os.O_WRONLY | os.O_CREAT), "wb") as file:
        file.write(PAGE[:9])
        file.flush()
        os.fsync(file.fileno())
        file.write(PAGE[9:])
        file.flush()
        os.fsync(file.fileno())
    (room / ".onward-0.part").rename(room / "About Priya.txt")


def save_page_where_files_have_names(room: Path) -> None:
    """Save a readable page where the system knows no files without a name, as on a FAT stick."""
    real = os.open

    def refused(path: Any, flags: int, *rest: Any) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, "There are none here.")
        return real(path, flags, *rest)

    os.open = refused  # type: ignore[assignment]
    save_page(room)


NEW_KEY = bytes(range(100, 132))


def renew(room: Path) -> None:
    """Give the vault another data key."""
    session = open_vault(room / "vault", Clock())
    renewal = session.keys.renewal(bytearray(NEW_KEY), ((KEYCHAIN, way_in()),))
    renewal.build(lambda _share: None)
    session.close_renewed(renewal)


def renew_carelessly(room: Path) -> None:
    """Put the new keys in force before the new notes, as nobody should."""
    keys = copies.read(room / "vault")
    new = slots.wrap(bytearray(NEW_KEY), way_in(), KEYCHAIN, Owner(keys.vault_id, keys.epoch + 1))
    changed = replace(keys, epoch=keys.epoch + 1, seq=keys.seq + 1, slots=(new,))
    copies.write(room / "vault", changed)
    renewing.copy_under(
        room / "vault" / "notes.db", bytearray(KEY), room / "new", bytearray(NEW_KEY), _no_report
    )
    (room / "new").rename(room / "vault" / "notes.db")


def way_in() -> WayIn:
    """Return a way in that opens before and after."""
    return WayIn({"alg": "a test's own"}, bytearray(b"w" * 32))


def _no_report(_done: int, _of: int) -> None:
    pass


def _stop_before(step: int) -> None:
    left = step

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
            return real(*arguments, **named)

        return call

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def _stop_everywhere(act: Callable[[Path], None], template: Path, scratch: Path) -> int:
    step = 0
    while True:
        room = scratch / str(step)
        shutil.copytree(template, room)
        child = os.fork()
        if not child:
            _stop_before(step)
            act(room)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            return step
        step += 1


if __name__ == "__main__":
    verbs = (
        *(back_up, back_up_over, carelessly, renew, renew_carelessly),
        *(restore, restore_in_two_steps, restore_carelessly),
        *(save_page, save_page_over, save_page_carelessly, save_page_where_files_have_names),
    )
    chosen = next(verb for verb in verbs if verb.__name__ == sys.argv[1])
    sys.stdout.write(str(_stop_everywhere(chosen, Path(sys.argv[2]), Path(sys.argv[3]))))
