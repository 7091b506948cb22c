"""Offline is enforced: real attempts in real processes, bound and, for comparison, unbound."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ATTEMPTS = """
import ctypes, os, socket, subprocess, sys, threading
from desktop import offline

def attempt(*what):
    try:
        socket.socket(*what).close()
    except OSError as error:
        return error.strerror
    return "a socket"

def in_a_child():
    code = "import socket; socket.socket().close()"
    return subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL).returncode

def fetch():
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[2])), 1)
    except OSError as error:
        return error.strerror
    return "connected"

def all_attempts():
    told.append(("internet", attempt(socket.AF_INET), attempt(socket.AF_INET6)))
    told.append(("datagram", attempt(socket.AF_INET, socket.SOCK_DGRAM)))
    told.append(("packet", attempt(socket.AF_PACKET, socket.SOCK_RAW)))
    told.append(("netlink", attempt(socket.AF_NETLINK, socket.SOCK_RAW)))
    told.append(("connect", fetch()))
    told.append(("child", in_a_child() == 0))
    told.append(("local", attempt(socket.AF_UNIX)))

told = []
if sys.argv[1] == "bound":
    offline.refuse_network()
    offline.refuse_network()
told.append(("said", offline.network_is_refused()))
all_attempts()
thread = threading.Thread(target=all_attempts)
thread.start()
thread.join()
ring = ctypes.CDLL(None, use_errno=True).syscall(425, 1, ctypes.create_string_buffer(120))
told.append(("ring refused", ring == -1 and ctypes.get_errno() == 38))
told.append(("outside", offline.outside(in_a_child) == 0))
for line in told:
    print(*line, sep="|")
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")


def attempts(how: str, port: int) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPTS, how, str(port)],
        cwd=ROOT,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture
def port() -> Iterator[int]:
    """Somebody on this computer who would answer."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])


@linux
def test_the_kernel_refuses_a_bound_process_everything_but_local_sockets(port: int) -> None:
    no = "Address family not supported by protocol"
    for_each_thread = [
        f"internet|{no}|{no}",
        f"datagram|{no}",
        f"packet|{no}",
        f"netlink|{no}",
        f"connect|{no}",
        "child|False",
        "local|a socket",
    ]
    expected = ["said|True", *for_each_thread, *for_each_thread, "ring refused|True"]
    assert attempts("bound", port) == [*expected, "outside|True"]


@linux
def test_these_attempts_succeed_where_nothing_is_bound(port: int) -> None:
    told = attempts("free", port)
    assert told[0] == "said|False"
    for line in ("internet|a socket|a socket", "connect|connected", "child|True"):
        assert told.count(line) == 2, told


@linux
def test_what_is_done_outside_fails_as_it_would_inside() -> None:
    code = (
        "from desktop import offline; offline.refuse_network()\n"
        "try: offline.outside(lambda: 1 / 0)\n"
        "except ZeroDivisionError: print('told')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "told\n"


@linux
def test_a_screen_behind_a_network_still_opens_and_the_state_is_said() -> None:
    code = (
        "from desktop import offline; offline.refuse_network(); "
        "print(offline.network_is_refused(), offline.is_bound())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DISPLAY": "far.example:10.0", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False False\n"
