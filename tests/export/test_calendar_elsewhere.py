"""The calendar file through a parser that shares no code with the one that wrote it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.export.calendar import Occasion, calendar_file, occasions
from tests.export.letters import LETTER
from tests.export.odd_words import odd_names, odd_words, visible

vobject = pytest.importorskip("vobject")

NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


def read(content: bytes) -> list[Any]:
    """Return the events, after checking the whole against the rules of the format."""
    calendar = vobject.readOne(content.decode())
    calendar.validate(raiseException=True)
    return list(calendar.vevent_list)


def test_another_program_reads_every_day_and_its_alarm() -> None:
    found = read(calendar_file(occasions(LETTER, today=NOW.date()), NOW))
    assert [e.dtstart.value for e in found] == [
        date(2026, 11, 27),
        date(2026, 11, 30),
        date(2026, 12, 18),
        date(2027, 1, 1),
        date(2027, 1, 15),
        date(2027, 2, 25),
    ]
    assert len({e.uid.value for e in found}) == 6
    assert all(e.valarm.trigger.value == timedelta(hours=9) for e in found)


@settings(deadline=None, max_examples=60)
@given(odd_names, odd_words)
def test_another_program_reads_odd_words_as_they_were_written(title: str, details: str) -> None:
    occasion = Occasion("key", date(2026, 12, 1), title[:100], details)
    (event,) = read(calendar_file([occasion], NOW))
    assert visible(event.summary.value) == visible(title[:100])
    told = getattr(event, "description", None)
    assert visible(told.value if told else "") == visible(details)


def test_another_program_sees_what_is_cancelled() -> None:
    occasion = Occasion("key", date(2026, 12, 1), "1:1", cancelled=True)
    (event,) = read(calendar_file([occasion], NOW))
    assert event.status.value == "CANCELLED"
