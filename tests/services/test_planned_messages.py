"""What leaves before a talk: its time for the calendar, its messages as unsent e-mails."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import icalendar
import pytest

from desktop.domain.ids import PersonId, PlannedId
from desktop.domain.shared.messages import MessageKind
from desktop.services import people, plans, sending
from desktop.services.plans import Booking
from tests.helpers.vaults import OpenVault

THURSDAY = Booking(date(2026, 11, 26), "10:00", "60")


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    who = people.add(vault.shared, "Priya Nair").value
    person = people.person(vault.shared, who)
    people.describe(vault.shared, replace(person, email="priya@example.org"))
    return who


@pytest.fixture
def plan(vault: OpenVault, priya: PersonId) -> PlannedId:
    return plans.book(vault.shared, priya, THURSDAY).value


def the_event(vault: OpenVault, plan: PlannedId, *, details: bool = False) -> Any:
    content = sending.planned_time(vault.shared, plan, details=details)
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return event


def test_the_time_is_taken_with_an_alarm_and_a_title_that_gives_nothing_away(
    vault: OpenVault, plan: PlannedId
) -> None:
    event = the_event(vault, plan)
    begins = datetime(2026, 11, 26, 10, tzinfo=UTC)
    assert event.decoded("dtstart") == begins
    assert event.decoded("dtend") == begins + timedelta(hours=1)
    assert str(event["summary"]) == "1:1"
    assert str(event["transp"]) == "OPAQUE"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == -timedelta(minutes=15)
    assert b"Priya" not in sending.planned_time(vault.shared, plan)
    assert "Priya" in str(the_event(vault, plan, details=True)["summary"])


def test_imported_again_it_moves_and_goes_when_the_talk_is_called_off(
    vault: OpenVault, plan: PlannedId
) -> None:
    first = the_event(vault, plan)
    vault.clock.forward(hours=1)
    plans.move(vault.shared, plan, Booking(date(2026, 11, 27), "15:30", "60"))
    moved = the_event(vault, plan)
    assert moved["uid"] == first["uid"]
    assert moved["sequence"] > first["sequence"]
    assert moved.decoded("dtstart") == datetime(2026, 11, 27, 15, 30, tzinfo=UTC)

    vault.clock.forward(hours=1)
    plans.cancel(vault.shared, plan)
    gone = the_event(vault, plan)
    assert gone["uid"] == first["uid"]
    assert gone["sequence"] > moved["sequence"]
    assert str(gone["status"]) == "CANCELLED"
    assert gone.walk("VALARM") == []


@pytest.mark.parametrize("kind", list(MessageKind))
def test_a_message_before_a_talk_is_an_unsent_mail_with_these_words(
    vault: OpenVault, plan: PlannedId, kind: MessageKind
) -> None:
    made = sending.planned_draft(vault.shared, plan, kind, "Shall we talk?")
    mail = message_from_bytes(made.content, policy=default)
    assert made.addressed
    assert "priya@example.org" in str(mail["To"])
    assert mail["X-Unsent"] == "1"
    assert str(mail["Subject"]).strip()
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Shall we talk?" in body.get_content()
