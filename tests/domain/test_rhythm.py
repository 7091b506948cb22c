"""The quarters that are looked back at, whichever day it is."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cadence import Cadence, Pause, PauseReason
from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.rhythm import Beat, marks, quarters


def talk(day: date, kind: Kind = Kind.FULL) -> Conversation:
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return Conversation(ConversationId("t"), PersonId("p"), kind, at)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_four_quarters_follow_one_another_and_the_last_holds_today(today: date) -> None:
    shown = quarters(today)

    assert len(shown) == 4
    assert shown[-1].holds(today)
    assert all(a.end == b.begin for a, b in pairwise(shown))
    assert all(q.begin.day == 1 and q.begin.month in (1, 4, 7, 10) for q in shown)


def test_a_leap_day_belongs_to_the_first_quarter() -> None:
    assert quarters(date(2028, 2, 29))[-1].begin == date(2028, 1, 1)


def test_a_check_in_keeps_no_rhythm_and_nothing_was_missed_before_the_first_talk() -> None:
    today = date(2026, 11, 22)
    shown = quarters(today)
    held = [talk(date(2026, 5, 1)), talk(date(2026, 8, 1), Kind.CHECK_IN)]

    told = marks(shown, held, date(2026, 5, 1), Cadence(), today)

    assert [m.beat for m in told] == [Beat.BEFORE, Beat.HELD, Beat.MISSED, Beat.NOT_YET]


def test_a_pause_is_no_gap() -> None:
    today = date(2026, 11, 22)
    away = Cadence(pause=Pause(PauseReason.LEAVE, today + timedelta(days=9)))

    assert marks(quarters(today), [], None, away, today)[-1].beat is Beat.PAUSED
