"""Reminders are about the manager's own debts, once each, and say how many and nothing else."""

from datetime import timedelta

from desktop.domain.private.words import PrivateText
from desktop.domain.reminders import Reminder, Reminders
from desktop.domain.signals import SignalKind
from desktop.services import people, reminders
from desktop.services.private import signals
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import TODAY, Story, day


def test_what_is_due_is_said_once_a_day(vault: OpenVault) -> None:
    story = Story(vault)
    mine = {"Ask Ruth": "2026-11-20", "Write": "2026-11-22"}
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine=mine)

    assert reminders.say(vault.shared, seen=False).value == Reminder(2)
    assert reminders.say(vault.shared, seen=False).value is None

    vault.clock.at = TODAY + timedelta(days=1)
    assert reminders.say(vault.shared, seen=False).value == Reminder(2)


def test_what_falls_due_later_in_the_day_is_said_then(vault: OpenVault) -> None:
    story = Story(vault)
    story.ended(story.person("Jun Watanabe"), day("2026-11-21"))
    assert reminders.say(vault.shared, seen=False).value is None

    vault.clock.at = day("2026-11-23").replace(hour=12)
    assert reminders.say(vault.shared, seen=False).value == Reminder(1)


def test_what_was_looked_at_is_not_said_afterwards(vault: OpenVault) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})

    assert reminders.say(vault.shared, seen=True).value is None
    assert reminders.say(vault.shared, seen=False).value is None


def test_nobody_is_reminded_of_what_others_owe_or_of_a_signal(vault: OpenVault) -> None:
    story = Story(vault)
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), theirs={"Write the runbook": "2026-11-12"})
    signals.notice(vault.private, priya, SignalKind.LEAVING_HINT, PrivateText("The other offer"))

    assert reminders.say(vault.shared, seen=False).value is None


def test_off_is_off_and_writes_nothing(vault: OpenVault) -> None:
    story = Story(vault)
    story.agreed(story.person("Priya Nair"), day("2026-11-10"), mine={"Ask": "2026-11-20"})
    reminders.choose(vault.shared, Reminders.OFF)

    assert reminders.say(vault.shared, seen=False).value is None
    reminders.choose(vault.shared, Reminders.DISCREET)
    assert reminders.say(vault.shared, seen=False).value == Reminder(1)


def test_the_defaults_are_discreet_words_and_no_icon(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")

    assert reminders.how(vault.shared) is Reminders.DISCREET
    assert not reminders.has_icon(vault.shared)
