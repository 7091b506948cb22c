"""What Onward is made of: every part that is shipped, with its version and licence (K10)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from desktop import files


@dataclass(frozen=True, slots=True)
class Part:
    """One part of somebody else's making."""

    name: str
    version: str
    licence: str


def texts() -> Path:
    """Return the folder with the whole text of every licence."""
    return files.resources() / "licences"


def parts() -> tuple[Part, ...]:
    """Return every shipped part in the order of its name."""
    found = tomllib.loads((texts() / "components.toml").read_text(encoding="utf-8"))["component"]
    return tuple(Part(each["name"], each["version"], each["licence"]) for each in found)
