"""Words of ours that leave, in the language of the one who reads them."""

import tomllib
from functools import cache
from typing import Any

from desktop.files import resources

_FALLBACK = "en"


@cache
def words_in(folder: str, language: str) -> dict[str, Any]:
    """Return the words of a folder in ``resources/paper``, one file for each language.

    ``language`` is a BCP 47 tag; what has no words of its own in it gets English ones.
    """
    primary = language.split("-", maxsplit=1)[0].lower()
    files = {file.stem: file for file in (resources() / "paper" / folder).glob("*.toml")}
    chosen = (files[_FALLBACK], files.get(primary, files[_FALLBACK]))
    english, own = (tomllib.loads(file.read_text(encoding="utf-8")) for file in chosen)
    return english | own
