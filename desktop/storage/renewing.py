"""The SQL side of a new data key: every page copied under it, some at a time."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.storage import about, opening
from desktop.storage.database import Database
from desktop.storage.opening import troubles_named

_PAGES_AT_A_TIME: Final = 256

Report = Callable[[int, int], None]


def copy_under(
    source: Path, old_key: bytearray, target: Path, new_key: bytearray, report: Report
) -> None:
    """Copy a vault file that nobody writes to into a new file under another key.

    ``report`` hears how many pages of how many are done, every megabyte; what it raises stops the
    copy, whose file is then of no use. Raises Trouble where disk or key refuse.
    """
    with troubles_named():
        reading = opening.outgoing(source, old_key)
        writing = opening.working(target, new_key, create=True)
        try:
            reading.backup(
                writing,
                pages=_PAGES_AT_A_TIME,
                progress=lambda _status, left, of: report(of - left, of),
            )
        finally:
            writing.close()
            reading.close()


def name_owner(target: Path, new_key: bytearray, epoch: int, keys: bytes) -> None:
    """Write into the copy which generation it is, and the copy of its own key file."""
    database = Database(target, new_key)
    try:
        with database.transaction():
            about.write_epoch(database, epoch)
            about.write_key_copy(database, keys)
    finally:
        database.close()
