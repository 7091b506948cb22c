"""A commitment's life is seen and lived on the contract page; the next version tells of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.commitments import CommitmentState, Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, letters, lives, people, shares
from desktop.ui import look
from desktop.ui.widgets.card import ErrorLine
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

INTRODUCE, RUNBOOK = "Introduce Priya to Marta", "Finish the runbook"
WHY = "Why, in words Priya reads too"
Lay = Callable[[ConversationId], Paper]


@pytest.fixture
def agreed(vault: OpenVault, talk: ConversationId, lay: Lay) -> Paper:
    promise(vault, talk, Owner.PERSON, RUNBOOK, date(2026, 11, 30))
    promise(vault, talk, Owner.MANAGER, INTRODUCE, date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")
    vault.clock.forward(days=4)
    return lay(talk)


@pytest.fixture
def hannas(vault: OpenVault) -> ConversationId:
    """Another conversation that led to an agreed contract, with Hanna."""
    hanna = people.add(vault.shared, "Hanna Lindqvist").value
    talk = conversations.begin(vault.shared, hanna).value
    promise(vault, talk, Owner.PERSON, "Ask for the data", date(2026, 12, 18))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF hers")
    return talk


def is_whole(part: QWidget) -> bool:
    """Whether all of a part is in sight."""
    return part.visibleRegion().boundingRect() == part.rect()


def by_words(paper: Paper, what: str) -> CommitmentState:
    return next(c.state for c in paper.contract().commitments if c.what == what)


def test_a_promise_is_moved_with_a_reason_and_what_was_agreed_stays(agreed: Paper) -> None:
    agreed.robot.press(f"Move: {INTRODUCE}")
    agreed.set_date("New date", "18 Dec 2026")
    agreed.robot.press("Move it")
    assert agreed.robot.reads("Say why in a few words")

    agreed.robot.type_into(WHY, "Marta is away until then.")
    agreed.robot.press("Move it")

    assert agreed.robot.reads("Moved to 18 Dec 2026. Marta is away until then.")
    assert agreed.robot.reads("27 Nov 2026")
    agreed.robot.press("Write the next version")
    assert agreed.robot.text_in("Date of commitment 2") == "18 Dec 2026"
    assert agreed.written(f"Why: {INTRODUCE}") == "Marta is away until then."


def test_what_is_typed_at_once_takes_the_place_of_the_date(agreed: Paper) -> None:
    agreed.robot.press(f"Move: {INTRODUCE}")

    agreed.robot.type_text("18 Dec 2026")

    assert agreed.robot.text_in("New date") == "18 Dec 2026"


def test_a_promise_that_was_moved_is_moved_again_from_its_new_date(agreed: Paper) -> None:
    agreed.robot.press(f"Move: {INTRODUCE}")
    agreed.set_date("New date", "18 Dec 2026")
    agreed.robot.type_into(WHY, "Marta is away until then.")
    agreed.robot.press("Move it")

    agreed.robot.press(f"Move: {INTRODUCE}")

    assert agreed.robot.text_in("New date") == "18 Dec 2026"


def test_a_date_that_can_be_read_takes_back_what_was_said_of_the_one_before(
    agreed: Paper,
) -> None:
    agreed.robot.press(f"Move: {INTRODUCE}")
    agreed.set_date("New date", "some day in December")
    assert agreed.robot.reads("This could not be read as a date")

    agreed.set_date("New date", "14 Dec 2026")

    assert not agreed.robot.reads("This could not be read as a date")


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light", text_scale=2.0)
    yield
    look.apply(qapp, "light")


@pytest.mark.usefixtures("large_text")
def test_moving_a_promise_in_a_narrow_page_of_large_text_adds_no_second_bar(
    agreed: Paper, qtbot: QtBot
) -> None:
    way = agreed.robot.find(f"Move: {INTRODUCE}", QPushButton)
    (paper,) = (c for c in agreed.page.findChildren(QScrollArea) if c.isAncestorOf(way))
    for width in range(700, 760, 4):
        agreed.page.resize(width, 700)
        agreed.robot.press(f"Move: {INTRODUCE}")
        agreed.set_date("New date", "some day in December")
        qtbot.wait(20)
        assert not paper.verticalScrollBar().isVisible(), width
        agreed.robot.press("Not now")


@pytest.mark.usefixtures("large_text")
def test_what_the_reason_is_for_can_be_read_at_large_text(agreed: Paper, qtbot: QtBot) -> None:
    agreed.page.resize(724, 700)
    agreed.robot.press(f"Move: {INTRODUCE}")
    qtbot.wait(20)
    reason = agreed.robot.find(WHY, QLineEdit)
    assert isinstance(reason, QLineEdit)
    said = [label for label in agreed.page.findChildren(QLabel) if label.text() == WHY]
    room = QFontMetrics(reason.font()).horizontalAdvance(reason.placeholderText())
    assert room < reason.width()
    assert any(label.isVisible() and label.buddy() is reason for label in said)


@pytest.mark.parametrize("revised", [False, True])
def test_a_person_who_is_renamed_has_the_new_name_all_over_the_paper(
    agreed: Paper, priya: PersonId, *, revised: bool
) -> None:
    if revised:
        agreed.robot.press("Write the next version")
    renamed = replace(people.person(agreed.vault.shared, priya), name="Uma Nair")

    people.describe(agreed.vault.shared, renamed)
    agreed.page.show_conversation(agreed.talk)

    assert agreed.robot.reads("Shared with Uma")
    assert "Priya" not in agreed.robot.screen().replace(INTRODUCE, "")


@pytest.fixture
def long_paper(vault: OpenVault, talk: ConversationId, lay: Lay) -> Paper:
    """An agreed paper on which the manager's promise stands far down."""
    for number in range(12):
        promise(vault, talk, Owner.PERSON, f"Draw case {number}", date(2026, 11, 30))
    promise(vault, talk, Owner.MANAGER, INTRODUCE, date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.PDF, b"%PDF the page")
    return lay(talk)


