"""Two computers at one folder, played by two homes on one machine, each with the real program."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.program import Program
from tests.journeys.steps import make_a_vault, unlock

pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(sys.platform != "linux", reason="kills and folders are asked of Linux"),
]


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Program]:
    yield from computer(tmp_path, "laptop")


def computer(root: Path, name: str) -> Iterator[Program]:
    (root / name).mkdir()
    running = Program(root / "shared" / "vault", root / name)
    yield running
    running.end()


def test_the_second_waits_and_takes_over_only_when_somebody_means_it(
    laptop: Program, tmp_path: Path
) -> None:
    passphrase, _ = make_a_vault(laptop, "Sam Okafor", "Priya Nair")
    desk_runs = computer(tmp_path, "desk")
    desk = next(desk_runs)
    desk.until_it_reads("Open on another computer")
    desk.until_it_reads("Another computer opened this vault today at")

    desk.do("press", "Only read it here")
    unlock(desk, passphrase)
    desk.until_it_reads("You are reading this vault while another computer has it open.")
    desk.do("keys_soon", "Ctrl+L")
    desk.until_it_reads("Open on another computer")

    laptop.do("keys_soon", "Ctrl+L")
    desk.until_it_reads("Welcome back")
    unlock(laptop, passphrase)

    # Killed, and its marker ten years old by that computer's clock: nobody but the manager decides.
    (marker,) = (tmp_path / "shared" / "vault").glob("open-on-*.json")
    window = laptop.pid()
    os.kill(window, signal.SIGKILL)
    laptop.wait_until_gone(window)
    said = json.loads(marker.read_text())
    marker.write_text(json.dumps({**said, "since": "2016-11-22T15:00:00+00:00"}))
    desk.end()
    again_runs = computer(tmp_path, "again")
    again = next(again_runs)
    again.until_it_reads("Open on another computer")
    again.do("press", "Nobody works with it there any more, or that computer is out of reach.")
    again.do("press", "Open it here")
    unlock(again, passphrase)
    assert again.do("reads", "Priya Nair")
    again.end()
    for runs in (desk_runs, again_runs):
        next(runs, None)
