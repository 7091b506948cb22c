"""The colours of one theme by role, so that no widget ever names a colour."""

import tomllib
from dataclasses import dataclass

from desktop import files


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour role of one theme, as ``#RRGGBB``."""

    dark: bool
    window: str
    surface: str
    side: str
    hover: str
    ink: str
    muted: str
    line: str
    accent: str
    accent_ground: str
    accent_hover: str
    on_accent: str
    focus: str
    private: str
    private_ground: str
    soon: str
    soon_ground: str
    late: str
    late_ground: str


def load(name: str) -> Theme:
    """Return the shipped theme called ``name`` ("light" or "dark")."""
    text = (files.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return Theme(**tomllib.loads(text))
