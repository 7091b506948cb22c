"""The calendar file, read back by the library that wrote it and by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ids import CommitmentId, ContractId, ConversationId, fresh
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.letter import Letter
from desktop.export.calendar import calendar_file, first_working_day, occasions
from tests.export.letters import AGREED, LETTER, MANAGER, PERSON, commitment
from tests.export.odd_words import odd_names, odd_words, visible

NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
EVERYBODY = tuple(Owner)


def exported(
    letter: Letter,
    earlier: Sequence[Contract] = (),
    *,
    now: datetime = NOW,
    owners: Sequence[Owner] = EVERYBODY,
    details: bool = False,
) -> bytes:
    days = occasions(letter, earlier, today=now.date(), owners=owners, details=details)
    return calendar_file(days, now)


def events(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def on(content: bytes, day: date) -> Any:
    (event,) = [e for e in events(content) if e.decoded("dtstart") == day]
    return event


def test_every_date_of_the_contract_is_a_whole_free_private_day() -> None:
    found = events(exported(LETTER))
    assert [e.decoded("dtstart") for e in found] == [
        date(2026, 11, 27),
        date(2026, 11, 30),
        date(2026, 12, 18),
        date(2027, 1, 1),
        date(2027, 1, 15),
        date(2027, 2, 25),
    ]
    for event in found:
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"
        assert event["class"] == "PRIVATE"
        assert event["x-microsoft-cdo-busystatus"] == "FREE"
        assert event["status"] == "CONFIRMED"
        assert event.decoded("dtstamp") == NOW


def test_the_file_is_published_and_invites_nobody() -> None:
    calendar = icalendar.Calendar.from_ical(exported(LETTER))
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert all("organizer" not in e and "attendee" not in e for e in calendar.walk("VEVENT"))
    assert not calendar.errors


def test_titles_say_neither_a_name_nor_a_word_of_the_contract() -> None:
    content = exported(LETTER)
    assert {str(e["summary"]) for e in events(content)} == {
        "1:1 follow-up",
        "1:1 look back",
        "1:1",
    }
    assert all("description" not in e for e in events(content))
    for word in ("Priya", "Sam", "runbook", "Ruth", "rota"):
        assert word.encode() not in content


def test_details_are_told_to_whoever_asks_for_them() -> None:
    content = exported(LETTER, details=True)
    assert [str(e["summary"]) for e in events(content)] == [
        "For Priya Nair: Introduce Priya to Marta in Platform",
        "Priya Nair: Finish the runbook",
        "Priya Nair: Draft the failover design and walk the team through it",
        "Look back with Priya Nair: how the design review went, and the rota.",
        "For Priya Nair: Make the case for promotion to Ruth",
        "Career conversation with Priya Nair",
    ]


def test_a_long_commitment_is_short_in_the_title_and_whole_in_the_details() -> None:
    words = "Write the first line,\nthen the next; " * 200
    (event,) = events(exported(letter_only(commitment(MANAGER, words)), details=True))
    assert len(str(event["summary"])) == 120
    assert str(event["summary"]).endswith("…")
    assert str(event["description"]) == words.strip()


def letter_only(*commitments: Commitment) -> Letter:
    contract = replace(AGREED, commitments=commitments, review_month=None, next_conversation=None)
    return replace(LETTER, contract=contract)


def test_only_my_own_commitments_if_i_like() -> None:
    days = [e.decoded("dtstart") for e in events(exported(LETTER, owners=(MANAGER,)))]
    assert date(2026, 11, 27) in days
    assert date(2026, 11, 30) not in days
    assert date(2027, 2, 25) in days


def test_an_alarm_rings_at_nine_but_never_for_a_day_that_is_over() -> None:
    letter = letter_only(
        commitment(MANAGER, "over", date(2026, 11, 25)),
        commitment(MANAGER, "today", date(2026, 11, 26)),
        commitment(MANAGER, "to come", date(2026, 12, 1)),
    )
    over, today, to_come = events(exported(letter))
    assert over.walk("VALARM") == []
    for event in (today, to_come):
        (alarm,) = event.walk("VALARM")
        assert alarm["action"] == "DISPLAY"
        assert alarm.decoded("trigger") == timedelta(hours=9)
        assert alarm["description"] == "1:1 follow-up"


def test_today_is_today_where_the_manager_is() -> None:
    early_on_the_27th = datetime(2026, 11, 27, 1, tzinfo=timezone(timedelta(hours=9)))
    letter = letter_only(commitment(MANAGER, "over", date(2026, 11, 26)))
    (event,) = events(exported(letter, now=early_on_the_27th))
    assert event.walk("VALARM") == []
    assert event.decoded("dtstamp") == datetime(2026, 11, 26, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 5, 20), date(2027, 5, 3)),
        (date(2027, 8, 1), date(2027, 8, 2)),
        (date(2027, 2, 1), date(2027, 2, 1)),
    ],
)
def test_a_review_month_begins_on_its_first_working_day(month: date, day: date) -> None:
    assert first_working_day(month) == day


def test_an_unfinished_line_is_no_date_yet() -> None:
    letter = letter_only(
        commitment(PERSON, "some day", None),
        Commitment(CommitmentId("x"), None, "somebody", date(2026, 12, 1)),
    )
    assert events(exported(letter)) == []


def test_equal_input_gives_equal_bytes() -> None:
    assert exported(LETTER) == exported(LETTER)


def test_a_changed_commitment_keeps_its_identity_and_rises() -> None:
    before = on(exported(LETTER), date(2026, 11, 30))
    moved = replace(AGREED.of(PERSON)[0], what="Finish both runbooks", due=date(2026, 12, 4))
    contract = replace(AGREED, commitments=(moved,), version=5, id=ContractId("contract-5"))

    after = on(exported(replace(LETTER, contract=contract), now=later(1)), date(2026, 12, 4))

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def settled(contract: Contract, state: CommitmentState) -> Contract:
    lines = tuple(replace(c, state=state) for c in contract.commitments)
    return replace(contract, commitments=lines)


def test_a_kept_commitment_is_cancelled_without_an_alarm_and_comes_back_when_opened() -> None:
    day = date(2026, 11, 27)
    promised = on(exported(LETTER), day)
    done = replace(LETTER, contract=settled(AGREED, CommitmentState.DONE))
    kept = on(exported(done), day)
    opened = on(exported(LETTER, now=later(1)), day)

    assert kept["status"] == "CANCELLED"
    assert kept.walk("VALARM") == []
    assert opened["status"] == "CONFIRMED"
    assert promised["uid"] == kept["uid"] == opened["uid"]
    # Even within the same second.
    assert promised["sequence"] < kept["sequence"] < opened["sequence"]


def test_what_an_earlier_version_dated_and_this_one_dropped_is_cancelled() -> None:
    kept, dropped = AGREED.of(PERSON)
    now = replace(
        AGREED,
        id=ContractId("contract-5"),
        version=5,
        commitments=(kept,),
        review_month=None,
        next_conversation=None,
    )
    found = events(exported(replace(LETTER, contract=now), (AGREED,)))
    by_day = {e.decoded("dtstart"): str(e["status"]) for e in found}
    assert kept.due is not None
    assert dropped.due is not None
    assert by_day == {
        kept.due: "CONFIRMED",
        dropped.due: "CANCELLED",
        date(2026, 11, 27): "CANCELLED",
        date(2027, 1, 15): "CANCELLED",
        date(2027, 1, 1): "CANCELLED",
        date(2027, 2, 25): "CANCELLED",
    }


def test_what_is_long_over_is_not_cancelled_again_and_again() -> None:
    old = replace(settled(AGREED, CommitmentState.DONE), id=ContractId("old"), version=1)
    late = datetime(2027, 6, 1, tzinfo=UTC)
    assert events(exported(letter_only(), (old,), now=late)) == []


def test_the_next_conversation_of_another_talk_is_another_day_in_the_calendar() -> None:
    spring = replace(
        AGREED,
        conversation=ConversationId("february"),
        next_conversation=date(2027, 5, 25),
    )
    first = on(exported(LETTER), date(2027, 2, 25))["uid"]
    second = on(exported(replace(LETTER, contract=spring)), date(2027, 5, 25))["uid"]
    assert first != second


def test_no_identity_of_the_vault_is_in_the_file() -> None:
    commitments = tuple(replace(c, id=CommitmentId(fresh())) for c in AGREED.commitments)
    contract = replace(
        AGREED,
        commitments=commitments,
        conversation=ConversationId(fresh()),
        id=ContractId(fresh()),
    )
    for details in (False, True):
        content = exported(replace(LETTER, contract=contract), details=details).decode()
        plain = content.replace("\r\n ", "").replace("-", "")
        for identity in (contract.id, contract.conversation, *(c.id for c in commitments)):
            assert identity not in plain


def mine(what: str, due: date = date(2026, 12, 18)) -> Commitment:
    return Commitment(CommitmentId("one"), MANAGER, what, due)


@settings(deadline=None, max_examples=60)
@given(odd_names, odd_words, odd_words)
def test_odd_words_neither_break_the_file_nor_get_lost(name: str, what: str, about: str) -> None:
    contract = replace(AGREED, commitments=(mine(what),), review=about)
    content = exported(replace(LETTER, person_name=name, contract=contract), details=True)

    content.decode("utf-8")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert len(events(content)) == 3
    task = on(content, date(2026, 12, 18))
    assert visible(str(task.get("description", ""))) == visible(what)


@settings(deadline=None, max_examples=60)
@given(odd_names, odd_words)
def test_without_details_no_word_changes_the_file(name: str, what: str) -> None:
    letter = replace(letter_only(mine(what)), person_name=name)
    assert exported(letter) == exported(letter_only(mine("Finish the runbook")))


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 1)), st.datetimes(timezones=st.just(UTC)))
def test_any_date_can_be_written(day: date, now: datetime) -> None:
    (event,) = events(exported(letter_only(mine("it", day)), now=now))
    assert event.decoded("dtstart") == day
    assert event["sequence"] >= 0
