"""How much memory this process holds."""

import sys
from pathlib import Path


def resident_mb() -> float:
    """Return the resident memory in MB; without ``/proc``, the most there ever was."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * 4096 / 1e6
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
