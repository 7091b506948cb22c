"""What the person changed is pasted, looked at, and taken in line by line."""

from collections.abc import Callable
from datetime import date

from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import shares
from tests.helpers import copies
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise


def test_their_copy_becomes_the_next_draft(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    copy = copies.plain_text(vault, talk).decode()
    paper = lay(talk)

    paper.robot.press("What did Priya change?")
    paper.robot.press("See what is other")
    assert paper.robot.reads("Paste the text that came back")

    paper.editor("The copy that came back").setPlainText(copy.replace("Finish", "Draft"))
    paper.robot.press("See what is other")
    assert paper.robot.reads("Draft of version 2")
    assert paper.robot.text_in("Commitment 1") == "Finish the runbook"

    paper.robot.press("Take in: Draft the runbook")
    assert paper.robot.text_in("Commitment 1") == "Draft the runbook"
    assert paper.robot.reads("In Priya’s words")
    assert paper.robot.reads("Nothing in it is other than the draft.")


def test_a_copy_that_was_pasted_waits_while_something_else_is_looked_at(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    paper = lay(talk)
    paper.robot.press("What did Priya change?")
    paper.editor("The copy that came back").setPlainText("Draft the runbook")

    assert paper.page.flush()
    again = lay(talk)

    assert again.written("The copy that came back") == "Draft the runbook"
