"""What left stands on a list, and opens again as it was to the byte."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import (
    conversations,
    letter_languages,
    letters,
    papers,
    people,
    shares,
    summaries,
)
from desktop.storage.database import Database
from desktop.ui.desk import Desk, News
from desktop.ui.dialogs import save_file
from desktop.ui.pages.record import RecordPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import KEY, OpenVault
from tests.ui.contract.paper import promise


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    which = conversations.begin(vault.shared, priya).value
    summaries.write(vault.shared, which, "Priya would like to own the failover design.")
    promise(vault, which, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    return which


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> RecordPage:
    made = RecordPage(desk)
    desk.news.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1068, 800)
    return made


def opened(page: RecordPage, who: PersonId) -> Robot:
    page.show_person(who)
    page.show()
    return Robot(page)


def test_it_says_that_nothing_left_yet(page: RecordPage, priya: PersonId) -> None:
    robot = opened(page, priya)

    assert robot.reads("Nothing has left yet.")
    assert not robot.has("Save it again…")


def test_a_page_is_saved_again_byte_for_byte_and_that_is_recorded_too(
    vault: OpenVault,
    page: RecordPage,
    priya: PersonId,
    talk: ConversationId,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    sent = letters.page(vault.shared, talk)
    shares.note(vault.shared, talk, Way.PDF, sent)
    vault.clock.forward(days=20)
    offered = []

    def choose(_parent: QWidget, suggested: str, _kind: str) -> Path:
        offered.append(suggested)
        return tmp_path / "again.pdf"

    monkeypatch.setattr(save_file, "choose_place", choose)
    robot = opened(page, priya)
    assert robot.has("Summary, contract version 1, saved as a PDF, 22 November, 15:00")
    fingerprint = hashlib.sha256(sent).hexdigest()
    assert fingerprint in robot.screen().replace(" ", "")

    robot.press("Save it again…")

    assert offered == ["Summary 2026-11-22.pdf"]
    assert (tmp_path / "again.pdf").read_bytes() == sent
    assert robot.reads("Saved again, byte for byte")
    again, first = shares.of_person(vault.shared, priya)
    assert again.sha256 == first.sha256
    assert again.contract == first.contract
    assert again.at > first.at


def test_what_is_saved_again_has_the_name_it_left_under(
    vault: OpenVault,
    page: RecordPage,
    priya: PersonId,
    talk: ConversationId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letter_languages.choose(vault.shared, priya, "fr")
    vault.clock.forward(days=1)
    shares.note(vault.shared, talk, Way.PDF, letters.page(vault.shared, talk))
    offered = []

    def choose(_parent: QWidget, suggested: str, _kind: str) -> None:
        offered.append(suggested)

    monkeypatch.setattr(save_file, "choose_place", choose)
    opened(page, priya).press("Save it again…")
    assert offered == ["Compte rendu 2026-11-22.pdf"]


def test_an_email_opens_as_the_page_that_went_with_it_and_a_text_as_its_words(
    vault: OpenVault, page: RecordPage, priya: PersonId, talk: ConversationId
) -> None:
    pdf = letters.page(vault.shared, talk)
    out = papers.of_conversation(vault.shared, talk)
    mail = papers.mail(vault.shared, out, pdf).content
    shares.note(vault.shared, talk, Way.CLIPBOARD, b"What we talked about\n")
    shares.note(vault.shared, talk, Way.MAIL, mail)
    robot = opened(page, priya)

    view = robot.find("The page as it left", QWidget).grab().toImage()
    inks = {view.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 500, 3)}
    assert len(inks) > 20

    robot.press("Summary, contract version 1, copied as text, today, 15:00")
    assert robot.reads("What we talked about")


def test_bytes_that_are_no_longer_what_left_are_not_shown(
    vault: OpenVault, priya: PersonId, talk: ConversationId, qtbot: QtBot
) -> None:
    shares.note(vault.shared, talk, Way.TEXT, b"We agreed.")
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    with database.transaction():
        database.write("DROP TRIGGER share_stays")
        database.write("UPDATE share SET bytes = ?", b"We did not.")
    database.close()
    again = OpenVault.open(vault.folder, bytearray(KEY), vault.clock)
    page = RecordPage(Desk(again.shared, News()))
    qtbot.addWidget(page)
    robot = opened(page, priya)

    assert robot.reads("its fingerprint has changed")
    assert not robot.reads("We did not.")
    again.close()
