"""What a manager's commitment promises beyond their authority, by the rules in ``resources``."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from desktop import files
from desktop.domain.ids import PersonId
from desktop.domain.shared.authority import BeyondAuthority, Outcome, Rules, beyond_authority
from desktop.storage.shelves import SharedShelf

_PART = re.compile(r"<(\w+)>")


def beyond(shelf: SharedShelf, who: PersonId, words: str) -> BeyondAuthority | None:
    """Return what a commitment to a person promises that is not the manager's to give (V4).

    Every language is looked at, whichever the windows speak: people write in several.
    """
    return beyond_authority(words, shelf.people.get(who).name, languages())


@cache
def languages() -> tuple[Rules, ...]:
    """Return the rules of every language there are rules for."""
    return tuple(_rules(file) for file in sorted((files.resources() / "promises").glob("*.toml")))


def _rules(file: Path) -> Rules:
    entry = tomllib.loads(file.read_text(encoding="utf-8"))
    parts = _spelled_out(entry["parts"])
    return Rules(
        outcomes=tuple(
            Outcome(name, _any_of(told["promised"], parts), told["instead"])
            for name, told in entry["outcome"].items()
        ),
        between=_any_of(entry["between"], parts),
        efforts=_any_of(entry["efforts"], parts),
        disclaims=_any_of(entry["disclaims"], parts),
    )


def _spelled_out(parts: dict[str, Any]) -> dict[str, str]:
    """Return the parts with the parts in them put in; a part may use those above it."""
    made: dict[str, str] = {}
    for name, words in parts.items():
        made[name] = _with_parts(
            f"(?:{'|'.join(words)})" if isinstance(words, list) else words, made
        )
    return made


def _any_of(phrases: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    either = "|".join(_with_parts(phrase, parts) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _with_parts(phrase: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda found: parts[found[1]], phrase)
