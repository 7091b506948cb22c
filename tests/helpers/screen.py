"""A real X11 screen of a test's own, where the computer has one to give (Xvfb)."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import system_libraries

needs_screen = pytest.mark.skipif(
    shutil.which("Xvfb") is None or bool(system_libraries.missing(system_libraries.X11)),
    reason="there is no Xvfb on this computer, or Qt cannot use it",
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen that nobody sees; gives what the environment must say of it."""
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
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
