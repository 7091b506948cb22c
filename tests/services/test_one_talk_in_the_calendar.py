"""The next conversation stands once in a calendar, whichever file was imported first."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, plans, sending, shares
from desktop.services.plans import Booking
from tests.helpers.vaults import OpenVault

NEXT = date(2026, 12, 3)


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A conversation whose contract names the day of the next one."""
    which = conversations.begin(vault.shared, priya).value
    draft = contracts.draft(vault.shared, which).value
    contracts.word(vault.shared, replace(draft, next_conversation=NEXT))
    return which


def standing(*files: bytes) -> set[str]:
    """Return what a calendar holds after importing these files, by identity."""
    state: dict[str, str] = {}
    for content in files:
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT"):
            state[str(event["uid"])] = str(event["status"])
    return {uid for uid, status in state.items() if status != "CANCELLED"}


def saved_dates(vault: OpenVault, talk: ConversationId) -> bytes:
    content = sending.calendar(vault.shared, talk)
    shares.note(vault.shared, talk, Way.CALENDAR, content)
    return content


def test_a_booked_talk_stands_for_the_day_that_the_contract_names(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    plan = plans.book(vault.shared, priya, Booking(NEXT, "10:00", "60")).value

    own = sending.planned_time(vault.shared, plan)
    dates = saved_dates(vault, talk)

    assert len(standing(own, dates)) == 1
    assert standing(own, dates) == standing(own)


def test_a_talk_booked_later_takes_the_place_of_the_day_already_imported(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    dates = saved_dates(vault, talk)
    plan = plans.book(vault.shared, priya, Booking(NEXT, "10:00", "60")).value

    own = sending.planned_time(vault.shared, plan)
    again = saved_dates(vault, talk)

    assert len(standing(dates)) == 1
    assert standing(dates, own) == standing(own)
    assert standing(dates, again) == standing(own)


def test_a_talk_on_another_day_or_called_off_leaves_the_contract_its_own(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    sooner = plans.book(vault.shared, priya, Booking(date(2026, 11, 30), "10:00", "60")).value
    gone = plans.book(vault.shared, priya, Booking(NEXT, "10:00", "60")).value
    plans.cancel(vault.shared, gone)

    dates = saved_dates(vault, talk)

    assert len(standing(dates)) == 1
    assert not standing(dates) & standing(sending.planned_time(vault.shared, sooner))
    assert standing(dates, sending.planned_time(vault.shared, gone)) == standing(dates)
