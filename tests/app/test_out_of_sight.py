"""A reminder in discreet words through a real bus, and nothing at all once Onward is locked."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.out_of_sight import OutOfSight, sentence
from desktop.domain.reminders import Reminder
from tests.helpers.bus import a_bus, needs_bus
from tests.helpers.vaults import OpenVault
from tests.rules.test_the_canary import a_whole_conversation
from tests.ui.pages.story import Story, day

ROOT = Path(__file__).parents[2]

DESKTOP = """
import sys
from jeepney import DBusAddress, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection(sys.argv[1])
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
print("ready", flush=True)
while True:
    said = bus.receive()
    if said.header.message_type is MessageType.method_call:
        print(repr(said.body), flush=True)
        bus.send(new_method_return(said, "u", (7,)))
        name = "org.freedesktop.Notifications"
        shown = DBusAddress("/org/freedesktop/Notifications", name, name)
        for number in sys.argv[2:]:  # which sentences are pressed, one after another
            bus.send(new_signal(shown, "ActionInvoked", "us", (int(number), "default")))
            bus.send(new_signal(shown, "NotificationClosed", "uu", (int(number), 2)))
"""

SPEAKER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop import offline
offline.refuse_network()
app = QCoreApplication([])
from desktop.app.notices import Notices
notices = Notices()
notices.pressed.connect(lambda: print("pressed", flush=True))
QTimer.singleShot(0, lambda: notices.show("2 things of yours are due."))
QTimer.singleShot(1500, app.quit)
app.exec()
"""


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def out_of_sight(said: list[str], qtbot: QtBot) -> Iterator[OutOfSight]:
    watching = OutOfSight(show=said.append, is_looked_at=lambda: False)
    yield watching
    watching.stop()


def test_no_name_and_no_private_word_is_in_a_reminder(
    vault: OpenVault, out_of_sight: OutOfSight, said: list[str]
) -> None:
    words = a_whole_conversation(vault)
    story = Story(vault)
    who = story.person("Hanna Lindqvist")
    story.agreed(who, day("2026-11-10"), mine={"Ask Ruth about the forum": "2026-11-20"})
    out_of_sight.start(vault.shared)

    for hours in range(0, 24 * 8, 5):
        vault.clock.forward(hours=hours)
        out_of_sight.look()

    assert said
    known = [*words, "Priya", "Hanna", "Lindqvist", "Ruth", "forum", "summary", "conversation"]
    assert not [(word, one) for word in known for one in said if word.lower() in one.lower()]
    assert {one.strip("0123456789 ") for one in said} <= {
        "Something of yours is due.",
        "things of yours are due.",
    }


def test_a_lock_ends_every_reminder(
    vault: OpenVault, out_of_sight: OutOfSight, said: list[str]
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})
    out_of_sight.start(vault.shared)

    out_of_sight.stop()
    out_of_sight.look()

    assert said == []


def test_nothing_is_said_to_somebody_who_is_looking(
    vault: OpenVault, said: list[str], qtbot: QtBot
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})
    watching = OutOfSight(show=said.append, is_looked_at=lambda: True)
    watching.start(vault.shared)

    watching.look()

    assert said == []
    watching.stop()


def test_one_thing_and_several_are_said_differently() -> None:
    assert sentence(Reminder(1)) == "Something of yours is due."
    assert sentence(Reminder(3)) == "3 things of yours are due."


@needs_bus
def test_the_system_gets_the_sentence_while_the_kernel_refuses_the_network(tmp_path: Path) -> None:
    with a_bus(tmp_path) as address:
        desktop = subprocess.Popen(
            [sys.executable, "-c", DESKTOP, address], stdout=subprocess.PIPE, text=True
        )
        assert desktop.stdout is not None
        assert desktop.stdout.readline().strip() == "ready"
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", SPEAKER], env=environment, cwd=ROOT, check=True)

        heard = desktop.stdout.readline()
        desktop.kill()
        desktop.wait(timeout=10)
        desktop.stdout.close()

    assert "'Onward', '2 things of yours are due.'" in heard
    assert "'transient': ('b', True)" in heard


@needs_bus
@pytest.mark.parametrize(("pressed", "heard"), [("7", "pressed"), ("6", "")])
def test_a_press_on_a_reminder_wants_the_window_and_one_on_somebody_elses_does_not(
    tmp_path: Path, pressed: str, heard: str
) -> None:
    with a_bus(tmp_path) as address:
        desktop = subprocess.Popen(
            [sys.executable, "-c", DESKTOP, address, pressed], stdout=subprocess.PIPE, text=True
        )
        assert desktop.stdout is not None
        assert desktop.stdout.readline().strip() == "ready"
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(ROOT)}
        speaker = subprocess.run(
            [sys.executable, "-c", SPEAKER],
            env=environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        desktop.kill()
        desktop.wait(timeout=10)
        desktop.stdout.close()

    assert (speaker.stdout.strip(), speaker.stderr) == (heard, "")


def test_without_a_bus_there_is_silence(tmp_path: Path) -> None:
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'none'}"}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", SPEAKER], env=environment, cwd=ROOT, capture_output=True, check=True
    )

    assert done.stderr == b""
