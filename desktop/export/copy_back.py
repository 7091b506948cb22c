"""Reads the commitments out of a plain-text copy that somebody has changed (product F8)."""

import re
from datetime import date

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.corrections import CopiedLine
from desktop.domain.shared.letter import LANGUAGES
from desktop.export.wording import Wording, wording

_DATED = re.compile(r"^(.*?)\s*\((\d{1,2})(?:\.|er)?\s+(?:de\s+)?(\w+)\s+(?:de\s+)?(\d{4})\)\s*$")
_BULLET = re.compile(r"^\s*(?:>\s*)*[-*•]\s+")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")


def commitments_in(copy: str, person: str, manager: str) -> tuple[CopiedLine, ...]:
    """Return the commitments of a copy: list items below "Priya will" and "Sam will".

    Names are those the page calls them by. Quoting signs of a mail and other line breaks do no
    harm; an item without a date in brackets has none. The copy may be in any language of ours.
    """
    found = (_commitments_in(copy, person, manager, wording(tag)) for tag in LANGUAGES)
    return max(found, key=len)


def _commitments_in(copy: str, person: str, manager: str, words: Wording) -> tuple[CopiedLine, ...]:
    owners = {
        words.will.format(name=person).casefold(): Owner.PERSON,
        words.will.format(name=manager).casefold(): Owner.MANAGER,
    }
    owner: Owner | None = None
    found: list[tuple[Owner, str]] = []
    for raw in copy.splitlines():
        line = _QUOTED.sub("", raw)
        text = line.strip()
        if not text or set(text) <= set("-="):
            continue
        if text.casefold() in owners:
            owner = owners[text.casefold()]
        elif owner is not None and _BULLET.match(line):
            found.append((owner, _BULLET.sub("", line).strip()))
        elif owner is not None and found and line[:1].isspace():
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            owner = None
    names = {Owner.PERSON: person, Owner.MANAGER: manager}
    return tuple(_line(who, text, names[who], person, words) for who, text in found)


def _line(owner: Owner, text: str, name: str, person: str, words: Wording) -> CopiedLine:
    dated = _DATED.match(text)
    what, due = (dated[1], _day(dated[2], dated[3], dated[4], words)) if dated else (text, None)
    for aside in (words.will_argue, words.cannot_promise, words.in_their_words):
        for who in (name, person):
            what = what.removesuffix(aside.format(name=who)).strip()
    return CopiedLine(owner, " ".join(what.split()), due)


def _day(day: str, month: str, year: str, words: Wording) -> date | None:
    months = [name.casefold() for name in words.months]
    if month.casefold() not in months:
        return None
    try:
        return date(int(year), months.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None
