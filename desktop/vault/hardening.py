"""First thing in both processes: private files, no core dumps, no looking in from outside.

Everything here is a second line of defence, so nothing here ever raises. Source: security.md,
finding 9 and section 2.5.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PR_GET_DUMPABLE: Final = 3
_PR_SET_DUMPABLE: Final = 4


def harden() -> None:
    """Make new files private, switch core dumps off and keep other programs from attaching."""
    os.umask(0o077)
    _no_core_dumps()
    if not _in_a_sandbox():
        _prctl(_PR_SET_DUMPABLE, 0)


@contextmanager
def open_to_portals() -> Iterator[None]:
    """Lift the shield while a file dialog is open: a portal must look at who is asking."""
    before = _prctl(_PR_GET_DUMPABLE, 0)
    _prctl(_PR_SET_DUMPABLE, 1)
    try:
        yield
    finally:
        if before == 0:
            _prctl(_PR_SET_DUMPABLE, 0)


def is_closed() -> bool | None:
    """Whether other programs are kept from looking into this one; None where nobody can tell."""
    said = _prctl(_PR_GET_DUMPABLE, 0)
    return None if said < 0 else said == 0


def _no_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    # Not 0: with 0 the kernel still hands a dump to a pipe handler, with 1 it does not.
    with suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (1, hard))


def _in_a_sandbox() -> bool:
    return "SNAP" in os.environ or Path("/.flatpak-info").exists()


def _prctl(option: int, value: int) -> int:
    if sys.platform != "linux":
        return -1
    try:
        import ctypes

        return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
    except (OSError, AttributeError, ImportError):
        return -1
