"""Dates stay right across zones, summer time, leap days and clocks that jump."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.conversations.conversation import SUMMARY_WITHIN, Kind
from desktop.domain.ids import PersonId
from desktop.services import conversations, people, today
from desktop.services.clock import here_and_now
from tests.helpers.vaults import OpenVault

ZONES = st.sampled_from(
    [
        *("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"),
        *("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca"),
    ]
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=ZONES.map(ZoneInfo))
ONE_VAULT = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def zone_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Whoever changes TZ moves the computer; it is back where it was afterwards."""
    yield monkeypatch
    monkeypatch.undo()
    here_and_now()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a program its zone once")
def test_a_program_that_runs_on_a_journey_tells_the_time_of_the_place_it_has_come_to(
    zone_of_the_computer: pytest.MonkeyPatch,
) -> None:
    told = []
    for zone in ("UTC", "Pacific/Kiritimati", "America/New_York"):
        zone_of_the_computer.setenv("TZ", zone)
        told.append(here_and_now())

    assert [moment.utcoffset() for moment in told[:2]] == [timedelta(0), timedelta(hours=14)]
    assert told[2].utcoffset() in (timedelta(hours=-5), timedelta(hours=-4))
    assert abs(told[2].timestamp() - time.time()) < 60


def talked(vault: OpenVault, who: PersonId, at: datetime) -> None:
    # As the system tells it: with the offset of that moment, not with the rules of the zone.
    vault.clock.at = at.astimezone(timezone(at.utcoffset() or timedelta()))
    talk = conversations.begin(vault.shared, who, Kind.FULL).value
    vault.clock.forward(hours=1)
    conversations.close(vault.shared, talk)


@ONE_VAULT
@given(at=MOMENTS)
def test_the_48_hours_are_hours_wherever_the_clocks_are_set(
    vault: OpenVault, priya: PersonId, at: datetime
) -> None:
    talked(vault, priya, at)
    talk = conversations.of_person(vault.shared, priya)[0]

    assert talk.ended is not None
    assert talk.summary_owed_by is not None
    assert talk.summary_owed_by - talk.ended == SUMMARY_WITHIN
    conversations_gone(vault, priya)


@ONE_VAULT
@given(at=MOMENTS, zone=ZONES, jump=st.timedeltas(timedelta(days=-4000), timedelta(days=4000)))
def test_today_can_be_read_wherever_one_is_and_whatever_the_clock_says(
    vault: OpenVault, priya: PersonId, at: datetime, zone: str, jump: timedelta
) -> None:
    talked(vault, priya, at)
    vault.clock.at = (at.astimezone(UTC) + jump).astimezone(ZoneInfo(zone))

    seen = today.today(vault.shared)

    assert seen.count >= 0
    assert today.standings(vault.shared, seen)[priya] in today.Standing
    conversations_gone(vault, priya)


def test_the_day_of_a_talk_is_the_day_where_it_was_held(vault: OpenVault, priya: PersonId) -> None:
    late_in_tokyo = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    talked(vault, priya, late_in_tokyo)
    vault.clock.at = (late_in_tokyo + timedelta(hours=3)).astimezone(ZoneInfo("Pacific/Honolulu"))

    assert vault.shared.today() == date(2026, 11, 20)
    assert conversations.of_person(vault.shared, priya)[0].begun.date() == date(2026, 11, 20)


def test_the_latest_talk_is_the_latest_whatever_its_date_says(
    vault: OpenVault, priya: PersonId
) -> None:
    tokyo = datetime(2026, 11, 21, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    talked(vault, priya, tokyo)
    talked(vault, priya, (tokyo + timedelta(hours=4)).astimezone(ZoneInfo("Pacific/Honolulu")))

    begun = [talk.begun for talk in conversations.of_person(vault.shared, priya)]

    assert begun == sorted(begun, reverse=True)
    assert begun[0].date() < begun[1].date()


def conversations_gone(vault: OpenVault, who: PersonId) -> None:
    """Begin the next example with an empty table."""
    from desktop.services.private import bin as rubbish

    for talk in conversations.of_person(vault.shared, who):
        rubbish.delete_conversation(vault.private, talk.id)