def test_the_paper_and_the_keyboard_stay_where_a_promise_was_kept(long_paper: Paper) -> None:
    paper = long_paper
    kept = paper.robot.find(f"Kept: {INTRODUCE}", QPushButton)
    (bar,) = (
        column.verticalScrollBar()
        for column in paper.page.findChildren(QScrollArea)
        if column.isAncestorOf(kept)
    )
    bar.setValue(bar.maximum() - 20)
    before = bar.value()
    kept.setFocus()

    paper.robot.press(f"Kept: {INTRODUCE}")

    assert paper.robot.find(f"Open again: {INTRODUCE}", QPushButton).hasFocus()
    assert before > 0
    assert bar.value() == before


def test_a_reason_half_typed_stays_when_another_promise_is_kept(agreed: Paper) -> None:
    agreed.robot.press(f"Let go: {RUNBOOK}")
    agreed.robot.type_into(WHY, "Platform runs")

    agreed.robot.press(f"Kept: {INTRODUCE}")

    assert agreed.robot.text_in(WHY) == "Platform runs"
    agreed.robot.type_into(WHY, " it now.")
    agreed.robot.press("Let it go")
    assert agreed.robot.reads("Let go today. Platform runs it now.")


def test_nothing_of_one_contract_stays_on_the_next(agreed: Paper, hannas: ConversationId) -> None:
    agreed.robot.press(f"Move: {RUNBOOK}")
    agreed.robot.type_into(WHY, "She is on leave.")

    agreed.page.show_conversation(hannas)

    assert agreed.robot.reads("Ask for the data")
    for words in (RUNBOOK, INTRODUCE, "Priya", "30 Nov 2026"):
        assert not agreed.robot.reads(words)
    assert not [f for f in agreed.page.findChildren(QLineEdit) if f.isVisible()]


