"""Offline is enforced, not promised: on Linux the kernel refuses this process every network.

A filter (seccomp) allows sockets of the local kind only, those of the screen, D-Bus and our own
second start; everything else is refused as if this computer had no network at all. It binds every
thread and every process that is started from now on. A mail program or a file manager must not
inherit it, so one thread stays outside, which does nothing but start programs: ``outside``.

Windows and macOS have no such filter that could be tested here; there Onward stays offline because
nothing in it can open a connection, which ``network_is_refused`` says honestly. Source: security.md
row 15, "offline is enforced"; seccomp(2); Documentation/userspace-api/seccomp_filter.
"""

import os
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

T = TypeVar("T")

_ARCHITECTURES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""What the kernel calls each, and the number of its socket call."""
_IO_URING_SETUP: Final = 425
_X32: Final = 0x40000000
_LOCAL: Final = 1
_INTERNET: Final = 2
_STREAM: Final = 1

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000
_NOT_PERMITTED, _NO_SUCH_CALL, _NO_SUCH_FAMILY = 1, 38, 97

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _FILTER = 22, 38, 2


class _Doorway:
    """The one thread outside the filter: it starts what is asked for and nothing else."""

    def __init__(self) -> None:
        from _queue import SimpleQueue

        self._asked: SimpleQueue[Callable[[], None]] = SimpleQueue()
        threading.Thread(target=self._serve, name="doorway", daemon=True).start()

    def ask(self, work: Callable[[], T]) -> T:
        """Have the work done there and return what comes of it, an exception included."""
        done = threading.Event()
        come: list[T] = []
        failed: list[BaseException] = []

        def do() -> None:
            try:
                come.append(work())
            except BaseException as error:  # noqa: BLE001 - goes to whoever asked
                failed.append(error)
            done.set()

        self._asked.put(do)
        done.wait()
        if failed:
            raise failed[0]
        return come[0]

    def _serve(self) -> None:
        while True:
            self._asked.get()()


_doorway: list[_Doorway] = []


def refuse_network() -> None:
    """Have the kernel refuse this thread and all that it starts every socket but local ones.

    Never raises: where the system has no such filter, or the screen itself is reached through the
    network (X11 forwarding), nothing changes and ``network_is_refused`` says so.
    """
    known = _ARCHITECTURES.get(os.uname().machine) if sys.platform == "linux" else None
    if known is None or _screen_is_far_away() or _doorway:
        return
    _doorway.append(_Doorway())
    with suppress(OSError, AttributeError, ImportError):
        _install(_filter(*known))


def network_is_refused() -> bool:
    """Try it: whether the kernel refuses a socket of the internet now. Nothing is sent."""
    if sys.platform != "linux":
        return False
    import ctypes

    descriptor = int(ctypes.CDLL(None).socket(_INTERNET, _STREAM, 0))
    if descriptor >= 0:
        os.close(descriptor)
    return descriptor < 0


def is_bound() -> bool:
    """Whether this process has bound itself; then programs are started by ``outside``."""
    return bool(_doorway)


def outside(work: Callable[[], T]) -> T:
    """Do what starts another program, so that the program may reach its own network.

    ``work`` may start a process and nothing else; what it raises is raised here.
    """
    return _doorway[0].ask(work) if _doorway else work()


def _screen_is_far_away() -> bool:
    host = os.environ.get("DISPLAY", "").partition(":")[0]
    return host not in ("", "unix") and not os.environ.get("WAYLAND_DISPLAY")


def _filter(architecture: int, socket_call: int) -> bytes:
    """Return the program for the kernel; each step names how many to skip if true, if false."""
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 0, 9, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, 6, 0, _X32),
        (_IF_EQUAL, 5, 0, _IO_URING_SETUP),  # it can open sockets without the call below
        (_IF_EQUAL, 0, 2, socket_call),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, 0, 1, _LOCAL),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE | _NO_SUCH_FAMILY),
        (_RETURN, 0, 0, _REFUSE | _NO_SUCH_CALL),
        (_RETURN, 0, 0, _REFUSE | _NOT_PERMITTED),
    )
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _install(program: bytes) -> None:
    import ctypes

    kept = ctypes.create_string_buffer(program)
    head = ctypes.create_string_buffer(
        struct.pack("@HP", len(program) // 8, ctypes.addressof(kept))
    )
    prctl = ctypes.CDLL(None).prctl
    prctl.argtypes = (ctypes.c_int, *(ctypes.c_void_p,) * 4)
    prctl(_PR_SET_NO_NEW_PRIVS, 1, None, None, None)
    prctl(_PR_SET_SECCOMP, _FILTER, ctypes.addressof(head), None, None)
