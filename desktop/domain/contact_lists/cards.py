"""Reads vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350; pronouns as in RFC 9554)."""

import quopri
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from desktop.domain.contact_lists.lines import Line, line_of

_PROPERTY: Final = re.compile(r"(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([\\,;nN:])")
_PARTED: Final = re.compile(r"(?<!\\);")
_PREFERRED: Final = re.compile(r"[;,=]\"?PREF(?:=\"?(\d+))?\"?(?=[;,]|$)", re.IGNORECASE)
_LEAST_PREFERRED: Final = 101

_Property: TypeAlias = tuple[str, str, str]
"""The name of a property, its parameters and its value."""


def read_cards(text: str) -> Iterator[Line]:
    """Give a line for each card, numbered by where it begins."""
    card: list[_Property] = []
    begun = 0
    for number, line in _unfolded(text):
        found = _PROPERTY.fullmatch(line)
        name, params, value = (found[1].upper(), found[2], found[3]) if found else ("", "", "")
        if name == "BEGIN" and value.strip().upper() == "VCARD":
            if begun:
                yield Line(begun, None, "This card has no end.")
            card, begun = [], number
        elif name == "END" and value.strip().upper() == "VCARD" and begun:
            yield line_of(begun, _known(card))
            begun = 0
        elif begun and name:
            card.append((name, params, _plain(params, value)))
    if begun:
        yield Line(begun, None, "This card has no end.")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Give whole lines with their number: one goes on after a space, or after a soft break."""
    whole, begins = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        is_soft = whole.endswith("=") and "QUOTED-PRINTABLE" in whole.upper()
        if whole and line[:1] in (" ", "\t"):
            whole += line[1:]
        elif is_soft:
            whole = whole[:-1] + line
        else:
            if whole:
                yield begins, whole
            whole, begins = line, number
    if whole:
        yield begins, whole


def _plain(params: str, value: str) -> str:
    upper = params.upper()
    if "QUOTED-PRINTABLE" not in upper:
        return value
    charset = re.search(r"CHARSET=\"?([\w-]+)", upper)
    raw = quopri.decodestring(value.encode("ascii", "ignore"))
    try:
        return raw.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return raw.decode("latin-1")


def _known(card: list[_Property]) -> dict[str, str]:
    """Return what a card says; of each kind the preferred counts, else the first."""
    known: dict[str, str] = {}
    for name, _params, value in sorted(card, key=_rank):
        _learn(known, name, value)
    return known


def _rank(line: _Property) -> tuple[bool, int]:
    """Rank a title before a role, and a property by its PREF: ``PREF``, ``TYPE=pref`` or 1–100."""
    name, params, _value = line
    found = _PREFERRED.search(params)
    return name == "ROLE", int(found[1] or 1) if found else _LEAST_PREFERRED


def _learn(known: dict[str, str], name: str, value: str) -> None:
    """Keep what a property says, unless something before it said so."""
    parts = [_ESCAPED.sub(_unescaped, part).strip() for part in _PARTED.split(value)]
    if name == "FN":
        known.setdefault("name", _ESCAPED.sub(_unescaped, value))
    elif name == "N":
        known.setdefault("last name", parts[0])
        known.setdefault("first name", parts[1] if len(parts) > 1 else "")
    elif name == "EMAIL":
        known.setdefault("email", value.strip().removeprefix("mailto:"))
    elif name in ("TITLE", "ROLE"):
        known.setdefault("role", parts[0])
    elif name == "ORG" and len(parts) > 1:
        known.setdefault("team", parts[-1])
    elif name == "PRONOUNS":
        known.setdefault("pronouns", parts[0])


def _unescaped(found: re.Match[str]) -> str:
    return " " if found[1] in "nN" else found[1]
