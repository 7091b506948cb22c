"""Open files that say their process is alive: the system lets go of them however it ends."""

import sys


def hold(descriptor: int) -> None:
    """Hold an open file against everybody else, until it is closed or this process is gone.

    Never waits: OSError where somebody else holds it, or where its disk knows no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = ["hold"]
