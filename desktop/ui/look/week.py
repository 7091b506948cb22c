"""The week where the manager lives: on which day it begins, and which days nobody works."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt


class _Wish:
    """What the manager chose; None as the system has it."""

    day: Qt.DayOfWeek | None = None


def begin_on(day: int | None) -> None:
    """Begin every week on this day, 1 for Monday to 7; None as the system has it."""
    _Wish.day = None if day is None else Qt.DayOfWeek(day)


def first_day(place: QLocale | None = None) -> Qt.DayOfWeek:
    """Return on which day a week begins: as chosen, or as the system has it for ``place``."""
    return _Wish.day or (place or QLocale.system()).firstDayOfWeek()


def is_weekend(day: date, place: QLocale | None = None) -> bool:
    """Whether a day is none of the working days: Friday in Riyadh, Saturday in Paris."""
    return Qt.DayOfWeek(day.isoweekday()) not in (place or QLocale.system()).weekdays()


def working_day_until(day: date, place: QLocale | None = None) -> date:
    """Return the last day until then on which people work; a date of ours lies on no weekend."""
    before = (day - timedelta(days=days) for days in range(7))
    return next((each for each in before if not is_weekend(each, place)), day)
