from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import QuestionId
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, people, reminders, shares, today
from desktop.ui.desk import Desk
from desktop.ui.pages.today import TodayPage
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day

Show = Callable[[QWidget], Robot]


def test_a_kept_promise_leaves_the_page_and_a_wrong_tick_is_taken_back(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), mine={"Introduce Priya to Marta": "2026-11-20"})
    robot = show(TodayPage(desk))

    robot.press("Introduce Priya to Marta")

    assert robot.reads("Kept: Introduce Priya to Marta")
    assert not robot.reads("2 days late")
    assert desk.ask(today.today).mine == ()

    robot.press("Undo")

    assert robot.reads("2 days late")
    assert not robot.reads("Kept:")
    assert [promise.what for promise in desk.ask(today.today).mine] == ["Introduce Priya to Marta"]


def test_what_was_agreed_with_somebody_archived_waits_again_only_when_they_are_taken_back(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    mine, theirs = {"Ask Ruth": "2026-11-20"}, {"Write it down": "2026-11-20"}
    story.agreed(priya, day("2026-11-10"), mine=mine, theirs=theirs)
    page = TodayPage(desk)
    robot = show(page)
    assert robot.reads("Ask Ruth")

    desk.do(people.archive, priya, away=True)
    page.refresh()
    assert not robot.reads("Ask Ruth")
    assert not robot.reads("Write it down")
    assert desk.ask(today.today).count == 0
    assert desk.ask(reminders.debts) == frozenset()

    desk.do(people.archive, priya, away=False)
    page.refresh()
    assert robot.reads("Ask Ruth")


def test_only_the_last_tick_is_offered_to_be_taken_back(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    mine = {"Ask Ruth": "2026-11-20", "Book the room": "2026-11-25"}
    story.agreed(priya, day("2026-11-10"), mine=mine)
    robot = show(TodayPage(desk))

    robot.press("Ask Ruth")
    robot.press("Book the room")
    robot.press("Undo")

    assert [promise.what for promise in desk.ask(today.today).mine] == ["Book the room"]


def test_a_mistaken_tick_can_be_taken_back_after_leaving_the_page(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-20"})
    page = TodayPage(desk)
    robot = show(page)
    robot.press("Ask Ruth")

    page.hide()
    page.show()
    page.refresh()

    robot.press("Undo")
    assert [promise.what for promise in desk.ask(today.today).mine] == ["Ask Ruth"]
    assert not robot.has("Undo")


def test_words_that_look_like_markup_are_shown_as_they_are(
    story: Story, desk: Desk, show: Show
) -> None:
    odd = story.person("<b>Priya</b> & Söhne")
    story.agreed(odd, day("2026-11-10"), mine={"Read <i>this</i>": "2026-11-20"})
    story.begun(odd, day("2026-11-21"))
    page = TodayPage(desk)
    robot = show(page)

    assert robot.has("Read <i>this</i>")
    assert robot.has("<b>Priya</b> & Söhne")
    formats = {label.textFormat() for label in page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_promise_of_four_hundred_lines_leaves_room_for_the_others(
    story: Story, desk: Desk, show: Show
) -> None:
    long = "\n".join(f"Line {n} of a very long promise" for n in range(400))
    priya = story.person("Priya Nair")
    both = {long: "2026-11-20", "Ask Ruth": "2026-11-26"}
    story.agreed(priya, day("2026-11-10"), mine=both, theirs=both)

    robot = show(TodayPage(desk))

    assert robot.reads("Line 0 of a very long promise Line 1 of a very long promise")
    assert not robot.reads("Line 9 of")
    shown = robot.root.findChildren(QLabel)
    assert max(label.height() for label in shown if label.isVisible()) < 200


def test_it_says_when_and_in_which_contract_a_promise_was_made(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-08-14"))
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-26"})

    robot = show(TodayPage(desk))

    assert robot.reads("Agreed 10 November · contract v2 ·")
    assert robot.has("with Priya")
    assert robot.reads("in 4 days")


def test_the_first_sentence_counts_what_is_due_of_your_own(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    mine = {"Ask Ruth": "2026-11-20", "Book the room": "2026-11-22", "Write": "2026-11-30"}
    story.agreed(priya, day("2026-11-10"), mine=mine)

    robot = show(TodayPage(desk))

    assert robot.reads("Sunday 22 November. Two of your own commitments come first.")


def test_dates_are_true_again_after_midnight(
    story: Story, desk: Desk, show: Show, vault: OpenVault
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-22"})
    page = TodayPage(desk)
    robot = show(page)
    assert robot.reads("today")

    vault.clock.forward(days=1)
    page.refresh()

    assert robot.reads("1 day late")
    assert robot.reads("Monday 23 November. One of your own commitments comes first.")


def test_a_summary_owed_for_long_is_said_as_every_debt_is_with_the_year_it_is_of(
    story: Story, desk: Desk, show: Show, vault: OpenVault
) -> None:
    story.ended(story.person("Jun Watanabe"), day("2026-11-22"))
    page = TodayPage(desk)
    robot = show(page)
    for days, late in ((3, "23 hours late"), (2, "3 days late"), (35, "5 weeks late")):
        vault.clock.forward(days=days)
        page.refresh()
        assert robot.reads(late), robot.screen()
    vault.clock.forward(days=10)
    page.refresh()

    assert robot.reads("Conversation on Sunday 22 November 2026, 15:00.")


def test_a_summary_owed_says_how_long_there_is_and_leads_to_the_letter(
    story: Story, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    jun = story.person("Jun Watanabe")
    talk = story.ended(jun, day("2026-11-21"))
    page = TodayPage(desk)
    robot = show(page)

    assert robot.reads("Conversation yesterday, 15:00.")
    assert robot.reads("25 hours left")
    with qtbot.waitSignal(page.letter_chosen) as chosen:
        robot.press("Review and send")
    assert chosen.args == [talk]


def test_only_a_contract_without_a_gap_is_called_ready(
    story: Story, desk: Desk, show: Show
) -> None:
    jun = story.person("Jun Watanabe")
    talk = story.ended(jun, day("2026-11-21"))
    draft = desk.do(contracts.draft, talk).value
    page = TodayPage(desk)
    robot = show(page)
    assert not robot.reads("Ready to review.")

    story.reasoned(draft, "Jun was ill.")
    page.refresh()

    assert robot.reads("Ready to review.")


def test_a_draft_that_was_never_agreed_stays_in_sight_and_leads_to_its_page(
    story: Story, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    talk = story.ended(story.person("Jun Watanabe"), day("2026-11-21"))
    story.reasoned(desk.do(contracts.draft, talk).value, "Jun was ill.")
    page = TodayPage(desk)
    robot = show(page)
    assert not robot.reads("Being looked over")

    desk.do(shares.note_draft, talk, Way.PDF, b"the page")
    page.refresh()

    assert robot.reads("Draft for Jun Watanabe")
    assert robot.reads("Left today. Nothing is agreed before you both say so.")
    with qtbot.waitSignal(page.letter_chosen) as chosen:
        robot.press("Open the draft")
    assert chosen.args == [talk]


def test_a_conversation_under_way_says_where_it_stands_and_goes_on(
    story: Story, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    hanna = story.person("Hanna Lindqvist")
    talk = story.begun(hanna, day("2026-11-22"))
    desk.do(conversations.stand_at, talk, QuestionId("D3"))
    page = TodayPage(desk)
    robot = show(page)

    assert robot.reads("full conversation, begun today")
    assert robot.reads("at “Ideal in six months”")
    with qtbot.waitSignal(page.conversation_chosen) as chosen:
        robot.press("Continue")
    assert chosen.args == [talk]


def test_a_name_leads_to_the_person(story: Story, desk: Desk, show: Show, qtbot: QtBot) -> None:
    tomas = story.person("Tomás Ortega")
    story.agreed(tomas, day("2026-11-03"), theirs={"Shadow a review": "2026-11-19"})
    page = TodayPage(desk)
    robot = show(page)

    assert robot.reads("3 days late")
    with qtbot.waitSignal(page.person_chosen) as chosen:
        robot.press("Tomás Ortega")
    assert chosen.args == [tomas]


def test_the_empty_page_says_what_it_is_for_and_offers_to_add_somebody(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    page = TodayPage(desk)
    robot = show(page)

    assert robot.reads("Your own promises come first")
    assert not robot.has("Start a conversation")
    with qtbot.waitSignal(page.people_asked):
        robot.press("Add somebody")


def test_with_somebody_there_the_next_step_is_a_conversation(
    story: Story, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    story.agreed(story.person("Priya Nair"), day("2026-11-10"))
    page = TodayPage(desk)
    robot = show(page)

    assert robot.reads("Nothing waits for you")
    assert not robot.has("Add somebody")
    with qtbot.waitSignal(page.conversation_asked):
        robot.keys("Ctrl+N")


def test_reading_again_leaves_the_keyboard_where_it_was(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    mine = {"Ask Ruth": "2026-11-20", "Book the room": "2026-11-25"}
    story.agreed(priya, day("2026-11-10"), mine=mine)
    page = TodayPage(desk)
    robot = show(page)
    box = robot.find("Book the room", QWidget)
    box.setFocus()

    hanna = story.person("Hanna Lindqvist")
    story.agreed(hanna, day("2026-10-28"), mine={"Find a forum": "2026-11-21"})
    page.refresh()

    assert QApplication.focusWidget() is box
    assert robot.has("Find a forum")


def test_the_tab_key_follows_the_page_also_past_a_promise_that_came_later(
    story: Story, desk: Desk, show: Show
) -> None:
    priya = story.person("Priya Nair")
    story.agreed(priya, day("2026-11-10"), mine={"Ask Ruth": "2026-11-25"})
    page = TodayPage(desk)
    robot = show(page)
    hanna = story.person("Hanna Lindqvist")
    story.agreed(hanna, day("2026-10-28"), mine={"Find a forum": "2026-11-21"})
    page.refresh()

    robot.find("Start a conversation", QWidget).setFocus()
    walked = []
    for _ in range(4):
        robot.keys("Tab")
        focused = QApplication.focusWidget()
        walked.append(focused.accessibleName() if focused else "")

    assert walked == ["Find a forum", "with Hanna", "Ask Ruth", "with Priya"]
