"""The sentence above the contract says where the shared page stands, and whether it has left."""

from datetime import date

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import shares
from tests.ui.contract.paper import Paper, promise


def test_the_page_is_said_to_be_on_the_right_only_where_it_is(paper: Paper) -> None:
    assert paper.robot.reads("Everything on the right is what Priya will see.")

    paper.page.resize(560, 700)
    assert paper.robot.reads("Everything under “Shared with Priya” is what Priya will see.")
    assert not paper.robot.reads("on the right")

    paper.page.resize(1068, 800)
    assert paper.robot.reads("Everything on the right is what Priya will see.")


def test_of_a_page_that_has_left_nothing_is_said_to_come(paper: Paper) -> None:
    promise(paper.vault, paper.talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(paper.vault.shared, paper.talk, Way.PDF, b"%PDF")

    paper.page.show_conversation(paper.talk)

    assert paper.robot.reads("Everything on the right is what Priya was given.")
