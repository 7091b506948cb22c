"""What this computer enforces at this moment; looked at, never assumed (security.md section 1)."""

import sys
from dataclasses import dataclass
from pathlib import Path

from desktop import offline
from desktop.vault import hardening

_SWAPS = Path("/proc/swaps")


@dataclass(frozen=True, slots=True)
class Protection:
    """Each is True where it holds, False where it does not, None where nobody can tell."""

    network_refused: bool
    memory_closed: bool | None
    has_swap: bool | None


def protection() -> Protection:
    """Look at what holds for this very process."""
    return Protection(
        network_refused=offline.network_is_refused(),
        memory_closed=hardening.is_closed(),
        has_swap=_has_swap(),
    )


def _has_swap() -> bool | None:
    if sys.platform != "linux":
        return None
    try:
        return len(_SWAPS.read_text(encoding="ascii").splitlines()) > 1
    except OSError:
        return None
