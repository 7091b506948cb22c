from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PersonId
from desktop.domain.people import Relation
from desktop.services import contracts, conversations, people
from desktop.ui.desk import Desk, PrivateDesk
from desktop.ui.pages.person import PersonPage
from desktop.ui.pages.person_overview import Beside
from desktop.ui.private.person_notes import PersonNotesPanel
from tests.helpers.robot import Robot
from tests.ui.pages.story import Story, day

Show = Callable[[QWidget], Robot]


def lines_within(width: int, label: QLabel) -> list[str]:
    """Return the words of a label as they are broken within so many pixels."""
    words, layout = label.text(), QTextLayout(label.text(), label.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() :][: line.textLength()])
    layout.endLayout()
    return lines


@pytest.fixture
def page(desk: Desk, private_desk: PrivateDesk) -> PersonPage:
    return PersonPage(desk, Beside(PersonNotesPanel(private_desk)))


@pytest.fixture
def priya(story: Story) -> PersonId:
    return story.person("Priya Nair")


def test_a_conversation_under_way_is_continued(
    page: PersonPage, story: Story, priya: PersonId, show: Show, qtbot: QtBot
) -> None:
    talk = story.begun(priya, day("2026-11-22"))
    page.show_person(priya)
    robot = show(page)

    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Continue conversation")
    assert chosen.args == [talk]
    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Conversations")
        robot.press("Today, under way")
    assert chosen.args == [talk]
    assert not robot.has("Start a conversation")


def test_a_summary_owed_leads_to_the_letter(
    page: PersonPage, story: Story, priya: PersonId, show: Show, qtbot: QtBot
) -> None:
    talk = story.ended(priya, day("2026-11-21"))
    page.show_person(priya)
    robot = show(page)

    with qtbot.waitSignal(page.letter_chosen) as chosen:
        robot.press("Summary and contract")
    assert chosen.args == [talk]
    with qtbot.waitSignal(page.letter_chosen) as chosen:
        robot.press("Conversations")
        robot.press("Yesterday, summary owed, 25 hours left")
    assert chosen.args == [talk]


def test_a_debt_does_not_keep_the_manager_from_the_next_talk(
    page: PersonPage, story: Story, priya: PersonId, show: Show, desk: Desk, qtbot: QtBot
) -> None:
    story.ended(priya, day("2026-11-21"))
    page.show_person(priya)
    robot = show(page)

    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Start a conversation")

    assert chosen.args == [desk.ask(conversations.of_person, priya)[0].id]


def test_a_shared_conversation_says_so_and_leads_to_the_letter(
    page: PersonPage, story: Story, priya: PersonId, show: Show, qtbot: QtBot
) -> None:
    talk = story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-25"})
    page.show_person(priya)
    robot = show(page)

    with qtbot.waitSignal(page.letter_chosen) as chosen:
        robot.press("Conversations")
        robot.press("10 November, shared 10 November, contract v1")
    assert chosen.args == [talk]
    assert robot.has("Start a conversation")


def test_starting_a_conversation_begins_it_and_opens_it(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk, qtbot: QtBot
) -> None:
    page.show_person(priya)
    robot = show(page)

    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Start a conversation")

    begun = desk.ask(conversations.of_person, priya)
    assert chosen.args == [begun[0].id]
    assert robot.has("Continue conversation")


def test_the_contract_as_it_stands_shows_version_both_sides_and_the_question(
    page: PersonPage, story: Story, priya: PersonId, show: Show
) -> None:
    story.agreed(priya, day("2026-08-14"), mine={"Find a forum": "2026-09-01"})
    story.agreed(
        priya,
        day("2026-11-10"),
        mine={"Introduce Priya to Marta": "2026-11-20"},
        theirs={"Write the failover runbook": "2026-11-30"},
        ahead={"question": "A staff role here, or elsewhere?"},
        next_on="2026-11-26",
    )
    page.show_person(priya)
    robot = show(page)

    assert robot.reads("Contract v2, shared 10 November")
    assert robot.reads("Write the failover runbook by 30 November")
    assert robot.reads("Introduce Priya to Marta 2 days late")
    assert robot.reads("Open question: A staff role here, or elsewhere?")
    assert robot.reads("Thursday 26 November  in 4 days")


