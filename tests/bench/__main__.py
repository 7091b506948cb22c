"""Measures everything and prints a table a room: ``python3 packaging/dev.py bench``."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.ui import look
from tests.bench import interview, pages, search, start
from tests.bench.rows import Row, table
from tests.bench.ten_years import shelf

# What Qt says about a screen that is none does not belong between the rows; also in what we start.
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

ROOMS = ("start", "interview", "pages", "search")


def main(wanted: list[str]) -> None:
    """Print a table for each room that was asked for; of all of them if none was."""
    for room in wanted or ROOMS:
        rows = _told(_measured(room), room)
        print(f"\n{room}\n\n{table(rows)}", flush=True)  # noqa: T201 - its purpose


def _told(rows: Iterator[Row], room: str) -> Iterator[Row]:
    """Say what was measured as it comes: a table stands only when all of it is there."""
    print(f"{room}: opening the vault, made first where it is new …", file=sys.stderr)  # noqa: T201
    for row in rows:
        print(" ".join(row.cells()[:2]), file=sys.stderr, flush=True)  # noqa: T201
        yield row


def _measured(room: str) -> Iterator[Row]:
    if room == "start":
        yield from start.measure()
        return
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        open_copy = shelf.ten_years_and_notes if room == "search" else shelf.ten_years
        vault = open_copy(Path(folder) / "vault")
        rooms = {"interview": interview, "pages": pages, "search": search}
        yield from rooms[room].measure(vault)
        vault.close()


main(sys.argv[1:])
