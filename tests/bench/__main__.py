"""Measures everything and prints one table: ``python3 packaging/dev.py bench [start|…]``."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.ui import look
from tests.bench import interview, pages, start
from tests.bench.rows import Row, table
from tests.bench.ten_years import shelf

ROOMS = ("start", "interview", "pages")


def main(wanted: list[str]) -> None:
    """Print the table of the rooms that were asked for; of all of them if none was."""
    rows = [row for room in wanted or ROOMS for row in _measured(room)]
    print(table(rows))  # noqa: T201 - that is what it is for


def _measured(room: str) -> Iterator[Row]:
    if room == "start":
        yield from start.measure()
        return
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        vault = shelf.ten_years(Path(folder) / "vault")
        yield from (interview if room == "interview" else pages).measure(vault)
        vault.close()


main(sys.argv[1:])
