"""Light or dark, and how large the text is: for this computer, and for its lock screen too.

It lies outside the vault, or the lock screen could not be read by whoever needs large text, and a
vault that travels would bring the size of another screen along. No word of anybody stands in it.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from desktop import files
from desktop.domain.errors import Trouble
from desktop.vault.durable import write_durably

THEMES: Final = ("system", "light", "dark")
LEAST, MOST = 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Looks:
    """A theme by name, and the size of the text, 1.0 for 100 %."""

    theme: str = "system"
    text_scale: float = 1.0


def chosen() -> Looks:
    """Return what was chosen; a file that cannot be read is as good as none."""
    found = _read()
    theme, scale = found.get("theme"), found.get("text_scale")
    is_size = isinstance(scale, (int, float)) and LEAST <= scale <= MOST
    return Looks(
        theme if isinstance(theme, str) and theme in THEMES else "system",
        float(scale) if is_size and scale is not None else 1.0,
    )


def choose(looks: Looks) -> None:
    """Look like this from the next start on, too; Trouble where that cannot be kept."""
    place = files.looks()
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(place, json.dumps(asdict(looks), sort_keys=True).encode("ascii"))
    except (OSError, Trouble) as error:
        raise Trouble(
            what_happened="The new look could not be kept for the next start.",
            what_is_safe="It is worn now, and your vault is not concerned.",
            what_to_do=f"See whether you may write to {place.parent}, then choose it again.",
        ) from error


def _read() -> dict[str, Any]:
    try:
        found = json.loads(files.looks().read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