def test_a_reason_half_typed_is_there_after_another_contract(
    agreed: Paper, hannas: ConversationId
) -> None:
    agreed.robot.press(f"Move: {RUNBOOK}")
    agreed.set_date("New date", "18 Dec 2026")
    agreed.robot.type_into(WHY, "She is on leave")
    agreed.page.show_conversation(hannas)
    assert not agreed.robot.reads("She is on leave")

    agreed.page.show_conversation(agreed.talk)

    assert agreed.robot.text_in(WHY) == "She is on leave"
    assert agreed.robot.text_in("New date") == "18 Dec 2026"
    agreed.robot.press("Move it")
    assert agreed.robot.reads("Moved to 18 Dec 2026. She is on leave")
    agreed.page.show_conversation(hannas)
    agreed.page.show_conversation(agreed.talk)
    assert not agreed.robot.has("Move it")


def test_a_reason_half_typed_is_there_in_the_next_window(agreed: Paper, lay: Lay) -> None:
    agreed.robot.press(f"Let go: {RUNBOOK}")
    agreed.robot.type_into(WHY, "Platform runs")

    again = lay(agreed.talk)

    assert again.robot.text_in(WHY) == "Platform runs"
    again.robot.type_into(WHY, " it now.")
    again.robot.press("Let it go")
    assert again.robot.reads("Let go today. Platform runs it now.")


def test_a_reason_that_is_not_wanted_does_not_come_back(
    agreed: Paper, hannas: ConversationId
) -> None:
    agreed.robot.press(f"Let go: {RUNBOOK}")
    agreed.robot.type_into(WHY, "Platform runs")
    agreed.robot.press("Not now")

    agreed.page.show_conversation(hannas)
    agreed.page.show_conversation(agreed.talk)

    assert not agreed.robot.has("Let it go")


def test_a_reason_stays_with_a_promise_that_was_kept_too_soon(agreed: Paper) -> None:
    agreed.robot.press(f"Let go: {RUNBOOK}")
    agreed.robot.type_into(WHY, "Platform runs")
    agreed.robot.press(f"Kept: {RUNBOOK}")
    assert not agreed.robot.has("Let it go")

    agreed.robot.press(f"Open again: {RUNBOOK}")

    assert agreed.robot.text_in(WHY) == "Platform runs"


