"""Reads the day that somebody typed into a date field, in figures or as it is spoken."""

import re
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale

from desktop.domain.cadence import months_later
from desktop.ui.look import dates

SHOWN: Final = "d MMM yyyy"
_READ: Final = (SHOWN, "d MMMM yyyy", "d.M.yyyy", "d/M/yyyy", "yyyy-M-d", "MMMM yyyy", "MMM yyyy")
_READ_WITHOUT_YEAR: Final = ("d MMM", "d MMMM", "d.M.", "d/M")
_LEAP: Final = 8  # years at most from one 29 February to the next
_AHEAD: Final = re.compile(r"in (\d{1,3}|an?) (day|week|month|year)s?")
_AGO: Final = re.compile(r"(\d{1,3}|an?) (day|week|month|year)s? ago")
_MONTHS: Final = {"month": 1, "year": 12}


def read_date(text: str, locale: QLocale, today: date, *, past: bool = False) -> date | None:
    """Return the date somebody typed, or None; without a year it is the next such day.

    Near days may be called as people call them: today, tomorrow, Monday, next Monday, in 3 weeks.
    Where the ``past`` is asked for, a day without a year and Monday are the last such day.
    """
    for pattern in _READ:
        day = locale.toDate(text, pattern)
        if day.isValid():
            return date(day.year(), day.month(), day.day())
    way = -1 if past else 1
    return _without_year(text, locale, today, way) or _spoken(text.casefold(), locale, today, way)


def _without_year(text: str, locale: QLocale, today: date, way: int) -> date | None:
    for year in range(today.year, today.year + way * (_LEAP + 1), way):
        for pattern in _READ_WITHOUT_YEAR:
            day = locale.toDate(f"{text} {year}", f"{pattern} yyyy")
            found = date(day.year(), day.month(), day.day()) if day.isValid() else None
            if found is not None and way * (found - today).days >= 0:
                return found
    return None


def _spoken(text: str, locale: QLocale, today: date, way: int) -> date | None:
    """Return a near day; Monday is the next one that is not today, next Monday that of next week.

    Where the ``way`` leads back, Monday and last Monday are the one before today. The week is the
    one from Monday on; whoever meant another sees the date that it became.
    """
    one = timedelta(days=1)
    week = [today + way * days * one for days in range(1, 8)]
    for day in (today - one, today, today + one, *week):
        if text == dates.spoken_day(day, today).casefold():
            return day
    for day in week:
        if text.removeprefix("on ").removeprefix("last " if way < 0 else "") in _names(day, locale):
            return day
    if text.startswith("next "):
        monday = today + timedelta(days=7 - today.weekday())
        for day in (monday + timedelta(days=days) for days in range(7)):
            if text.removeprefix("next ") in _names(day, locale):
                return day
    for form, towards in ((_AHEAD, 1), (_AGO, -1)):
        if said := form.fullmatch(text):
            return _away(said, today, towards)
    return None


def _away(said: re.Match[str], today: date, towards: int) -> date | None:
    count = towards * (int(said[1]) if said[1].isdecimal() else 1)
    try:
        if said[2] in _MONTHS:
            return months_later(today, count * _MONTHS[said[2]])
        return today + timedelta(days=count * (7 if said[2] == "week" else 1))
    except (ValueError, OverflowError):
        return None


def _names(day: date, locale: QLocale) -> set[str]:
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {locale.dayName(day.isoweekday(), form).casefold() for form in forms}
