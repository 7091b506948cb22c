"""The agreement, the card about notes and the hand-over leave from the same page."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.agreement import Clause
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.goals import GoalWording
from desktop.domain.shared.shares import Document, Outgoing, Way
from desktop.export.paper import PageSize
from desktop.export.pdf import pdf
from desktop.services import (
    agreements,
    conversations,
    goals,
    hand_overs,
    lives,
    papers,
    shares,
    summaries,
    today,
)
from desktop.services.private import answers
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.send import SendPage
from desktop.ui.private.stays import StaysPanel
from desktop.ui.widgets import clipboard
from tests.helpers.canary import canary, finds
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import promise
from tests.ui.send.conftest import Chooser

Open = Callable[[Document], Robot]


@pytest.fixture
def open_paper(
    qtbot: QtBot, desk: Desk, private_desk: PrivateDesk, priya: PersonId, chooser: Chooser
) -> Iterator[Open]:
    # Held until they are closed: the job of a page whose test is over may collect it otherwise.
    pages = []

    def open_paper(document: Document) -> Robot:
        page = SendPage(desk, StaysPanel(private_desk))
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1068, 800)
        page.show_paper(document, priya)
        desk.news.changed.connect(page.refresh)
        page.show()
        robot = Robot(page)
        qtbot.waitUntil(lambda: robot.reads("Checked:") or robot.reads("These words stand"))
        return robot

    yield open_paper
    pages.clear()


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def saved(chooser: Chooser) -> bytes:
    assert isinstance(chooser.place, Path)
    return chooser.place.read_bytes()


def test_the_agreement_leaves_as_it_stands_and_is_recorded(
    vault: OpenVault, priya: PersonId, open_paper: Open, chooser: Chooser
) -> None:
    agreements.word(vault.shared, priya, Clause.LOGISTICS, "Mondays, over lunch.")
    agreements.agree(vault.shared, priya, date(2026, 11, 20))

    robot = open_paper(Document.AGREEMENT)
    robot.press("Save PDF…")

    text = words_of(saved(chooser))
    assert "What we agreed about our conversations, 20 November 2026 · version 1" in text
    assert "Mondays, over lunch." in text
    assert chooser.offered[0][0] == "Agreement 2026-11-22.pdf"
    (share,) = shares.of_person(vault.shared, priya)
    assert (share.document, share.way) == (Document.AGREEMENT, Way.PDF)
    assert not robot.has("Add dates to calendar")


def test_a_private_sentence_in_the_agreement_holds_it_back(
    vault: OpenVault, priya: PersonId, talk: ConversationId, open_paper: Open
) -> None:
    slip = "No one has seen her design; only her fixes."
    agreements.word(vault.shared, priya, Clause.LOGISTICS, slip)

    robot = open_paper(Document.AGREEMENT)

    with pytest.raises(AssertionError, match="cannot be pressed"):
        robot.press("Save PDF…")


def test_the_card_about_notes_can_be_given_away(
    vault: OpenVault, open_paper: Open, chooser: Chooser
) -> None:
    open_paper(Document.NOTES).press("Save PDF…")

    text = words_of(saved(chooser))
    assert text.startswith("How I keep notes Sam Okafor")
    assert "Where it lives" in text


def test_nothing_is_handed_over_before_the_person_has_agreed(
    vault: OpenVault,
    priya: PersonId,
    talk: ConversationId,
    open_paper: Open,
    chooser: Chooser,
    qtbot: QtBot,
) -> None:
    goals.write(vault.shared, priya, GoalWording("Lead the reliability work"))
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    vault.clock.forward(minutes=1)
    goals.write(vault.shared, priya, GoalWording("Something not agreed yet"))
    robot = open_paper(Document.HAND_OVER)
    assert robot.reads("Nothing leaves before they have agreed.")
    with pytest.raises(AssertionError, match="cannot be pressed"):
        robot.press("Save PDF…")

    robot.press("Priya agreed to this page")
    assert robot.reads("Who takes over? A name is enough.")
    assert robot.find("Who takes over", QLineEdit).hasFocus()
    robot.type_into("Who takes over", "Ruth Adeyemi")
    robot.set_day("They agreed on", "20 Nov")
    robot.press("Priya agreed to this page")
    qtbot.waitUntil(lambda: robot.reads("Checked:"))
    robot.press("Save PDF…")

    text = words_of(saved(chooser))
    assert "Handed over by Sam Okafor to Ruth Adeyemi." in text
    assert "Priya agreed to this on 20 November 2026." in text
    assert "Introduce Priya to Marta" in text
    assert "Lead the reliability work" in text
    assert "not agreed yet" not in text
    share = shares.of_person(vault.shared, priya)[0]
    assert share.document is Document.HAND_OVER


def test_a_word_given_for_an_earlier_page_does_not_hand_over_a_later_one(
    vault: OpenVault, priya: PersonId, talk: ConversationId, open_paper: Open
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    hand_overs.consent(vault.shared, priya, "Ruth Adeyemi", vault.shared.today())
    vault.clock.forward(days=90)
    later = conversations.begin(vault.shared, priya).value
    promise(vault, later, Owner.MANAGER, "Tell Ruth about the rota", date(2027, 3, 1))
    shares.note(vault.shared, later, Way.PDF, b"a later page")

    robot = open_paper(Document.HAND_OVER)

    assert robot.reads("The contract has changed since Priya agreed 22 November 2026.")
    assert robot.reads("Show Priya the page as it is now.")
    assert not robot.can_press("Save PDF…")
    with pytest.raises(Refusal, match="before the person has agreed"):
        shares.note_paper(
            vault.shared,
            Outgoing(Document.HAND_OVER, priya),
            Way.PDF,
            b"the page nobody showed her",
        )

    assert robot.text_in("Who takes over") == "Ruth Adeyemi"
    robot.press("Priya agreed to this page")
    assert robot.reads("Priya agreed today that Ruth Adeyemi gets this page.")


def test_what_is_copied_for_a_hand_over_is_not_said_to_go_to_the_person_it_is_about(
    vault: OpenVault, priya: PersonId, talk: ConversationId, open_paper: Open, qtbot: QtBot
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    hand_overs.consent(vault.shared, priya, "Ruth", date(2026, 11, 22))
    robot = open_paper(Document.HAND_OVER)
    qtbot.waitUntil(lambda: robot.reads("Checked:"))

    robot.press("Copy text")

    qtbot.waitUntil(lambda: robot.reads("Copied and recorded."))
    assert not robot.reads("write to Priya")
    clipboard.forget()


def test_what_was_moved_since_is_handed_over_with_its_new_date(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    [promise] = today.today(vault.shared).mine
    lives.move(vault.shared, promise.id, date(2026, 12, 24), "Marta is away until then")

    handed = words_of(
        pdf(papers.paper(vault.shared, Outgoing(Document.HAND_OVER, priya)), PageSize.A4)
    )
    assert "24 December 2026" in handed


def test_the_vault_itself_refuses_a_hand_over_without_consent(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    out = Outgoing(Document.HAND_OVER, priya)
    for verb in (
        lambda: papers.mail(vault.shared, out, b"page"),
        lambda: shares.note_paper(vault.shared, out, Way.PDF, b"page"),
    ):
        with pytest.raises(Refusal, match="before the person has agreed"):
            verb()
    hand_overs.consent(vault.shared, priya, "Ruth", date(2026, 11, 22))
    assert not papers.mail(vault.shared, out, b"page").addressed


def test_no_private_word_is_in_any_paper(
    vault: OpenVault, priya: PersonId, talk: ConversationId
) -> None:
    word = canary()
    note = Answer(talk, QuestionId("N1"), PrivateText(f"Between us: {word}."), 0)
    answers.write(vault.private, note)
    told = canary()
    summaries.write(vault.shared, talk, f"For both: {told}.")
    shares.note(vault.shared, talk, Way.PDF, b"the page")
    hand_overs.consent(vault.shared, priya, "Ruth", date(2026, 11, 22))
    for document in (Document.AGREEMENT, Document.NOTES, Document.HAND_OVER):
        out = Outgoing(document, priya)
        page = pdf(papers.paper(vault.shared, out), PageSize.A4)
        mail = papers.mail(vault.shared, out, page).content
        assert not finds(page, word)
        assert not finds(mail, word)
        assert finds(page, told) is (document is Document.HAND_OVER)
