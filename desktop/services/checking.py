"""Looking a whole vault over: a copy of its file is read to the end, never the open file itself.

A damaged page makes the connection that meets it unfit for writing; the manager's words must not
depend on how thoroughly somebody looks.
"""

from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.storage import backup
from desktop.vault import copies, keyfile, restore_points
from desktop.vault.data_key import wipe
from desktop.vault.keyfile import KeysTrouble


class Check:
    """A copy of the vault's file in memory, to be looked over in whatever thread there is."""

    def __init__(self, folder: Path, data_key: bytearray, content: bytes) -> None:
        self._folder = folder
        self._key = bytearray(data_key)
        self._content = content
        self.notes_are_whole = True

    def finish(self) -> tuple[str, ...]:
        """Name in plain words what is wrong with the vault; nothing if it is whole.

        Some seconds for 100 MB. Raises Trouble where there is no room to look.
        """
        restore_points.make_folder(self._folder)
        aside = restore_points.aside(self._folder / restore_points.FOLDER / "whole", "check")
        try:
            aside.touch(mode=0o600, exist_ok=False)
            aside.write_bytes(self._content)
            self.notes_are_whole = not (faults := backup.faults(aside, self._key))
            return (*faults, *_faults_of_keys(self._folder))
        except OSError as error:
            raise _no_room_to_look() from error
        finally:
            wipe(self._key)
            self._content = b""
            aside.unlink(missing_ok=True)


def _faults_of_keys(folder: Path) -> tuple[str, ...]:
    try:
        good = keyfile.to_bytes(copies.read(folder))
    except KeysTrouble as trouble:
        return (trouble.what_happened,)
    ill = [name for name in copies.NAMES if not _holds(folder / name, good)]
    return tuple(f"{name} is damaged or behind; unlocking repairs it." for name in ill)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _no_room_to_look() -> Trouble:
    return Trouble(
        what_happened="The vault could not be looked over: a copy of it could not be written.",
        what_is_safe="Your notes are as they were.",
        what_to_do="Free some space and allow writing in the vault folder, then try again.",
    )
