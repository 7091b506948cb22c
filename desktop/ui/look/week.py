"""The week where the manager lives: on which day it begins, and which days nobody works."""

from datetime import date

from PySide6.QtCore import QLocale, Qt


def first_day(place: QLocale | None = None) -> Qt.DayOfWeek:
    """Return on which day a week begins, as the system has it for ``place``."""
    return (place or QLocale.system()).firstDayOfWeek()


def is_weekend(day: date, place: QLocale | None = None) -> bool:
    """Whether a day is none of the working days: Friday in Riyadh, Saturday in Paris."""
    return Qt.DayOfWeek(day.isoweekday()) not in (place or QLocale.system()).weekdays()
