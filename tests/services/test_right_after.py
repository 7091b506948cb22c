"""The checklist after a talk and the offer of a debrief, by what stands in the vault."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.conversations.after import Check
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, plans, shares
from desktop.services.plans import Booking
from desktop.services.private import after, answers, debriefs
from tests.helpers.vaults import OpenVault


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    """A conversation with Jun that ended just now."""
    return held(vault, "Jun Watanabe")


def held(vault: OpenVault, name: str) -> ConversationId:
    which = conversations.begin(vault.shared, people.add(vault.shared, name).value).value
    conversations.close(vault.shared, which)
    return which


def done(vault: OpenVault, talk: ConversationId) -> set[str]:
    return {check.value for check in after.checklist(vault.private, talk).done}


def test_what_the_vault_can_see_ticks_itself(vault: OpenVault, talk: ConversationId) -> None:
    assert done(vault, talk) == set()

    answers.write(vault.private, Answer(talk, QuestionId("N1"), PrivateText("Tired.")))
    assert done(vault, talk) == {"R6"}

    draft = contracts.draft(vault.shared, talk).value
    dated = replace(draft, next_conversation=date(2027, 2, 25), nothing_agreed_because="no time")
    contracts.word(vault.shared, dated)
    assert done(vault, talk) == {"R6"}, "a day agreed on is not booked yet"

    who = conversations.conversation(vault.shared, talk).person
    plans.book(vault.shared, who, Booking(date(2027, 2, 25), "10:00", "60"))
    assert done(vault, talk) == {"R3", "R6"}

    shares.note(vault.shared, talk, Way.CALENDAR, b"the dates")
    assert done(vault, talk) == {"R2", "R3", "R6"}

    shares.note(vault.shared, talk, Way.PDF, b"the page")
    assert done(vault, talk) == {"R1", "R2", "R3", "R6"}


def test_what_only_the_manager_knows_is_ticked_and_taken_back_by_hand(
    vault: OpenVault, talk: ConversationId
) -> None:
    for check in (Check.PROMISES_IN_CALENDAR, Check.URGENT_DONE, Check.ISSUES_TAKEN_FURTHER):
        after.tick(vault.private, talk, check, done=True)
        after.tick(vault.private, talk, check, done=True)
    after.tick(vault.private, talk, Check.URGENT_DONE, done=False)

    assert done(vault, talk) == {"R2", "R5"}


def test_nobody_can_tick_that_the_summary_was_sent(vault: OpenVault, talk: ConversationId) -> None:
    with pytest.raises(ValueError, match="R1"):
        after.tick(vault.private, talk, Check.SUMMARY_SENT, done=True)


def test_the_list_is_shown_for_a_fortnight_and_not_for_ever(
    vault: OpenVault, talk: ConversationId
) -> None:
    def shown() -> bool:
        return after.checklist(vault.private, talk).is_worth_showing(vault.clock())

    before = shown()
    vault.clock.forward(days=13)
    still = shown()
    vault.clock.forward(days=1)

    assert (before, still, shown()) == (True, True, False)


def test_the_debrief_is_offered_on_the_day_of_the_talk_only(
    vault: OpenVault, talk: ConversationId
) -> None:
    offered = debriefs.to_offer(vault.private)
    vault.clock.forward(hours=10)

    assert offered is not None
    assert offered.conversation.id == talk
    assert debriefs.to_offer(vault.private) is None


def test_a_debrief_that_was_written_or_declined_is_not_offered_again(
    vault: OpenVault, talk: ConversationId
) -> None:
    vault.clock.forward(minutes=10)
    later = held(vault, "Priya Nair")
    debriefs.write(vault.private, Debrief(later, avoided=PrivateText("Pay.")))
    next_one = debriefs.to_offer(vault.private)
    debriefs.decline(vault.private, talk)

    assert next_one is not None
    assert next_one.conversation.id == talk
    assert debriefs.to_offer(vault.private) is None


def test_declining_takes_nothing_away_that_was_written(
    vault: OpenVault, talk: ConversationId
) -> None:
    written = Debrief(talk, saw=PrivateText("Looked at the door."), talking=Talking.MORE)
    debriefs.write(vault.private, written)

    debriefs.decline(vault.private, talk)

    assert debriefs.of_conversation(vault.private, talk) == written


def test_what_was_to_be_tried_comes_back_at_the_next_debrief_with_the_same_person(
    vault: OpenVault, talk: ConversationId
) -> None:
    debriefs.write(vault.private, Debrief(talk, to_try=PrivateText("Count to seven.")))
    vault.clock.forward(days=90)
    again = conversations.begin(vault.shared, conversations.conversation(vault.shared, talk).person)
    with_somebody_else = held(vault, "Priya Nair")

    earlier = debriefs.to_try_from_last_time(vault.private, again.value)

    assert earlier is not None
    assert earlier.words == PrivateText("Count to seven.")
    assert debriefs.to_try_from_last_time(vault.private, with_somebody_else) is None
    assert debriefs.to_try_from_last_time(vault.private, talk) is None
