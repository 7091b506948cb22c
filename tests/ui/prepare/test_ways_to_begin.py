"""Beginning a talk from anywhere, of any kind; and typing in one that was held on paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.conversations.conversation import Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.services import conversations, people, plans, today
from desktop.services.plans import Booking
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

OpenWindow = Callable[[], Robot]


def choose(person: str, words: str) -> None:
    """Choose in the menu that is open, and close it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    of_person = next(action for action in menu.actions() if action.text() == person)
    inner = of_person.menu()
    assert isinstance(inner, QMenu)
    next(action for action in inner.actions() if action.text() == words).trigger()
    menu.close()
    QApplication.processEvents()


@pytest.mark.parametrize("page", ["Today", "People", "Opportunities", "Playbook"])
def test_a_talk_of_any_kind_begins_with_anybody_from_every_page(
    vault: OpenVault, priya: PersonId, window: OpenWindow, page: str
) -> None:
    people.add(vault.shared, "Jun Watanabe")
    robot = window()
    robot.press(page, within="Side bar")
    robot.keys("Ctrl+N")
    choose("Jun Watanabe", "Check-in")

    (talk,) = vault.shared.conversations.all()
    assert talk.kind is Kind.CHECK_IN
    assert talk.person != priya
    assert robot.has("Pause")


def test_what_is_under_way_is_continued_and_not_begun_twice(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    conversations.begin(vault.shared, priya)
    robot = window()
    robot.press("People", within="Side bar")
    robot.keys("Ctrl+N")
    choose("Priya Nair", "Continue: Full conversation")
    assert robot.has("Pause")
    assert len(vault.shared.conversations.all()) == 1


def test_a_talk_on_paper_is_typed_in_under_its_own_day(
    vault: OpenVault, priya: PersonId, window: OpenWindow
) -> None:
    robot = window()
    robot.press("People", within="Side bar")
    robot.keys("Ctrl+N")
    choose("Priya Nair", "Type in from paper…")
    robot.set_day("Day of the talk", "Friday")
    robot.type_into("It began at", "9:30")
    robot.press("Type it in")
    assert robot.reads("The talk is over, this is for your notes")

    (talk,) = vault.shared.conversations.all()
    assert talk.begun == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert robot.has("Next question")


@pytest.mark.parametrize(
    ("day", "time", "sentence"),
    [
        ("24 November 2026", "9:30", "That day is still to come."),
        ("20 November 2026", "half past", "At what time?"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(
    vault: OpenVault, priya: PersonId, window: OpenWindow, day: str, time: str, sentence: str
) -> None:
    robot = window()
    robot.press("People", within="Side bar")
    robot.keys("Ctrl+N")
    choose("Priya Nair", "Type in from paper…")
    robot.set_day("Day of the talk", day)
    robot.type_into("It began at", time)
    robot.press("Type it in")

    assert robot.reads(sentence)
    assert vault.shared.conversations.all() == ()


def test_the_clock_of_the_summary_counts_from_the_real_day(
    vault: OpenVault, priya: PersonId
) -> None:
    now = vault.shared.now()
    held = now - timedelta(days=3)
    conversations.type_in(vault.shared, priya, Kind.FULL, held.date(), "0:00")

    (owed,) = today.today(vault.shared).owed
    by = owed.conversation.summary_owed_by
    assert by is not None
    assert by < now
    assert today.standings(vault.shared)[priya] is today.Standing.LATE


def test_a_talk_without_a_day_is_asked_for_it(vault: OpenVault, priya: PersonId) -> None:
    with pytest.raises(Refusal, match="Choose the day"):
        conversations.type_in(vault.shared, priya, Kind.FULL, None, "9:30")


def test_an_hour_later_today_is_refused(vault: OpenVault, priya: PersonId) -> None:
    with pytest.raises(Refusal, match="time is still to come"):
        conversations.type_in(vault.shared, priya, Kind.FULL, vault.shared.today(), "23:59")


def test_a_planned_talk_typed_in_afterwards_was_held(vault: OpenVault, priya: PersonId) -> None:
    plans.book(vault.shared, priya, Booking(date(2026, 11, 26), "10:00", "60"))
    vault.clock.forward(days=7)
    conversations.type_in(vault.shared, priya, Kind.FULL, date(2026, 11, 26), "10:00")
    assert plans.waiting(vault.shared) == ()


def test_a_talk_on_paper_from_before_all_others_is_the_first_and_asks_for_no_change(
    vault: OpenVault, priya: PersonId
) -> None:
    conversations.begin(vault.shared, priya)

    typed = conversations.type_in(vault.shared, priya, Kind.FULL, date(2026, 11, 2), "9:30").value

    asked = {step.question for step in conversations.path(vault.shared, typed).steps}
    assert "O2" in asked
    assert "O3" not in asked
