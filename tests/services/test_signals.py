from datetime import date, timedelta

import pytest

from desktop.domain.conversations.conversation import Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.private.signals import CameOf
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.goals import GoalWording
from desktop.domain.signals import SignalKind
from desktop.services import conversations, goals, people, plans
from desktop.services.plans import Booking
from desktop.services.private import signals
from tests.helpers.vaults import OpenVault


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def came_of(vault: OpenVault, who: PersonId) -> CameOf:
    return signals.of_person(vault.private, who)[0].outcome.what


def booked(vault: OpenVault, who: PersonId, days: int) -> None:
    day = vault.clock().date() + timedelta(days=days)
    plans.book(vault.shared, who, Booking(day, "10:00", "60"))


@pytest.mark.parametrize("kind", SignalKind)
def test_what_was_noticed_waits_until_something_is_done(
    vault: OpenVault, priya: PersonId, kind: SignalKind
) -> None:
    signals.notice(vault.private, priya, kind)

    assert [noticed.signal.kind for noticed in signals.waiting(vault.private)] == [kind]


def test_a_talk_booked_soon_answers_a_trigger_and_calling_it_off_brings_it_back(
    vault: OpenVault, priya: PersonId
) -> None:
    signals.notice(vault.private, priya, SignalKind.MILESTONE)
    booked(vault, priya, days=10)
    assert came_of(vault, priya) is CameOf.BOOKED

    plan = plans.next_with(vault.shared, priya)
    assert plan is not None
    plans.cancel(vault.shared, plan.id)

    assert came_of(vault, priya) is CameOf.WAITS


def test_a_talk_booked_for_the_far_end_of_the_quarter_answers_nothing(
    vault: OpenVault, priya: PersonId
) -> None:
    booked(vault, priya, days=40)
    signals.notice(vault.private, priya, SignalKind.COURTED)

    assert came_of(vault, priya) is CameOf.WAITS


def test_a_hint_of_leaving_does_not_wait_a_week_and_stands_first(
    vault: OpenVault, priya: PersonId
) -> None:
    signals.notice(vault.private, priya, SignalKind.LEAVING_HINT)
    signals.notice(vault.private, priya, SignalKind.ROLE_CHANGED)
    booked(vault, priya, days=7)

    waiting = signals.waiting(vault.private)

    assert [noticed.signal.kind for noticed in waiting] == [SignalKind.LEAVING_HINT]


def test_a_talk_answers_what_was_noticed_before_it_and_not_what_comes_after(
    vault: OpenVault, priya: PersonId
) -> None:
    signals.notice(vault.private, priya, SignalKind.LESS_DRIVE)
    vault.clock.at += timedelta(hours=1)
    talk = conversations.begin(vault.shared, priya, Kind.CHECK_IN).value
    conversations.close(vault.shared, talk)
    assert came_of(vault, priya) is CameOf.TALKED

    vault.clock.at += timedelta(hours=1)
    signals.notice(vault.private, priya, SignalKind.LESS_DRIVE)

    assert came_of(vault, priya) is CameOf.WAITS


def test_a_contract_review_is_not_the_talk_that_a_trigger_asks_for(
    vault: OpenVault, priya: PersonId
) -> None:
    signals.notice(vault.private, priya, SignalKind.COURTED)
    conversations.begin(vault.shared, priya, Kind.CONTRACT_REVIEW)

    assert came_of(vault, priya) is CameOf.WAITS


def test_a_goal_written_since_answers_a_sign_that_they_have_changed(
    vault: OpenVault, priya: PersonId
) -> None:
    goals.write(vault.shared, priya, GoalWording("Lead a team"))
    vault.clock.at += timedelta(days=1)
    signals.notice(vault.private, priya, SignalKind.FELT_OTHERWISE)
    assert came_of(vault, priya) is CameOf.WAITS

    vault.clock.at += timedelta(days=1)
    goals.write(vault.shared, priya, GoalWording("Own the design"))

    assert came_of(vault, priya) is CameOf.GOALS_REVISED


def test_setting_aside_needs_a_word_and_can_be_taken_back(
    vault: OpenVault, priya: PersonId
) -> None:
    which = signals.notice(vault.private, priya, SignalKind.BACK).value
    with pytest.raises(Refusal):
        signals.set_aside(vault.private, which, PrivateText("  "))

    signals.set_aside(vault.private, which, PrivateText("We spoke in passing"))
    assert came_of(vault, priya) is CameOf.SET_ASIDE

    signals.bring_back(vault.private, which)
    assert came_of(vault, priya) is CameOf.WAITS


def test_what_was_noted_by_mistake_leaves_no_trace(vault: OpenVault, priya: PersonId) -> None:
    which = signals.notice(vault.private, priya, SignalKind.BACK).value

    signals.take_back(vault.private, which)

    assert signals.of_person(vault.private, priya) == ()


def test_the_day_it_was_noticed_is_kept(vault: OpenVault, priya: PersonId) -> None:
    signals.notice(vault.private, priya, SignalKind.BACK)
    vault.clock.at += timedelta(days=30)

    assert signals.of_person(vault.private, priya)[0].signal.noted.date() == date(2026, 11, 22)
