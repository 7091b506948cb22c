"""A disk with no room left, for as long as a block of a test lasts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the limit is a POSIX one")


@contextmanager
def a_full_disk(room: int = 0) -> Iterator[None]:
    """Let no file of this process grow beyond ``room`` bytes.

    Never a fixture: pytest writes its own report between a test and the end of its fixtures, and
    that report may be a file as well.
    """
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
