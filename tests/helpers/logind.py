"""A stand-in for logind on a bus of a test's own: ``python -m tests.helpers.logind ADDRESS``.

It says on its output ``held`` and ``released`` when a program begins and ends to hold sleep, and
does what it reads: ``sleep``, ``wake``, ``lock``, ``leave`` (another user gets the screen),
``change`` (something else about the session), ``lock another`` (somebody else's session locks).
"""

import os
import selectors
import subprocess
import sys
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import Message

OURS = "/org/freedesktop/login1/session/_31"
_LOGIND = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", _LOGIND, f"{_LOGIND}.Manager")
_SESSION = DBusAddress(OURS, _LOGIND, f"{_LOGIND}.Session")
_ANOTHER = DBusAddress("/org/freedesktop/login1/session/_32", _LOGIND, f"{_LOGIND}.Session")
_PROPERTIES = DBusAddress(OURS, _LOGIND, "org.freedesktop.DBus.Properties")


class Logind:
    """A running stand-in, and what it has said so far."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.logind", address],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.hear() == "ready"

    def hear(self) -> str:
        """Wait for the next thing it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def do(self, what: str) -> None:
        """Let it do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(timeout=10)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


class _Service:
    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(address, enable_fds=True)
        self._bus.send_and_get_reply(message_bus.RequestName(_LOGIND))
        self._active = True
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._bus.sock, selectors.EVENT_READ, self._answer)
        self._selector.register(sys.stdin, selectors.EVENT_READ, self._obey)

    def run(self) -> None:
        _say("ready")
        while True:
            for key, _ in self._selector.select():
                key.data()

    def _answer(self) -> None:
        call = self._bus.receive()
        if call.header.message_type is not MessageType.method_call:
            return
        member = call.header.fields[HeaderFields.member]
        if member == "Get":
            known = {"Id": ("s", "c1"), "Active": ("b", self._active)}
            self._bus.send(new_method_return(call, "v", (known[call.body[1]],)))
        elif member == "GetSession":
            self._bus.send(new_method_return(call, "o", (OURS,)))
        elif member == "Inhibit":
            self._hold(call)

    def _hold(self, call: Message) -> None:
        ours, theirs = os.pipe()
        self._bus.send(new_method_return(call, "h", (theirs,)))
        os.close(theirs)
        self._selector.register(ours, selectors.EVENT_READ, lambda: self._released(ours))
        _say("held")

    def _released(self, pipe: int) -> None:
        self._selector.unregister(pipe)
        os.close(pipe)
        _say("released")

    def _obey(self) -> None:
        # Not by lines: what a buffer holds already would wake nobody.
        for told in os.read(sys.stdin.fileno(), 4096).decode().splitlines() or [""]:
            self._say_on_the_bus(told)

    def _say_on_the_bus(self, told: str) -> None:
        self._active = told != "leave"
        signals = {
            "sleep": new_signal(_MANAGER, "PrepareForSleep", "b", (True,)),
            "wake": new_signal(_MANAGER, "PrepareForSleep", "b", (False,)),
            "lock": new_signal(_SESSION, "Lock"),
            "lock another": new_signal(_ANOTHER, "Lock"),
            "leave": new_signal(
                _PROPERTIES,
                "PropertiesChanged",
                "sa{sv}as",
                (_SESSION.interface, {"Active": ("b", self._active)}, []),
            ),
            "change": new_signal(
                _PROPERTIES,
                "PropertiesChanged",
                "sa{sv}as",
                (_SESSION.interface, {"Active": ("b", self._active)}, []),
            ),
        }
        if told not in signals:
            sys.exit()
        self._bus.send(signals[told])


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _Service(sys.argv[1]).run()
