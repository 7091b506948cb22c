"""Onward is started a second time while it stands."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows says that it is open"),
]


def start_again(program: Program) -> None:
    """Start it once more; it ends by itself."""
    subprocess.run(
        program.command, check=True, cwd=program.root, env=program.environment, timeout=60
    )


def test_it_brings_the_window_that_stands_to_the_front(program: Program, tmp_path: Path) -> None:
    passphrase, _ = make_a_vault(program, "Sam Okafor", "Priya Nair")
    window = program.pid()
    program.do("put_away")
    assert program.do("is_put_away")
    start_again(program)
    program.wait(lambda: True if not program.do("is_put_away") else None)
    assert program.pid() == window, "there is one window, and it is the one from before"

    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Welcome back")
    gate = program.pid()
    program.do("put_away")
    start_again(program)
    program.wait(lambda: True if not program.do("is_put_away") else None)
    assert program.pid() == gate
    unlock(program, passphrase)
