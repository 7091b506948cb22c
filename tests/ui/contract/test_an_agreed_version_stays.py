"""What was shared cannot be edited; it can be sent again, and a next version follows it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import conversations, shares, summaries
from desktop.services.private import answers
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise


@pytest.fixture
def agreed(vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]) -> Paper:
    summaries.write(vault.shared, talk, "Priya would like to own the failover design.")
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    promise(vault, talk, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")
    vault.clock.forward(days=4)
    return lay(talk)


def test_an_agreed_version_can_be_read_and_not_be_edited(agreed: Paper) -> None:
    assert agreed.robot.reads("Version 1, shared 22 November. It stays as it is.")
    for words in ("failover design", "Finish the runbook", "Introduce Priya to Marta"):
        assert agreed.robot.reads(words)
    assert agreed.robot.reads("30 Nov 2026")

    writable = [
        field
        for field in agreed.page.findChildren(QTextEdit)
        if field.isVisible() and not field.isReadOnly()
    ]
    assert writable == []
    assert not [f for f in agreed.page.findChildren(QLineEdit) if f.isVisible()]
    for name in ("Review and send", "Add mine", "Take out commitment 1"):
        assert not agreed.robot.has(name)


def test_no_line_of_the_notes_can_be_written_into_it(
    agreed: Paper, vault: OpenVault, qtbot: QtBot
) -> None:
    question = conversations.path(vault.shared, agreed.talk).steps[2].question
    answers.write(vault.private, Answer(agreed.talk, question, PrivateText("Lit up."), 0))
    agreed.page.refresh()
    assert agreed.robot.reads("Lit up.")
    assert not agreed.robot.reads("Select a line")

    agreed.editor_of_notes().setFocus()
    agreed.robot.keys("Ctrl+Return")
    assert agreed.summary() == ["Priya would like to own the failover design."]

    agreed.robot.press("Write the next version")
    assert agreed.robot.reads("Select a line")


def test_it_can_be_sent_again(agreed: Paper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(agreed.page.send_asked) as asked:
        agreed.robot.press("Send again")

    assert asked.args == [agreed.talk]


def test_the_next_version_is_a_draft_and_says_so(agreed: Paper) -> None:
    agreed.robot.press("Write the next version")

    assert agreed.robot.reads("Draft of version 2")
    assert agreed.is_writing_in("Summary, paragraph 1")
    assert agreed.written("Commitment 1") == "Finish the runbook"
    agreed.robot.replace_in("Commitment 1", "Finish both runbooks")
    agreed.page.flush()
    assert agreed.contract().version == 2
    assert agreed.contract().commitments[0].what == "Finish both runbooks"


def test_a_draft_is_never_mistaken_for_an_agreed_version(paper: Paper) -> None:
    assert paper.robot.reads("Draft of version 1")
    assert not paper.robot.has("Send again")


def test_the_way_on_leads_to_the_person(agreed: Paper, vault: OpenVault, qtbot: QtBot) -> None:
    with qtbot.waitSignal(agreed.page.person_chosen) as chosen:
        agreed.robot.press("Priya’s page")

    assert chosen.args == [conversations.conversation(vault.shared, agreed.talk).person]


def test_the_way_back_leads_to_the_questions(paper: Paper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paper.page.questions_asked) as asked:
        paper.robot.press("Back to the questions")

    assert asked.args == [paper.talk]
