"""Dates as people say them: "Thursday", "in 4 days", "2 days late"."""

from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale


class Tone(StrEnum):
    """How a date sounds; each tone has its own colour and its own words."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


def short_day(day: date) -> str:
    """Return for example "18 Dec 2026"."""
    return _spelled(day, "d MMM yyyy")


def full_day(day: date) -> str:
    """Return for example "Thursday 26 November 2026"."""
    return _spelled(day, "dddd d MMMM yyyy")


def weekday_and_day(day: date) -> str:
    """Return for example "Sunday 22 November"."""
    return _spelled(day, "dddd d MMMM")


def month_year(day: date) -> str:
    """Return for example "January 2027"."""
    return _spelled(day, "MMMM yyyy")


def month(day: date) -> str:
    """Return for example "January"."""
    return _spelled(day, "MMMM")


def short_month(day: date) -> str:
    """Return for example "Jan 27", where many stand side by side."""
    return _spelled(day, "MMM yy")


def day_and_month(day: date) -> str:
    """Return for example "18 Dec", where the year stands nearby."""
    return _spelled(day, "d MMM")


def spoken_day(day: date, today: date) -> str:
    """Return a day as it is said: near ones by their name, far ones by their date."""
    away = (day - today).days
    near = {-1: _tr("yesterday"), 0: _tr("today"), 1: _tr("tomorrow")}
    if away in near:
        return near[away]
    if 1 < away < 7:
        return _spelled(day, "dddd")
    form = "d MMMM" if day.year == today.year else "d MMMM yyyy"
    return _spelled(day, form)


def unparted(words: str) -> str:
    """Return the words of a date such that no end of a line parts them."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def due(day: date, today: date) -> tuple[str, Tone]:
    """Return how a due date sounds, and its tone."""
    away = (day - today).days
    if away < 0:
        return _late(-away), Tone.LATE
    if away == 0:
        return _tr("today"), Tone.SOON
    if away == 1:
        return _tr("tomorrow"), Tone.SOON
    if away < 15:
        return _tr("in %n day(s)", away), Tone.CALM
    return spoken_day(day, today), Tone.CALM


def _late(days: int) -> str:
    if days < 15:
        return _tr("%n day(s) late", days)
    if days < 61:
        return _tr("%n week(s) late", days // 7)
    return _tr("%n month(s) late", days // 30)


def was_due(day: date, today: date) -> str:
    """Return how long ago something should have been: "due 3 weeks ago", "due in 5 days"."""
    away = (today - day).days
    if away <= 0:
        return _tr("due {when}").format(when=due(day, today)[0])
    if away < 15:
        return _tr("due %n day(s) ago", away)
    if away < 61:
        return _tr("due %n week(s) ago", away // 7)
    return _tr("due %n month(s) ago", away // 30)


def long_since(day: date, today: date) -> str:
    """Return how long ago something was, in months: "6 months", "2 years"."""
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < 24:
        return _tr("%n month(s)", max(months, 1))
    return _tr("%n year(s)", months // 12)


def hours_left(seconds: float) -> tuple[str, Tone]:
    """Return how much of the 48 hours is left, and its tone."""
    hours = int(abs(seconds) // 3600)
    if seconds < 0:
        late = _tr("%n hour(s) late", hours) if hours < 48 else _tr("%n day(s) late", hours // 24)
        return late, Tone.LATE
    if hours < 1:
        return _tr("less than an hour left"), Tone.SOON
    return _tr("%n hour(s) left", hours), Tone.SOON if hours < 24 else Tone.CALM


def ago(seconds: float) -> str:
    """Return for example "1 second ago" or "3 minutes ago"."""
    if seconds < 1:
        return _tr("just now")
    if seconds < 60:
        return _tr("%n second(s) ago", int(seconds))
    return _tr("%n minute(s) ago", int(seconds // 60))


def _tr(text: str, n: int = -1) -> str:
    translated = QCoreApplication.translate("Dates", text, None, n)
    if n >= 0 and "(s)" in translated:
        return translated.replace("(s)", "" if n == 1 else "s")
    return translated


@lru_cache(4096)
def _spelled(day: date, form: str) -> str:
    """Return a day in a form of Qt's; years of marks name the same days over and over."""
    return _locale().toString(QDate(day.year, day.month, day.day), form)


@cache
def _locale() -> QLocale:
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
