"""Which backups may go: many are made, few are kept, and no clock can take the last ones away."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.vault.restore_points import FEWEST, RestorePoint, surplus

Thinning = Callable[[Sequence[RestorePoint]], Iterable[RestorePoint]]
MEGABYTE = 1024**2
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

moments = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC)
)
clocks = st.lists(moments, max_size=120)


def point(number: int, made: datetime, size: int = 10 * MEGABYTE) -> RestorePoint:
    return RestorePoint(Path(f"{number:06d}.zip"), number, made, size, "a vault")


def points(made: Sequence[datetime], size: int = 10 * MEGABYTE) -> list[RestorePoint]:
    return [point(number, at, size) for number, at in enumerate(made, start=1)]


def kept_after_years(
    thin: Thinning = surplus, *, wrong_clock_on: date | None = None, years: int = 10
) -> tuple[list[RestorePoint], list[RestorePoint]]:
    """Work three times on every weekday, thin after each, and return what is kept, and all."""
    kept: list[RestorePoint] = []
    made: list[RestorePoint] = []
    start = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
    for day in range(365 * years):
        morning = start + timedelta(days=day)
        if morning.weekday() > 4:
            continue
        for hour in (0, 3, 6):
            at = morning + timedelta(hours=hour)
            said = at.replace(year=at.year + 10) if at.date() == wrong_clock_on else at
            made.append(point(len(made) + 1, said))
            kept.append(made[-1])
            gone = {each.number for each in thin(kept)}
            kept = [each for each in kept if each.number not in gone]
    return kept, made


def last_of_each(made: list[RestorePoint], label: Callable[[date], object]) -> list[RestorePoint]:
    """Return the last point of each period, the latest period first."""
    return list({label(each.day): each for each in made}.values())[::-1]


def purged_by_date(kept: Sequence[RestorePoint]) -> Iterable[RestorePoint]:
    """Do what is usual and wrong: let go of everything older than a year before the latest date."""
    latest = max(each.made for each in kept)
    return [each for each in kept if latest - each.made > timedelta(days=365)]


@pytest.fixture(scope="module")
def ten_years() -> tuple[list[RestorePoint], list[RestorePoint]]:
    return kept_after_years()


def test_after_ten_years_there_are_41_points_and_they_reach_back_a_year(
    ten_years: tuple[list[RestorePoint], list[RestorePoint]],
) -> None:
    kept, made = ten_years
    assert len(kept) == 41
    assert made[-1].made - kept[0].made > timedelta(days=300)


def test_after_ten_years_the_last_of_every_day_of_a_week_is_there(
    ten_years: tuple[list[RestorePoint], list[RestorePoint]],
) -> None:
    kept, made = ten_years
    days = last_of_each(made, lambda day: day)
    assert set(kept) >= {*made[-10:], *days[:14]}


def test_after_ten_years_the_last_of_every_week_of_a_month_is_there(
    ten_years: tuple[list[RestorePoint], list[RestorePoint]],
) -> None:
    kept, made = ten_years
    assert set(kept) >= set(last_of_each(made, lambda day: day.isocalendar()[:2])[:5])


def test_after_ten_years_the_last_of_every_month_of_a_year_is_there(
    ten_years: tuple[list[RestorePoint], list[RestorePoint]],
) -> None:
    kept, made = ten_years
    assert set(kept) >= set(last_of_each(made, lambda day: (day.year, day.month))[:12])


def test_a_day_on_which_the_clock_was_ten_years_ahead_costs_nothing() -> None:
    wrong = date(2026, 9, 15)
    kept, made = kept_after_years(wrong_clock_on=wrong, years=1)
    months = last_of_each(
        [each for each in made if each.made.year == 2026], lambda day: (day.year, day.month)
    )
    assert set(kept) >= set(months[:11])
    assert set(kept) >= set(made[-10:])

    careless, _ = kept_after_years(purged_by_date, wrong_clock_on=wrong, years=1)
    assert not set(careless) >= set(months[:11])


@settings(max_examples=50, deadline=None)
@given(clocks)
def test_the_newest_ten_stay_whatever_the_clock_said(made: list[datetime]) -> None:
    all_of_them = points(made)
    assert not set(all_of_them[-10:]) & set(surplus(all_of_them))


@settings(max_examples=50, deadline=None)
@given(clocks)
def test_as_long_as_there_are_thirty_or_fewer_none_goes(made: list[datetime]) -> None:
    all_of_them = points(made)
    left = len(all_of_them) - len(surplus(all_of_them))
    assert left >= min(len(all_of_them), FEWEST)


@settings(max_examples=50, deadline=None)
@given(clocks)
def test_what_was_thinned_once_is_not_thinned_again(made: list[datetime]) -> None:
    all_of_them = points(made)
    gone = set(surplus(all_of_them))
    assert surplus([each for each in all_of_them if each not in gone]) == ()


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(60)))
def test_the_order_in_which_the_folder_lists_them_does_not_matter(order: list[int]) -> None:
    all_of_them = points([NOON + timedelta(hours=5 * number) for number in range(60)])
    shuffled = [all_of_them[place] for place in order]
    assert set(surplus(shuffled)) == set(surplus(all_of_them))


@settings(max_examples=50, deadline=None)
@given(clocks, st.integers(min_value=1, max_value=2000 * MEGABYTE), st.data())
def test_together_they_stay_below_the_most_or_are_the_fewest_that_make_sense(
    made: list[datetime], most_bytes: int, data: st.DataObject
) -> None:
    sizes = st.integers(min_value=1, max_value=200 * MEGABYTE)
    all_of_them = [point(number, at, data.draw(sizes)) for number, at in enumerate(made)]

    gone = set(surplus(all_of_them, most_bytes))

    kept = [each for each in all_of_them if each not in gone]
    assert kept[-3:] == all_of_them[-3:]
    assert sum(each.size for each in kept) <= most_bytes or len(kept) <= 14


def test_a_vault_that_grew_by_mistake_does_not_push_out_the_small_ones_before() -> None:
    months = [NOON + timedelta(days=30 * number) for number in range(6)]
    small = points(months)
    tomorrow = months[-1] + timedelta(days=1)
    huge = [point(100 + n, tomorrow + timedelta(hours=n), 3000 * MEGABYTE) for n in range(9)]

    gone = set(surplus([*small, *huge]))

    assert gone
    assert gone < set(huge)
