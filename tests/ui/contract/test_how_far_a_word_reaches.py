"""The manager says how far their word reaches, and the page says it too (product E5)."""

from collections.abc import Callable
from datetime import date

from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner, Strength
from desktop.services import contracts
from desktop.ui.pages.contract.strength import said
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

WILL = "Strength of commitment 1: I will do it"
ARGUE = "Strength of commitment 1: I will argue for it, and the outcome is not mine"


def test_another_strength_is_kept(paper: Paper) -> None:
    paper.robot.press("Add mine")
    paper.robot.press(WILL)
    paper.choose_in_menu("I will argue for it, and the outcome is not mine")

    assert [c.strength for c in paper.contract().commitments] == [Strength.ARGUE]
    assert paper.robot.has(ARGUE)


def test_the_person_is_not_asked_how_far_their_word_reaches(paper: Paper) -> None:
    paper.robot.press("Add Priya’s")
    assert not paper.robot.reads("I will do it")


def test_the_next_version_begins_with_the_strength_of_the_last(
    lay: Callable[[ConversationId], Paper], vault: OpenVault, talk: ConversationId
) -> None:
    promise(vault, talk, Owner.MANAGER, "Make the case to Ruth", date(2026, 12, 1))
    first = lay(talk)
    first.robot.press(WILL)
    first.choose_in_menu(said(Strength.ARGUE))
    contracts.agree(vault.shared, first.contract())

    agreed = lay(talk)
    assert agreed.robot.reads(said(Strength.ARGUE))
    agreed.robot.press("Write the next version")

    assert agreed.robot.has(ARGUE)
