"""Reminders are about the manager's own debts, once each, and say how many and nothing else."""

from datetime import timedelta

import pytest

from desktop.domain.private.words import PrivateText
from desktop.domain.reminders import Reminder, Reminders, Told
from desktop.domain.signals import SignalKind
from desktop.services import people, reminders
from desktop.services.private import signals
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day


class Session:
    """What one open window has told so far."""

    def __init__(self, vault: OpenVault) -> None:
        self._vault, self._told = vault, Told()

    def look(self, *, seen: bool = False) -> Reminder | None:
        said, self._told = reminders.look(self._vault.shared, self._told, seen=seen)
        return said


@pytest.fixture
def told(vault: OpenVault) -> Session:
    return Session(vault)


def test_what_is_due_is_said_once_a_day(vault: OpenVault, told: Session) -> None:
    story = Story(vault)
    mine = {"Ask Ruth": "2026-11-20", "Write": "2026-11-22"}
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine=mine)

    assert told.look() == Reminder(2)
    assert told.look() is None

    vault.clock.at = TODAY + timedelta(days=1)
    assert told.look() == Reminder(2)


def test_what_falls_due_later_in_the_day_is_said_then(vault: OpenVault, told: Session) -> None:
    story = Story(vault)
    story.ended(story.person("Jun Watanabe"), day("2026-11-21"))
    assert told.look() is None

    vault.clock.at = day("2026-11-23").replace(hour=12)
    assert told.look() == Reminder(1)


def test_what_was_looked_at_is_not_said_afterwards(vault: OpenVault, told: Session) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})

    assert told.look(seen=True) is None
    assert told.look() is None


def test_nobody_is_reminded_of_what_others_owe_or_of_a_signal(
    vault: OpenVault, told: Session
) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), theirs={"Write the runbook": "2026-11-12"})
    signals.notice(vault.private, priya, SignalKind.LEAVING_HINT, PrivateText("The other offer"))

    assert told.look() is None


def test_off_is_off(vault: OpenVault, told: Session) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})
    reminders.choose(vault.shared, Reminders.OFF)

    assert told.look() is None
    reminders.choose(vault.shared, Reminders.DISCREET)
    assert told.look() == Reminder(1)


def test_the_defaults_are_discreet_words_and_no_icon(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")

    assert reminders.how(vault.shared) is Reminders.DISCREET
    assert not reminders.has_icon(vault.shared)


def test_a_reminder_writes_nothing_while_a_vault_may_be_copied(
    vault: OpenVault, told: Session
) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})
    before = (vault.folder / "notes.db").read_bytes()

    assert told.look() == Reminder(1)

    assert (vault.folder / "notes.db").read_bytes() == before