def test_a_kept_promise_no_longer_stands_in_the_contract(
    page: PersonPage, story: Story, priya: PersonId, show: Show, desk: Desk
) -> None:
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-25"})
    page.show_person(priya)
    robot = show(page)
    contract = desk.ask(contracts.standing, priya)
    assert contract is not None

    desk.do(contracts.settle, contract.commitments[0].id, done=True)

    assert not robot.reads("Ask Ruth")
    assert robot.reads("Every commitment is kept.")


def test_a_draft_is_never_mistaken_for_the_contract(
    page: PersonPage, story: Story, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    assert robot.reads("No contract yet. It comes at the end of the first conversation.")

    talk = story.ended(priya, day("2026-11-21"))
    desk.do(contracts.draft, talk)
    page.refresh()

    assert robot.reads("The first contract is still a draft.")
    assert not robot.reads("v1")


def test_a_date_that_was_kept_is_no_longer_the_next_one(
    page: PersonPage, story: Story, priya: PersonId, show: Show
) -> None:
    story.agreed(priya, day("2026-08-14"), next_on="2026-11-20")
    page.show_person(priya)
    robot = show(page)
    assert robot.reads("Friday 20 November  2 days late")

    story.begun(priya, day("2026-11-21"))
    page.refresh()

    assert robot.reads("No date agreed yet")


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ("2026-11-22", "Sunday 22 November  today"),
        ("2026-12-18", "Friday 18 December"),
        ("2027-01-09", "Saturday 9 January 2027"),
    ],
)
def test_the_next_date_is_said_once(
    page: PersonPage, story: Story, priya: PersonId, show: Show, planned: str, said: str
) -> None:
    story.agreed(priya, day("2026-08-14"), next_on=planned)
    page.show_person(priya)
    robot = show(page)

    assert said in robot.screen().splitlines()


