"""Keeping the finished vault: made once, copied for whoever measures."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop import files
from desktop.storage import migrations
from desktop.storage.database import Database
from desktop.vault import folder as vault_folder
from tests.bench.ten_years import history, notes
from tests.bench.ten_years.history import WHOLE, Size
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, open_vault

SEED = 1
_MAY_DIFFER = frozenset({"about", "private_keys", "spell"})
"""The identity of a vault is random, and so is that of each time it was open."""


def ten_years(folder: Path, size: Size = WHOLE, seed: int = SEED) -> OpenVault:
    """Open a copy of the vault in ``folder``; the first time it is made, half a minute or so."""
    kept = _home() / _key(size, seed)
    return _copied(kept, folder, lambda made: history.make(made, size, seed))


def ten_years_and_notes(folder: Path, size: Size = WHOLE, seed: int = SEED) -> OpenVault:
    """Open a copy of the vault with 100,000 private notes beside all that is in the other one."""

    def make(made: Path) -> None:
        vault = ten_years(made, size, seed)
        notes.write(vault, seed)
        vault.close()

    return _copied(_home() / f"noted-{_key(size, seed)}", folder, make)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of everything that stands in a vault nobody has open."""
    database = Database(folder / vault_folder.NOTES, bytearray(KEY))
    found = hashlib.sha256()
    named = database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in named:
        if table not in _MAY_DIFFER:
            found.update(f"{table} {sorted(database.rows(f'SELECT * FROM {table}'))}".encode())
    database.close()
    return found.hexdigest()


def _home() -> Path:
    """Return the folder for what can be made again: ``XDG_CACHE_HOME``, else ``~/.cache``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onward-bench"


def _key(size: Size, seed: int) -> str:
    """Return a name for this seed, this size and everything that the history is made of."""
    made_of = hashlib.sha256()
    for path in _sources():
        made_of.update(path.read_bytes())
    counts = f"{size.people}x{size.talks_each}x{size.notes_each}"
    return f"{counts}-seed{seed}-{made_of.hexdigest()[:12]}"


def _sources() -> Iterator[Path]:
    yield from sorted(Path(__file__).parent.glob("*.py"))
    yield from sorted(Path(migrations.__file__).parent.glob("*.sql"))
    yield from sorted((files.resources() / "questions").rglob("*.toml"))


def _copied(kept: Path, folder: Path, make: Callable[[Path], None]) -> OpenVault:
    if not kept.is_dir():
        _make(kept, make)
    shutil.copytree(kept, folder)
    return open_vault(folder, Clock())


def _make(kept: Path, make: Callable[[Path], None]) -> None:
    """Make a vault beside its place and move it there in one step; older ones are dropped."""
    being_made = kept.with_name(f"{kept.name}.{os.getpid()}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    for older in kept.parent.glob(f"{kept.name.rpartition('-')[0]}-*"):
        shutil.rmtree(older, ignore_errors=True)
    make(being_made)
    with suppress(OSError):  # somebody else was faster
        being_made.rename(kept)
    shutil.rmtree(being_made, ignore_errors=True)
