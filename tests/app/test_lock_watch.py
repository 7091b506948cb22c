"""The vault locks by itself: after quiet minutes, before sleep, with the screen, for another user.

Linux is heard over a private bus with a stand-in for logind on it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app.lock_watch import windows
from desktop.app.lock_watch.quiet import Quiet
from tests.helpers.bus import a_bus, needs_bus
from tests.helpers.logind import Logind

ROOT = Path(__file__).parents[2]

LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication
from desktop.app.lock_watch.linux import SystemBuses
app = QCoreApplication([])
buses = SystemBuses()
def tell():
    sys.stdout.write("lock\\n"); sys.stdout.flush()
    buses.release()
buses.lock_asked.connect(tell)
buses.start()
sys.stdout.write("listening\\n"); sys.stdout.flush()
app.exec()
"""


class Clocks:
    """Two clocks that a test turns."""

    def __init__(self) -> None:
        self.awake_s = self.slept_s = 0.0

    def passed(self) -> float:
        return self.awake_s + self.slept_s

    def awake(self) -> float:
        return self.awake_s


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def quiet(qtbot: QtBot, clocks: Clocks) -> Quiet:
    return Quiet(passed=clocks.passed, awake=clocks.awake)


def test_it_locks_after_the_quiet_minutes_and_not_before(
    quiet: Quiet, clocks: Clocks, qtbot: QtBot
) -> None:
    quiet.start(minutes=5)
    clocks.awake_s = 299
    with qtbot.assertNotEmitted(quiet.over, wait=1500):
        pass
    clocks.awake_s = 300
    with qtbot.waitSignal(quiet.over, timeout=3000):
        pass


def test_a_key_begins_the_quiet_minutes_anew(quiet: Quiet, clocks: Clocks, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    quiet.start(minutes=5)
    clocks.awake_s = 299
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    clocks.awake_s = 301
    with qtbot.assertNotEmitted(quiet.over, wait=1500):
        pass
    assert field.text() == "a", "a key that is counted still types"


def test_ctrl_l_locks_from_within_a_dialog_that_keeps_every_shortcut_to_itself(
    quiet: Quiet, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    quiet.start(minutes=60)
    with qtbot.assertNotEmitted(quiet.over):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L)
    with qtbot.waitSignal(quiet.over, timeout=3000):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_it_locks_on_the_first_tick_after_a_sleep_that_nobody_announced(
    quiet: Quiet, clocks: Clocks, qtbot: QtBot
) -> None:
    quiet.start(minutes=60)
    clocks.slept_s = 40
    with qtbot.waitSignal(quiet.over, timeout=3000):
        pass
    with qtbot.assertNotEmitted(quiet.over, wait=1500):
        pass


def test_a_clock_that_is_set_locks_nothing(quiet: Quiet, clocks: Clocks, qtbot: QtBot) -> None:
    quiet.start(minutes=60)
    clocks.awake_s = 3000
    with qtbot.assertNotEmitted(quiet.over, wait=1500):
        pass


def test_windows_messages_that_mean_leaving_lock_and_others_do_not() -> None:
    session, power = 0x02B1, 0x0218
    assert all(windows.asks_for_lock(session, why) for why in (0x2, 0x4, 0x6, 0x7))
    assert windows.asks_for_lock(power, 0x4)
    arriving = [(session, 0x1), (session, 0x5), (session, 0x8), (power, 0x7), (0x0100, 0x7)]
    assert not any(windows.asks_for_lock(message, why) for message, why in arriving)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    with a_bus(tmp_path) as address:
        yield address


@pytest.fixture
def logind(bus: str) -> Iterator[Logind]:
    logind = Logind(bus)
    yield logind
    logind.end()


@pytest.fixture
def listener(bus: str, logind: Logind) -> "Iterator[subprocess.Popen[str]]":
    """A process that listens to the private bus as the vault process does."""
    listening = subprocess.Popen(
        [sys.executable, "-c", LISTENER],
        cwd=ROOT,
        env={
            **os.environ,
            "DBUS_SYSTEM_BUS_ADDRESS": bus,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "PYTHONPATH": str(ROOT),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert _line(listening) == "listening"
    assert logind.hear() == "held"
    yield listening
    listening.kill()
    listening.wait(timeout=10)
    assert listening.stdout is not None
    listening.stdout.close()


@needs_bus
@pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's")
@pytest.mark.parametrize("what", ["lock", "leave"])
def test_it_locks_with_the_session_and_when_another_user_gets_the_screen(
    listener: "subprocess.Popen[str]", logind: Logind, what: str
) -> None:
    logind.do("lock another")
    logind.do("wake")
    logind.do("change")
    logind.do(what)
    assert _line(listener) == "lock"
    assert logind.hear() == "released", "exactly one lock: the others were not ours"


@needs_bus
@pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's")
def test_sleep_waits_until_it_is_locked_and_is_held_again_after_waking(
    listener: "subprocess.Popen[str]", logind: Logind
) -> None:
    logind.do("sleep")
    assert _line(listener) == "lock"
    assert logind.hear() == "released"
    logind.do("wake")
    assert logind.hear() == "held"


@needs_bus
@pytest.mark.skipif(sys.platform != "linux", reason="these savers are Linux's")
@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_it_locks_when_the_screen_saver_begins_and_not_when_it_ends(
    listener: "subprocess.Popen[str]", logind: Logind, bus: str, saver: str
) -> None:
    for active in (False, True):
        subprocess.run(
            [
                *("dbus-send", f"--bus={bus}", "--type=signal", "/org/saver"),
                *(f"{saver}.ActiveChanged", f"boolean:{str(active).lower()}"),
            ],
            check=True,
        )
    assert _line(listener) == "lock"
    assert logind.hear() == "released"
    logind.do("lock")
    assert _line(listener) == "lock", "the end of the saver was no second lock before this one"


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()
