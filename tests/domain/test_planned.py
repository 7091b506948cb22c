from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.conversations.planned import (
    Planned,
    proper_day,
    proper_minutes,
    proper_time,
    still_to_come,
)
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, PlannedId

TODAY = date(2026, 11, 22)
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
PRIYA = PersonId("priya")
PLAN = Planned(PlannedId("p"), PRIYA, Kind.FULL, THURSDAY, 60)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:00", time(10)),
        ("9.30", time(9, 30)),
        ("14", time(14)),
        ("1430", time(14, 30)),
        ("2 pm", time(14)),
        ("12am", time(0)),
        (" 08:05 ", time(8, 5)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: time) -> None:
    assert proper_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "10:75", "soon", "10:0", "-1:00", "1:00:00"])
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refusal, match="10:00 or 14:30") as refused:
        proper_time(typed)
    assert refused.value.field == "time"


@pytest.mark.parametrize("typed", ["44", "20", "0"])
def test_a_full_conversation_asks_for_a_session_of_its_own(typed: str) -> None:
    with pytest.raises(Refusal, match="a session of its own: at least 45 minutes") as refused:
        proper_minutes(Kind.FULL, typed)
    assert refused.value.field == "minutes"


@pytest.mark.parametrize("typed", ["", "an hour", "-60", "6\u0660", "60.5", "99999"])
def test_minutes_that_are_no_number_are_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="such as 60"):
        proper_minutes(Kind.FULL, typed)


def test_forty_five_minutes_are_enough_and_a_day_is_too_long() -> None:
    assert proper_minutes(Kind.FULL, "45") == 45
    assert proper_minutes(Kind.FULL, " 90 min") == 90
    with pytest.raises(Refusal, match="too long for one sitting"):
        proper_minutes(Kind.FULL, "480")


def test_a_day_that_has_passed_is_refused_and_so_is_none() -> None:
    with pytest.raises(Refusal, match="That day has passed"):
        proper_day(date(2026, 11, 21), TODAY)
    with pytest.raises(Refusal, match="On which day"):
        proper_day(None, TODAY)
    assert proper_day(TODAY, TODAY) == TODAY


def test_a_time_earlier_today_is_refused() -> None:
    with pytest.raises(Refusal, match="That time has passed"):
        still_to_come(THURSDAY, THURSDAY.replace(hour=11))


def test_a_talk_on_its_day_keeps_a_booking_and_an_earlier_one_does_not() -> None:
    earlier = Conversation(ConversationId("a"), PRIYA, Kind.FULL, THURSDAY.replace(day=25))
    that_day = replace(earlier, begun=THURSDAY.replace(hour=9))
    other = replace(that_day, person=PersonId("jun"))

    assert PLAN.waits([earlier, other])
    assert not PLAN.waits([earlier, that_day])


def test_a_booking_that_was_begun_or_called_off_no_longer_waits() -> None:
    assert not replace(PLAN, conversation=ConversationId("a")).waits([])
    assert not replace(PLAN, cancelled=THURSDAY).waits([])
