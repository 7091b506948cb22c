from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from desktop.ui.look import week

ENGLISH = QLocale.Language.English
SATURDAY, FRIDAY = date(2026, 11, 28), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("country", "begins"),
    [
        (QLocale.Country.UnitedKingdom, Qt.DayOfWeek.Monday),
        (QLocale.Country.UnitedStates, Qt.DayOfWeek.Sunday),
    ],
)
def test_a_week_begins_where_it_does_at_home(
    country: QLocale.Country, begins: Qt.DayOfWeek
) -> None:
    assert week.first_day(QLocale(ENGLISH, country)) is begins


def test_a_weekend_is_what_it_is_at_home() -> None:
    paris = QLocale(QLocale.Language.French, QLocale.Country.France)
    teheran = QLocale(QLocale.Language.Persian, QLocale.Country.Iran)

    assert week.is_weekend(SATURDAY, paris)
    assert not week.is_weekend(FRIDAY, paris)
    assert week.is_weekend(FRIDAY, teheran)


def test_a_date_that_onward_suggests_lies_on_a_day_of_work() -> None:
    paris = QLocale(QLocale.Language.French, QLocale.Country.France)
    teheran = QLocale(QLocale.Language.Persian, QLocale.Country.Iran)

    assert week.working_day_until(SATURDAY, paris) == FRIDAY
    assert week.working_day_until(FRIDAY, paris) == FRIDAY
    assert week.working_day_until(FRIDAY, teheran) == FRIDAY - timedelta(days=1)


def test_a_chosen_day_stands_above_the_system() -> None:
    week.begin_on(6)
    try:
        assert week.first_day(QLocale(ENGLISH)) is Qt.DayOfWeek.Saturday
    finally:
        week.begin_on(None)