@pytest.mark.parametrize("way", ["Move", "Let go"])
def test_the_fields_low_on_the_paper_come_whole_into_sight(
    long_paper: Paper, qtbot: QtBot, way: str
) -> None:
    paper = long_paper
    button = paper.robot.find(f"{way}: {INTRODUCE}", QPushButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    paper.robot.keys("Return")

    for name in ("Not now", "Move it" if way == "Move" else "Let it go"):
        below = paper.robot.find(name, QPushButton)
        qtbot.waitUntil(partial(is_whole, below))
    paper.robot.press("Move it" if way == "Move" else "Let it go")
    (said,) = (e for e in paper.page.findChildren(ErrorLine) if e.isVisible())
    for part in (said, paper.robot.find("Not now", QPushButton)):
        qtbot.waitUntil(partial(is_whole, part))


def test_what_is_let_go_says_why_and_can_be_opened_again(agreed: Paper) -> None:
    agreed.robot.press(f"Let go: {RUNBOOK}")
    agreed.robot.type_into(WHY, "Platform runs it now.")
    agreed.robot.press("Let it go")
    assert agreed.robot.reads("Let go today. Platform runs it now.")
    assert by_words(agreed, RUNBOOK) is CommitmentState.LET_GO

    agreed.robot.press(f"Open again: {RUNBOOK}")
    assert by_words(agreed, RUNBOOK) is CommitmentState.OPEN
    assert not agreed.robot.reads("Platform runs it now.")


def test_the_next_version_tells_what_became_of_the_one_before(
    agreed: Paper, vault: OpenVault
) -> None:
    agreed.robot.press(f"Kept: {INTRODUCE}")
    agreed.robot.press("Write the next version")
    agreed.robot.press("Take out commitment 1")

    assert agreed.robot.reads("Since last time")
    agreed.robot.type_into(f"Why: {RUNBOOK}", "Platform runs it now.")
    assert agreed.page.flush()
    promise(vault, agreed.talk, Owner.PERSON, "Draw the failover", date(2026, 12, 18))

    agreed.robot.press("What changed since v1")
    assert agreed.robot.reads(f"{INTRODUCE} (you)")
    assert agreed.robot.reads(f"{RUNBOOK} (Priya). Platform runs it now.")
    assert agreed.robot.reads("Draw the failover (Priya)")

    def told() -> list[tuple[str, str]]:
        letter = letters.letter(vault.shared, agreed.talk)
        return [(change.became.value, change.reason) for change in letter.since]

    before = told()
    assert before == [("kept", ""), ("let go", "Platform runs it now.")]
    shares.note(vault.shared, agreed.talk, Way.PDF, b"page")
    assert told() == before


def test_an_old_version_only_tells(agreed: Paper, vault: OpenVault) -> None:
    agreed.robot.press("Write the next version")
    shares.note(vault.shared, agreed.talk, Way.PDF, b"page")
    agreed.page.refresh()
    assert agreed.robot.has(f"Kept: {INTRODUCE}")
    assert not [f for f in agreed.page.findChildren(QLineEdit) if f.isVisible()]


@pytest.fixture
def third_time(vault: OpenVault, priya: PersonId, talk: ConversationId, lay: Lay) -> Paper:
    """The draft of a fourth conversation, in which one promise comes again."""
    promise(vault, talk, Owner.PERSON, RUNBOOK, date(2026, 11, 30))
    shares.note(vault.shared, talk, Way.PDF, b"page")
    for _ in range(3):
        vault.clock.forward(days=30)
        talk = conversations.begin(vault.shared, priya).value
        contracts.draft(vault.shared, talk)
        if _ < 2:
            shares.note(vault.shared, talk, Way.PDF, b"page")
    conversations.close(vault.shared, talk)
    return lay(talk)


@pytest.mark.parametrize("way", ["Still wanted", "Make it smaller"])
def test_the_question_of_the_third_time_is_answered_with_one_press(
    third_time: Paper, way: str
) -> None:
    assert third_time.robot.reads("Since 22 November 2026, carried on 3 times")
    assert third_time.robot.reads("Again?")

    third_time.robot.press(f"{way}: {RUNBOOK}")

    assert not third_time.robot.reads("Again?")
    assert third_time.robot.reads("and still wanted") is (way == "Still wanted")
    assert third_time.is_writing_in("Date of commitment 1") is (way == "Still wanted")
    assert third_time.is_writing_in("Commitment 1") is (way == "Make it smaller")
    assert [c.what for c in third_time.contract().commitments] == [RUNBOOK]


def test_the_line_and_what_changed_count_alike(third_time: Paper) -> None:
    third_time.robot.press("What changed since v3")

    assert third_time.robot.reads("Carried on, 3 times now")
    assert third_time.robot.reads("Since 22 November 2026, carried on 3 times")


def test_letting_go_at_the_third_time_asks_why_on_the_page(
    third_time: Paper, vault: OpenVault, priya: PersonId
) -> None:
    third_time.robot.press("Let it go")

    assert third_time.contract().commitments == ()
    assert third_time.robot.has(f"Open again: {RUNBOOK}")
    assert third_time.is_writing_in(f"Why: {RUNBOOK}")
    third_time.robot.type_text("It was never the point.")
    assert third_time.page.flush()
    (life,) = lives.of_person(vault.shared, priya).values()
    assert life.happenings[-1].reason == "It was never the point."
