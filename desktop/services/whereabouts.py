"""Whether the file of an open vault still lies where it was opened.

A folder that is renamed or deleted, or a disk that is taken out, leaves an open file behind into
which the system goes on writing without a word. What would be saved there is not safe, so nothing
is, until the file is back.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Final

from desktop.domain.errors import Trouble

EVERY_S: Final = 2
"""How often the window looks."""


class Where(Enum):
    """What stands where the vault was opened."""

    HERE = "here"
    GONE = "gone"
    REPLACED = "replaced"


class Whereabouts:
    """Compares what lies in a place with the file that is open."""

    def __init__(self, file: Path) -> None:
        """``file`` is open, and lies where it was opened."""
        self._file = file
        self._identity = _identity(file)

    def look(self) -> Where:
        """Say what stands there now; reads nothing and opens nothing."""
        found = _identity(self._file)
        if found is None:
            return Where.GONE
        return Where.HERE if found == self._identity else Where.REPLACED


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _gone() -> Trouble:
    return Trouble(
        what_happened=(
            "The vault is not in its place any more: its folder was moved, renamed or deleted, "
            "or its disk was taken out."
        ),
        what_is_safe="Nothing is saved for now; what you type stays here and goes through a lock.",
        what_to_do=(
            "Bring the folder back, and saving goes on by itself. Or write everything to a file: "
            "Vault and keys, Backups."
        ),
    )


def _replaced() -> Trouble:
    return Trouble(
        what_happened="Another file has taken the place of the vault’s while it was open here.",
        what_is_safe="Nothing is saved for now; what you type stays here and goes through a lock.",
        what_to_do=(
            "Write what is open here to a file first (Vault and keys, Backups); then lock and "
            "unlock: the file that lies there now is opened."
        ),
    )


SENTENCES: Final[Mapping[Where, Callable[[], Trouble]]] = {
    Where.GONE: _gone,
    Where.REPLACED: _replaced,
}
"""What stands at the top of the window for as long as it is so."""
