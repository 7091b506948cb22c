"""The whole program under a clock that somebody sets back ten years, and then ahead ten."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.program import ROOT, Program
from tests.journeys import steps

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="another clock is laid under it on Linux"),
    pytest.mark.skipif(shutil.which("gcc") is None, reason="another clock needs a compiler"),
    pytest.mark.timeout(300),
]

TEN_YEARS = 3650


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    """The file that says how far the clock is off."""
    path = tmp_path / "calendar"
    set_clock(path, 0)
    return path


@pytest.fixture
def program(tmp_path: Path, calendar: Path) -> Iterator[Program]:
    library = tmp_path / "another_clock.so"
    source = ROOT / "tests" / "helpers" / "another_clock.c"
    subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    another_clock = ("env", f"LD_PRELOAD={library}", f"ONWARD_CALENDAR={calendar}")
    running = Program(tmp_path / "data" / "vault", tmp_path, before=another_clock)
    yield running
    running.end()


def set_clock(calendar: Path, days: int) -> None:
    beside = calendar.with_suffix(".new")
    beside.write_text(str(days * 24 * 60 * 60), encoding="ascii")
    beside.replace(calendar)


def test_ten_years_back_and_ahead_nothing_is_lost_and_nothing_locks(
    program: Program, calendar: Path
) -> None:
    passphrase, _key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    program.do("press", "Start a conversation")
    window, today = program.pid(), program.do("year")

    for days in (-TEN_YEARS, TEN_YEARS):
        set_clock(calendar, days)
        assert program.do("year") - today in (days // 365, days // 365 - 1, days // 365 + 1)
        written = f"Under {days}. "
        program.do("type_into", "Your notes", written)
        program.until_it_reads("Saved")
        assert program.pid() == window, "a clock that is set locks nothing"
        program.do("keys_soon", "Ctrl+L")
        steps.unlock(program, passphrase)
        window = program.pid()
        program.do("press", "Continue")
        assert written in program.do("text_in", "Your notes")
    assert "Under -3650." in program.do("text_in", "Your notes")
