"""Reads dates as people write them into a copy of the page, in the language of its months."""

import re
from datetime import date

from desktop.export.wording import Wording

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WITH_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:de\s+)?([^\W\d]+)\.?,?\s+(?:del?\s+)?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_AND_YEAR = re.compile(r"([^\W\d]+)\s+(?:de\s+)?(\d{4})")
_SHORTEST = 3
"""Letters of a month's name that are enough to know it."""


def day_in(text: str, words: Wording) -> date | None:
    """Return the day that a text is; None if it is anything else, or a day that never was."""
    text = " ".join(text.split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1], int(found[2]), found[3])
    if found := _WITH_DOTS.fullmatch(text):
        return _date(found[3], int(found[2]), found[1])
    if found := _DAY_FIRST.fullmatch(text):
        return _date(found[3], _month(found[2], words), found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(found[3], _month(found[1], words), found[2])
    return None


def month_in(text: str, words: Wording, seen_from: date) -> date | None:
    """Return the first day of a named month: the next one of that name unless a year is said."""
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return _date(found[2], _month(found[1], words), "1")
    number = _month(text, words)
    year = seen_from.year + (0 < number < seen_from.month)
    return _date(str(year), number, "1")


def _month(name: str, words: Wording) -> int:
    """Return a month from 1 to 12 by its name or the beginning of it; 0 for no month."""
    name = name.casefold()
    if len(name) < _SHORTEST:
        return 0
    starts = (n for n, month in enumerate(words.months, 1) if month.casefold().startswith(name))
    return next(starts, 0)


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
