"""The stretch of time that a picture shows, whatever the days in it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.plots.span import LEAST_DAYS, Span, whole

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(st.lists(DAYS, max_size=40))
def test_all_of_it_holds_every_day_and_none_lies_on_the_edge(days: list[date]) -> None:
    span = whole(days)

    assert all(0 < span.place(day) < 1 for day in days)
    assert span.days >= LEAST_DAYS


def test_one_day_alone_lies_in_the_middle_of_a_fortnight() -> None:
    day = date(2024, 2, 29)

    assert whole([day]).place(day) == pytest.approx(0.5)
    assert whole([day]).days == LEAST_DAYS


@given(st.lists(DAYS, min_size=1), st.floats(0.01, 100), st.floats(0, 1), st.floats(-5, 5))
def test_zooming_and_moving_never_leaves_what_there_is(
    days: list[date], factor: float, around: float, share: float
) -> None:
    everything = whole(days)
    span = everything.closer(factor, around).moved(share).within(everything)

    assert span.begin >= everything.begin - 1e-6
    assert span.end <= everything.end + 1e-6
    assert span.days >= LEAST_DAYS - 1e-6


@given(st.lists(DAYS, min_size=2), st.floats(1, 50))
def test_a_day_that_is_gone_to_comes_into_sight_and_the_scale_stays(
    days: list[date], factor: float
) -> None:
    everything = whole(days)
    near = everything.closer(factor, 0.0).within(everything)
    shown = near.showing(days[-1]).within(everything)

    assert shown.holds(days[-1])
    assert shown.days == pytest.approx(near.days)


@given(DAYS, st.integers(1, 40_000), st.floats(1, 30))
def test_no_more_days_are_named_than_have_room_and_they_follow_each_other(
    first: date, days: int, room: float
) -> None:
    span = whole([first, first + timedelta(days=days)])
    _, named = span.named_days(room)

    assert len(named) <= room + 2
    assert list(named) == sorted(set(named))
    assert all(span.holds(day) for day in named)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(day: date) -> None:
    span = whole([day])

    assert span.holds(day)
    span.named_days(8)
    Span(date.min.toordinal() - 400, date.max.toordinal() + 400).named_days(5)
