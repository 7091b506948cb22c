"""A revised draft can be dropped and brought back; what both agreed never can."""

from collections.abc import Callable
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.services import contracts, conversations, people
from desktop.services.private import bin as rubbish
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise


@pytest.fixture
def revised(
    lay: Callable[[ConversationId], Paper], vault: OpenVault, talk: ConversationId
) -> Paper:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 12, 1))
    contracts.agree(vault.shared, contracts.draft(vault.shared, talk).value)
    paper = lay(talk)
    paper.robot.press("Write the next version")
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 2", "Introduce Priya to Marta")
    return paper


def test_the_agreed_version_stands_again_and_the_draft_comes_back_whole(revised: Paper) -> None:
    revised.robot.press("Drop this draft")
    assert not revised.contract().is_draft
    assert revised.contract().version == 1

    revised.robot.press("Bring the draft back")
    assert revised.contract().is_draft
    assert [c.what for c in revised.contract().commitments] == [
        "Finish the runbook",
        "Introduce Priya to Marta",
    ]


def test_a_draft_stays_at_hand_while_that_of_another_contract_is_dropped(
    revised: Paper, vault: OpenVault
) -> None:
    revised.robot.press("Drop this draft")
    hanna = people.add(vault.shared, "Hanna Lindqvist").value
    hers = conversations.begin(vault.shared, hanna).value
    promise(vault, hers, Owner.PERSON, "Ask for the data", date(2026, 12, 1))
    contracts.agree(vault.shared, contracts.draft(vault.shared, hers).value)
    revised.page.show_conversation(hers)
    assert not revised.robot.has("Bring the draft back")
    revised.robot.press("Write the next version")
    revised.robot.press("Drop this draft")

    revised.page.show_conversation(revised.talk)
    revised.robot.press("Bring the draft back")

    assert revised.written("Commitment 2") == "Introduce Priya to Marta"


def test_on_a_page_made_anew_after_a_lock_the_draft_comes_back_as_it_stood(
    revised: Paper, lay: Callable[[ConversationId], Paper]
) -> None:
    assert revised.page.flush()
    before = revised.contract()
    revised.robot.press("Drop this draft")

    again = lay(revised.talk)
    again.robot.press("Bring the draft back")

    assert again.contract() == before


def test_of_two_drafts_dropped_one_after_the_other_both_are_kept(revised: Paper) -> None:
    revised.robot.press("Drop this draft")
    revised.robot.press("Write the next version")
    revised.robot.press("Add mine")
    revised.robot.type_into("Commitment 2", "Ask Marta for an hour")
    revised.robot.press("Drop this draft")

    revised.robot.press("Bring the draft back")

    assert revised.written("Commitment 2") == "Ask Marta for an hour"
    assert len(rubbish.in_bin(revised.vault.private)) == 1


def test_a_draft_is_not_offered_again_once_a_later_version_is_agreed(revised: Paper) -> None:
    revised.robot.press("Drop this draft")
    revised.robot.press("Write the next version")
    contracts.agree(revised.vault.shared, revised.contract())
    revised.page.refresh()

    assert not revised.robot.has("Bring the draft back")


def test_a_first_draft_is_not_offered_to_be_dropped(paper: Paper) -> None:
    assert not paper.robot.has("Drop this draft")
    with pytest.raises(Refusal):
        rubbish.drop_draft(paper.vault.private, paper.talk)


def test_what_both_agreed_is_never_dropped(revised: Paper) -> None:
    revised.robot.press("Drop this draft")
    with pytest.raises(Refusal):
        rubbish.drop_draft(revised.vault.private, revised.talk)
