"""A message bus of a test's own, and real services on it; nothing of this desktop is touched."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no D-Bus on this computer"
)
needs_keyring = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="there is no gnome-keyring on this computer",
)


# Nothing is started by being asked for: a test has on its bus what it has put there.
_BARE = """<busconfig><type>session</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@contextmanager
def a_bus(folder: Path) -> Iterator[str]:
    """Start a private bus with its setting in a folder; gives its address.

    Its socket lies in a folder of its own: the whole path of one may have 107 letters at most.
    """
    with tempfile.TemporaryDirectory(prefix="bus-") as sockets:
        config = folder / "bus.conf"
        config.write_text(_BARE.format(folder=sockets), encoding="utf-8")
        with _running(config) as address:
            yield address


@contextmanager
def _running(config: Path) -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.kill()
        daemon.wait(timeout=10)
        daemon.stdout.close()


@contextmanager
def a_keyring(home: Path, address: str) -> Iterator[None]:
    """Start gnome-keyring on that bus with its login keyring open, all of its files in ``home``."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": address,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
    }
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    assert daemon.stdout is not None
    daemon.stdin.write(b"the password of the desktop")
    daemon.stdin.close()
    # It prints where it listens as soon as it does.
    daemon.stdout.readline()
    try:
        yield
    finally:
        daemon.kill()
        daemon.wait(timeout=10)
        daemon.stdout.close()
