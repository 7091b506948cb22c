"""Handing a draft to the user's own mail program, and taking away what that left behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop import offline
from desktop.domain.errors import Trouble

_FOLDERS = "onward-draft-"
_FILE = "draft.eml"
_KIND = "message/rfc822"
_PATIENCE = 3.0
"""Seconds in which an opener says that it failed; one that is still running has not."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_ROOM = "There is no room for a draft on this computer."

_running: list[subprocess.Popen[bytes]] = []


def open_draft(content: bytes) -> None:
    """Open an .eml in the program that this computer opens such files with.

    The program needs a file, so one is written where only this user can read it (in memory where
    the system has such a place) and stays until ``forget_drafts``. No shell sees anything, and
    the command names only the file (security.md section 4). This takes up to some three seconds.
    Raises Trouble with the next best way when there is no such program or it does not start.
    """
    _ask_for_program()
    file = _written(content)
    try:
        _open(file)
    except (OSError, subprocess.SubprocessError):
        shutil.rmtree(file.parent, ignore_errors=True)
        raise _trouble("Your mail program could not be started.") from None


def forget_drafts() -> None:
    """Delete the files of all drafts as far as the system lets go of them, also after a crash."""
    for folder in _room().glob(f"{_FOLDERS}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _room() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "") if sys.platform == "linux" else ""
    return Path(runtime) if runtime and Path(runtime).is_dir() else Path(tempfile.gettempdir())


def _written(content: bytes) -> Path:
    try:
        folder = Path(tempfile.mkdtemp(prefix=_FOLDERS, dir=_room()))
    except OSError:
        raise _trouble(_NO_ROOM) from None
    try:
        file = folder / _FILE
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with open(descriptor, "wb") as draft:  # noqa: PTH123 - a descriptor
            draft.write(content)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise _trouble(_NO_ROOM) from None
    return file


def _ask_for_program() -> None:
    """Raise Trouble where a look tells that no program would open a draft."""
    if sys.platform != "linux":
        return
    if not (handler := _asked("default", _KIND)):
        raise _trouble("No mail program on this computer opens a draft.")
    if _is_confined(handler):
        raise _trouble("Your mail program may only open files in your own folders.")


def _asked(*question: str) -> str:
    """Return what the desktop of Linux knows about kinds of files, or nothing."""
    command = [shutil.which("xdg-mime") or "xdg-mime", "query", *question]
    try:
        asked = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


def _is_confined(handler: str) -> bool:
    """Whether the program is a snap: those cannot see the runtime folder, nor our /tmp."""
    return any("snapd" in entry.parts for entry in _entries(handler) if entry.exists())


def _entries(handler: str) -> Iterator[Path]:
    folders = os.environ.get("XDG_DATA_DIRS", "").split(os.pathsep)
    yield from (Path(folder) / "applications" / handler for folder in folders if folder)


def _open(file: Path) -> None:
    if sys.platform == "win32":
        os.startfile(file)
    elif sys.platform == "darwin":
        _run(["/usr/bin/open", str(file)])
    else:
        _run(_linux_opener(file))


def _linux_opener(file: Path) -> list[str]:
    """Return the command that goes by the name of the file, as desktops do.

    Without a desktop, xdg-open looks inside, takes a draft for HTML and shows it in a browser.
    """
    gio = shutil.which("gio")
    if gio:
        return [gio, "open", str(file)]
    if _asked("filetype", str(file)) != _KIND:
        raise FileNotFoundError
    return [shutil.which("xdg-open") or "xdg-open", str(file)]


def _run(command: Sequence[str]) -> None:
    """Start a program that outlives us; raise when it fails at once."""
    # Not as our own child: it would inherit that we refuse ourselves the network.
    opener = offline.outside(
        lambda: subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    )
    try:
        failed = opener.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        # Some openers become the mail program itself: kept, so that its end is noticed.
        _running.append(opener)
        return
    if failed:
        raise subprocess.CalledProcessError(failed, command[0])


def _trouble(what_happened: str) -> Trouble:
    return Trouble(
        what_happened=what_happened,
        what_is_safe="Nothing was sent, and the page is unchanged.",
        what_to_do="Save the e-mail as a file and open it from your mail program, "
        "or save the PDF and attach it yourself.",
    )
