"""Browse, search, reword, retire, bring back and add; and choose a set for one conversation."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.questions import Stage, Trust
from desktop.services import conversations, question_bank
from desktop.services.question_bank import built_in
from desktop.ui import look
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.person import PersonPage
from desktop.ui.pages.person_overview import Beside
from desktop.ui.pages.playbook import ChoosingPage, PlaybookPage
from desktop.ui.private.person_notes import PersonNotesPanel
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story

Show = Callable[[QWidget], Robot]
SEARCH = "Search the questions"
WORDS = "The question, as you would say it"
N3 = QuestionId("N3")


@pytest.fixture
def page(desk: Desk) -> PlaybookPage:
    return PlaybookPage(desk)


@pytest.fixture
def priya(story: Story) -> PersonId:
    return story.person("Priya Nair")


def listed(robot: Robot) -> list[str]:
    rows = robot.within("Questions").root.findChildren(QAbstractButton)
    return [row.accessibleName() for row in rows if row.isVisible()]


def test_every_question_can_be_read_with_its_coaching(page: PlaybookPage, show: Show) -> None:
    robot = show(page)

    assert set(listed(robot)) == {question.short for question in built_in().all()}
    robot.press("The lottery")
    question = built_in()[QuestionId("D14")]
    for words in (question.ask, question.why, question.listen_for, *question.follow_ups):
        assert robot.reads(words)


def test_search_narrows_as_one_types_and_the_arrow_goes_to_what_it_found(
    page: PlaybookPage, show: Show, desk: Desk
) -> None:
    robot = show(page)
    desk.do(question_bank.add_own, Stage.NOW, "D’où vient ton énergie ?")

    robot.type_into(SEARCH, "energie")
    found = listed(robot)
    robot.keys("Down")

    assert found == ["D’où vient ton énergie"]
    assert robot.find("D’où vient ton énergie", QAbstractButton).hasFocus()
    robot.replace_in(SEARCH, "no such words")
    assert robot.reads("No question holds these words.")


def test_a_stage_shows_its_own_questions(page: PlaybookPage, show: Show) -> None:
    robot = show(page)

    robot.press("Gap")

    assert set(listed(robot)) == {question.short for question in built_in().of(Stage.GAP)}


def test_up_and_down_walk_through_the_questions(page: PlaybookPage, show: Show) -> None:
    robot = show(page)
    robot.press("What has changed")
    robot.find("What has changed", QAbstractButton).setFocus()

    robot.keys("Down")

    assert robot.reads(built_in()[QuestionId("O1")].why)


def test_a_reworded_question_shows_its_original_and_takes_it_back(
    page: PlaybookPage, show: Show, vault: OpenVault, qtbot: QtBot
) -> None:
    robot = show(page)
    robot.press("What drains")
    robot.press("Reword")
    robot.replace_in(WORDS, "What do you put off?")
    qtbot.waitUntil(
        lambda: question_bank.bank(vault.shared)[N3].ask == "What do you put off?", timeout=2000
    )
    robot.press("Done")
    shows_both = robot.reads("What do you put off?") and robot.reads(built_in()[N3].ask)

    robot.press("Use the original words again")

    assert shows_both
    assert not robot.reads("What do you put off?")
    assert not robot.reads("The original")


def test_an_emptied_question_is_refused_beside_the_field_and_the_last_words_stay(
    page: PlaybookPage, show: Show, vault: OpenVault
) -> None:
    robot = show(page)
    robot.press("What drains")
    robot.press("Reword")
    robot.replace_in(WORDS, " ")

    robot.press("Done")

    assert robot.reads("A question needs words to say aloud.")
    assert question_bank.bank(vault.shared)[N3].ask == built_in()[N3].ask


def test_a_retired_question_says_so_and_is_brought_back(
    page: PlaybookPage, show: Show, vault: OpenVault
) -> None:
    robot = show(page)
    robot.press("What drains")
    robot.press("Retire")
    says = robot.reads("no longer asked")
    gone = question_bank.bank(vault.shared).retired

    robot.press("Bring back")

    assert says
    assert gone == {N3}
    assert not question_bank.bank(vault.shared).retired
    assert not robot.reads("no longer asked")


def test_the_level_of_trust_is_the_managers(
    page: PlaybookPage, show: Show, vault: OpenVault
) -> None:
    robot = show(page)
    robot.press("What drains")

    robot.press("Only with established trust")

    assert question_bank.bank(vault.shared)[N3].trust is Trust.DEEP
    robot.press("Yours")
    assert listed(robot) == ["What drains"]


def test_a_question_of_ones_own_is_added_and_found(
    page: PlaybookPage, show: Show, vault: OpenVault
) -> None:
    robot = show(page)
    robot.press("Add a question")
    robot.type_into(WORDS, "Who opens doors for you?")
    robot.press("How do we close the gap?")
    robot.press("With some trust")
    robot.press("Add to the playbook")

    mine = next(q for q in question_bank.bank(vault.shared).all() if q.is_own)
    assert (mine.stage, mine.trust) == (Stage.GAP, Trust.WARM)
    assert "Who opens doors for you" in listed(robot)
    assert robot.reads("your own")


def test_a_new_question_half_written_is_kept_when_the_page_is_left(
    page: PlaybookPage, show: Show, vault: OpenVault
) -> None:
    robot = show(page)
    robot.press("Add a question")
    robot.type_into(WORDS, "Who opens doors")

    assert page.flush()

    assert "Who opens doors" in [q.ask for q in question_bank.bank(vault.shared).all()]


def test_a_question_without_words_is_not_added(page: PlaybookPage, show: Show) -> None:
    robot = show(page)
    robot.press("Add a question")
    robot.press("Add to the playbook")
    refused = robot.reads("A question needs words to say aloud.")

    robot.press("Cancel")

    assert refused
    assert robot.has("Reword")


def test_at_twice_the_text_size_list_and_question_take_turns(
    page: PlaybookPage, show: Show, qapp: QApplication
) -> None:
    look.apply(qapp, "light", text_scale=2.0)
    robot = show(page)
    page.window().resize(724, 700)
    QApplication.processEvents()

    robot.press("What has changed")
    alone = not robot.has("How things are")
    robot.press("All questions")

    assert alone
    assert robot.has("How things are")
    look.apply(qapp, "light")


def test_a_set_is_chosen_for_one_conversation(
    desk: Desk, vault: OpenVault, priya: PersonId, show: Show, qtbot: QtBot
) -> None:
    page = ChoosingPage(desk)
    page.show_person(priya)
    robot = show(page)
    robot.press("Half-year conversation")
    nine = robot.has("Begin with 9 questions")
    robot.press("The lottery")
    robot.press("A poor fit")
    robot.press("What gives energy")

    with qtbot.waitSignal(page.conversation_chosen) as begun:
        robot.press("Begin with 10 questions")

    assert nine
    talk = conversations.conversation(vault.shared, begun.args[0])
    asked = [s.question for s in conversations.path(vault.shared, talk.id).steps]
    assert talk.kind is Kind.HALF_YEAR
    assert "D14" not in asked
    assert {"N5", "N2"} <= set(asked)


def test_nothing_ticked_cannot_begin(desk: Desk, priya: PersonId, show: Show) -> None:
    page = ChoosingPage(desk)
    page.show_person(priya)
    robot = show(page)
    robot.press("Check-in")
    for tick in page.findChildren(QCheckBox):
        if tick.isChecked():
            tick.click()

    assert not robot.find("Begin with 0 questions", QAbstractButton).isEnabled()


def test_ticks_stay_when_the_bank_changes(
    desk: Desk, priya: PersonId, show: Show, qtbot: QtBot
) -> None:
    page = ChoosingPage(desk)
    page.show_person(priya)
    robot = show(page)
    robot.press("Check-in")
    robot.press("The lottery")
    before = robot.has("Begin with 5 questions")

    desk.do(question_bank.add_own, Stage.GAP, "Who opens doors?")

    assert before
    qtbot.waitUntil(lambda: robot.has("Who opens doors"), timeout=2000)
    assert robot.has("Begin with 5 questions")


def test_another_kind_is_begun_from_the_person(
    desk: Desk,
    private_desk: PrivateDesk,
    vault: OpenVault,
    priya: PersonId,
    show: Show,
    qtbot: QtBot,
) -> None:
    page = PersonPage(desk, Beside(PersonNotesPanel(private_desk)))
    page.show_person(priya)
    robot = show(page)
    robot.press("Other kinds of conversation")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    check_in = next(a for a in menu.actions() if a.text().startswith("Check-in"))

    with qtbot.waitSignal(page.conversation_chosen) as begun:
        check_in.trigger()
    menu.close()

    assert conversations.conversation(vault.shared, begun.args[0]).kind is Kind.CHECK_IN
