"""A real X11 screen of a test's own, where the computer has one to give (Xvfb)."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_screen = pytest.mark.skipif(
    shutil.which("Xvfb") is None, reason="there is no Xvfb on this computer"
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen that nobody sees; gives the environment in which Qt finds it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-screen", "0", "800x600x24"),
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as said:
            number = said.readline().strip()
        assert number, "the screen did not come"
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
