from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cadence import Cadence, Pause, PauseReason, Rhythm, months_later
from desktop.domain.rhythm import quarters

DAYS = st.dates(date(1996, 1, 1), date(2096, 12, 31))
MONTHS = st.integers(1, 48)


def test_monthly_from_the_last_of_january_comes_back_to_the_31st() -> None:
    start = date(2027, 1, 31)
    assert [months_later(start, n) for n in (1, 2, 3)] == [
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]


def test_a_leap_day_is_met_and_kept() -> None:
    assert months_later(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_later(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_later(date(2028, 2, 29), 48) == date(2032, 2, 29)


def test_a_quarter_across_the_turn_of_the_year() -> None:
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)


@given(DAYS, MONTHS)
def test_it_is_the_same_day_or_the_last_of_a_shorter_month(start: date, months: int) -> None:
    later = months_later(start, months)

    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day == min(start.day, monthrange(later.year, later.month)[1])


@given(DAYS, MONTHS)
def test_a_later_month_is_a_later_day_and_a_month_is_28_to_31_days(
    start: date, months: int
) -> None:
    between = months_later(start, months) - months_later(start, months - 1)
    assert timedelta(days=28) <= between <= timedelta(days=31)


@given(DAYS, DAYS, MONTHS)
def test_nothing_is_due_within_a_pause_that_came_after_the_talk(
    last: date, until: date, months: int
) -> None:
    due = Cadence(pause=Pause(PauseReason.LEAVE, until)).due(last, months)

    assert due > until if last <= until else due == months_later(last, months)


@given(DAYS, st.integers(0, 400), DAYS)
def test_a_quarter_was_a_pause_when_half_of_its_days_were(since: date, days: int, on: date) -> None:
    pause = Pause(PauseReason.LEAVE, since + timedelta(days=days), since)
    quarter = quarters(on)[-1]
    length = (quarter.end - quarter.begin).days
    in_it = [quarter.begin + timedelta(days=n) for n in range(length)]

    rested = sum(since <= day <= pause.until for day in in_it)

    assert pause.fills(quarter.begin, quarter.end) == (2 * rested >= length)


@given(st.sampled_from(Rhythm), st.integers(1, 12))
def test_no_rhythm_is_longer_than_a_quarter(rhythm: Rhythm, for_all: int) -> None:
    assert 1 <= Cadence(rhythm).months(for_all, date(2026, 11, 22)) <= 3