def test_only_what_is_known_is_said_about_somebody(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    assert robot.has("Add role and team")

    person = desk.ask(people.person, priya)
    known = replace(person, role="Senior engineer", since=date(2024, 3, 4), pronouns="she/her")
    desk.do(people.describe, known)

    assert robot.reads("Senior engineer · reports to you since March 2024 · she/her")
    (said,) = (label for label in page.findChildren(QLabel) if "she/" in label.text())
    for width in range(60, 500, 5):
        assert not [
            line for line in lines_within(width, said) if line.rstrip().endswith(("/", "March"))
        ]
    assert not robot.has("Add role and team")


def test_how_the_name_is_said_stands_beneath_it(
    page: PersonPage, priya: PersonId, show: Show
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")
    robot.type_into("How the name is said", "PREE-ya NAI-er")
    robot.press("Done")

    assert robot.reads("say “PREE-ya NAI-er”")


def test_details_are_kept_while_they_are_typed(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk, qtbot: QtBot
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")

    robot.type_into("Role", "Senior engineer")
    robot.press("Mentee")

    qtbot.waitUntil(lambda: desk.ask(people.person, priya).role == "Senior engineer", timeout=1000)
    assert desk.ask(people.person, priya).relation is Relation.MENTEE
    assert robot.reads("Senior engineer · your mentee")
    assert robot.text_in("Role") == "Senior engineer"


def test_a_strange_address_is_named_once_it_is_left_and_keeps_nothing_else_from_being_saved(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")

    robot.type_into("E-mail", "priya at example.org")
    assert not robot.reads("This does not look like an e-mail address.")
    robot.type_into("Team", "Payments")

    assert robot.reads("This does not look like an e-mail address.")
    assert robot.text_in("E-mail") == "priya at example.org"
    assert not page.flush()
    assert desk.ask(people.person, priya).team == "Payments"
    assert desk.ask(people.person, priya).email == ""

    robot.replace_in("E-mail", "priya@example.org")

    assert page.flush()
    assert not robot.reads("This does not look like an e-mail address.")
    assert desk.ask(people.person, priya).email == "priya@example.org"


def test_an_emptied_name_is_refused_beside_the_field_and_the_old_one_stays(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")

    robot.replace_in("Name", " ")
    robot.press("Done")

    assert robot.reads("A name is all that is needed here. Please type one.")
    assert robot.has("Done")
    assert desk.ask(people.person, priya).name == "Priya Nair"


def test_what_is_typed_about_one_is_never_saved_to_another(
    page: PersonPage, story: Story, priya: PersonId, show: Show, desk: Desk
) -> None:
    hanna = story.person("Hanna Lindqvist")
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")
    robot.type_into("Role", "Senior engineer")

    page.show_person(hanna)

    assert page.flush()
    assert desk.ask(people.person, priya).role == "Senior engineer"
    assert desk.ask(people.person, hanna).role == ""
    assert not robot.has("Done")


def test_reading_again_leaves_what_is_being_typed_alone(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")
    robot.type_into("Role", "Senior eng")
    field = QApplication.focusWidget()

    page.refresh()

    assert QApplication.focusWidget() is field
    assert robot.text_in("Role") == "Senior eng"


def test_the_overview_keeps_to_one_screen_whatever_the_years_have_brought(
    page: PersonPage, story: Story, priya: PersonId, show: Show
) -> None:
    for year in (2023, 2024, 2025):
        for month in range(1, 13):
            story.agreed(priya, day(f"{year}-{month:02}-10"))
    page.show_person(priya)
    robot = show(page)

    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
    robot.press("Conversations")
    assert robot.reads("shared 10 January 2023, contract v1")


def test_a_full_contract_keeps_to_one_screen_and_leads_to_what_has_no_room(
    page: PersonPage, story: Story, priya: PersonId, show: Show
) -> None:
    def promises(whose: str) -> dict[str, str]:
        long = "find out who in the other building could say more about the second half of it"
        return {f"{whose} {n}: {long}": f"2026-11-{n}" for n in (24, 25, 26)}

    question = "Is there a role here for somebody who would rather draw than lead? " * 4
    story.agreed(
        priya,
        day("2026-11-10"),
        mine=promises("Mine"),
        theirs=promises("Theirs"),
        ahead={"question": question, "review": question},
    )
    page.show_person(priya)
    robot = show(page)

    assert page.verticalScrollBar().maximum() == 0
    for said in ("Mine 24", "Mine 25", "Theirs 24"):
        assert robot.reads(said)
    assert not robot.reads("Theirs 25")
    assert robot.reads("3 more in the contract")


def test_words_that_look_like_markup_are_shown_as_they_are(
    page: PersonPage, story: Story, show: Show
) -> None:
    odd = story.person("<b>Priya</b> Nair")
    talk = story.agreed(odd, day("2026-11-10"), mine={"Read <i>this</i>": "2026-11-30"})
    story.noted(talk, "D1", "<h1>Large</h1>")
    page.show_person(odd)
    robot = show(page)

    assert robot.reads("<b>Priya</b> Nair")
    assert robot.reads("Where <b>Priya</b> is heading")
    assert robot.reads("Read <i>this</i> by 30 November")
    assert robot.reads("<h1>Large</h1>")
    formats = {label.textFormat() for label in page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_date_that_cannot_be_read_is_named_and_done_waits_for_it(
    page: PersonPage, priya: PersonId, show: Show, desk: Desk
) -> None:
    page.show_person(priya)
    robot = show(page)
    robot.press("Details")
    robot.set_day("Since", "a while ago")
    robot.press("Done")

    assert robot.reads("This could not be read as a date.")
    robot.set_day("Since", "March 2024")
    robot.keys("Esc")

    assert desk.ask(people.person, priya).since == date(2024, 3, 1)
    assert not robot.has("Done")
    assert robot.find("Details", QWidget).hasFocus()


@pytest.mark.parametrize(
    ("month", "words"),
    [
        ("2026-11-01", "In November 2026 we look at: The first drill"),
        ("2026-10-01", "Meant for October 2026: The first drill"),
    ],
)
def test_a_month_that_is_over_is_not_told_as_one_to_come(
    page: PersonPage, story: Story, priya: PersonId, show: Show, month: str, words: str
) -> None:
    story.agreed(priya, day("2026-08-21"), ahead={"review": "The first drill", "month": month})
    page.show_person(priya)

    assert show(page).reads(words)
