"""What a good listener does, whatever the question (playbook X1 to X11)."""

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop import files


@dataclass(frozen=True, slots=True)
class Technique:
    """One of eleven; ``id`` is its identifier in the playbook."""

    id: str
    name: str
    words: str


@cache
def techniques() -> tuple[Technique, ...]:
    """Return all of them in the playbook's order."""
    with (files.resources() / "techniques" / "en.toml").open("rb") as text:
        entries = tomllib.load(text)["technique"]
    return tuple(
        Technique(which, words["name"], words["words"]) for which, words in entries.items()
    )
