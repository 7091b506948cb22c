"""Sentences, review, question and next day of a returned copy are taken in and marked as theirs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton

from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, shares, summaries
from tests.helpers import copies
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise


def test_each_part_of_the_page_is_offered_by_name_and_marked_once_it_is_in(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    summaries.write(vault.shared, talk, "The work with people gives you energy.")
    ahead = replace(
        contracts.draft(vault.shared, talk).value,
        review="The runbook",
        review_month=date(2027, 1, 1),
        open_question="Which team?",
    )
    contracts.word(vault.shared, ahead)
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    copy = copies.plain_text(vault, talk).decode()
    paper = lay(talk)

    paper.robot.press("What did Priya change?")
    changed = copy.replace("The work with people", "Teaching people").replace("January", "March")
    paper.editor("The copy that came back").setPlainText(changed.replace("Which team", "Why now"))
    paper.robot.press("See what is other")
    paper.robot.press("Take in: Teaching people gives you energy.")
    paper.robot.press("Take in: The runbook")
    paper.robot.press("Take in: Why now?")

    assert paper.robot.text_in("Summary, paragraph 1") == "Teaching people gives you energy."
    assert paper.contract().review_month == date(2027, 3, 1)
    assert paper.robot.text_in("The open question") == "Why now?"
    assert paper.robot.screen().count("In Priya’s words") == 3
    assert paper.robot.reads("Nothing in it is other than the draft.")


def test_what_cannot_be_compared_is_said_beside_the_copy(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    paper = lay(talk)
    paper.robot.press("What did Priya change?")
    paper.editor("The copy that came back").setPlainText("Fine by me, a week later please.")
    paper.robot.press("See what is other")
    assert paper.robot.reads("No heading of the page stands in this text")
    assert not paper.contract().is_draft


def test_the_keyboard_stands_where_the_copy_goes_and_walks_from_it_to_each_change(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    asked = replace(contracts.draft(vault.shared, talk).value, open_question="Which team?")
    contracts.word(vault.shared, asked)
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    copy = copies.plain_text(vault, talk).decode()
    paper = lay(talk)

    paper.robot.press("What did Priya change?")
    assert paper.editor("The copy that came back").hasFocus()
    changed = copy.replace("Finish the", "Begin the").replace("Which team", "Why now")
    paper.editor("The copy that came back").setPlainText(changed)
    paper.robot.press("See what is other")
    paper.robot.find("Read the copy again", QPushButton).setFocus()
    paper.robot.keys("Tab")
    assert paper.robot.find("Take in: Why now?", QPushButton).hasFocus()
    paper.robot.keys("Space")

    assert paper.robot.find("Take in: Begin the runbook", QPushButton).hasFocus()
