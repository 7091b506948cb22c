"""Two clocks that nobody can set: one goes on while the computer sleeps, the other stands still.

The difference between them grows by every sleep, also by one that nothing announced.
"""

import sys
import time


def passed() -> float:
    """Return seconds since some moment, sleep included."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    # On Windows this counts since the start of the system, its sleep included (GetTickCount64).
    return time.monotonic()


def awake() -> float:
    """Return seconds since some moment, sleep left out."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        import ctypes

        hundred_ns = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundred_ns))
        return hundred_ns.value / 1e7
    return time.monotonic()
