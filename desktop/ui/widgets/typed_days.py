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
_LEAP: Final = 8  # years at most to the next 29 February
_AHEAD: Final = re.compile(r"in (\d{1,3}|an?) (day|week|month|year)s?")
_MONTHS: Final = {"month": 1, "year": 12}


def read_date(text: str, locale: QLocale, today: date) -> date | None:
    """Return the date somebody typed, or None; without a year it is the next such day.

    Near days may be called as people call them: today, tomorrow, Monday, next Monday, in 3 weeks.
    """
    for pattern in _READ:
        day = locale.toDate(text, pattern)
        if day.isValid():
            return date(day.year(), day.month(), day.day())
    return _without_year(text, locale, today) or _spoken(text.casefold(), locale, today)


def _without_year(text: str, locale: QLocale, today: date) -> date | None:
    for year in range(today.year, today.year + _LEAP + 1):
        for pattern in _READ_WITHOUT_YEAR:
            day = locale.toDate(f"{text} {year}", f"{pattern} yyyy")
            if day.isValid() and (day.year(), day.month(), day.day()) >= _figures(today):
                return date(day.year(), day.month(), day.day())
    return None


def _spoken(text: str, locale: QLocale, today: date) -> date | None:
    """Return a near day; Monday is the next one that is not today, next Monday that of next week.

    The week is the one from Monday on; whoever meant another sees the date that it became.
    """
    week = [today + timedelta(days=days) for days in range(1, 8)]
    for day in (today - timedelta(days=1), today, *week):
        if text == dates.spoken_day(day, today).casefold():
            return day
    for day in week:
        if text.removeprefix("on ") in _names(day, locale):
            return day
    if text.startswith("next "):
        monday = today + timedelta(days=7 - today.weekday())
        for day in (monday + timedelta(days=days) for days in range(7)):
            if text.removeprefix("next ") in _names(day, locale):
                return day
    ahead = _AHEAD.fullmatch(text)
    return _in_a_while(ahead, today) if ahead else None


def _in_a_while(ahead: re.Match[str], today: date) -> date | None:
    count = int(ahead[1]) if ahead[1].isdecimal() else 1
    try:
        if ahead[2] in _MONTHS:
            return months_later(today, count * _MONTHS[ahead[2]])
        return today + timedelta(days=count * (7 if ahead[2] == "week" else 1))
    except (ValueError, OverflowError):
        return None


def _names(day: date, locale: QLocale) -> set[str]:
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    return {locale.dayName(day.isoweekday(), form).casefold() for form in forms}


def _figures(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
