"""Everything on the shared page is saved as it is written, and nothing jumps meanwhile."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.services import contracts, conversations, people, summaries
from desktop.ui.desk import News
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.vaults import OpenVault
from tests.ui.contract.paper import Paper, promise

SENTENCE = "Priya would like to own the failover design."
FIRST = "Summary, paragraph 1"
SECOND = "Summary, paragraph 2"


def test_a_pause_in_typing_is_saved_within_a_second(paper: Paper, qtbot: QtBot) -> None:
    paper.robot.type_into(FIRST, SENTENCE)

    qtbot.waitUntil(lambda: paper.summary() == [SENTENCE], timeout=1000)
    assert paper.written(FIRST) == SENTENCE
    assert paper.is_writing_in(FIRST)


def test_there_is_always_an_empty_paragraph_to_go_on_with(paper: Paper, qtbot: QtBot) -> None:
    paper.robot.type_into(FIRST, SENTENCE)
    paper.page.flush()
    paper.robot.type_into(SECOND, "And to rest.")
    paper.page.flush()

    assert paper.summary() == [SENTENCE, "And to rest."]
    assert paper.written("Summary, paragraph 3") == ""


def test_an_emptied_paragraph_goes_when_the_manager_turns_to_something_else(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    summaries.write(vault.shared, talk, "One.")
    summaries.write(vault.shared, talk, "Two.")
    paper = lay(talk)

    paper.robot.replace_in(FIRST, "x")
    paper.robot.keys("Backspace")
    paper.go_to_end_of(SECOND)
    paper.robot.type_into(FIRST, "!")
    paper.page.flush()

    assert paper.summary() == ["Two.!"]
    assert paper.written(FIRST) == "Two.!"


def test_an_emptied_paragraph_keeps_its_place_for_new_words(
    vault: OpenVault,
    talk: ConversationId,
    lay: Callable[[ConversationId], Paper],
    qtbot: QtBot,
) -> None:
    summaries.write(vault.shared, talk, "One.")
    summaries.write(vault.shared, talk, "Two.")
    paper = lay(talk)

    paper.robot.replace_in(FIRST, "x")
    with qtbot.waitSignal(paper.editor(FIRST).edited):
        paper.robot.keys("Backspace")
    paper.robot.type_into(FIRST, "Uno.")

    qtbot.waitUntil(lambda: paper.summary() == ["Uno.", "Two."], timeout=1000)


def test_a_commitment_of_each_side_is_written_without_any_button_that_saves(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.press("Add Priya’s")
    assert paper.is_writing_in("Commitment 1")
    paper.robot.type_into("Commitment 1", "Finish the runbook")
    paper.set_date("Date of commitment 1", "30 Nov 2026")
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 2", "Introduce Priya to Marta")
    paper.set_date("Date of commitment 2", "27 Nov")

    def lines() -> list[tuple[Owner | None, str, date | None]]:
        return [(c.owner, c.what, c.due) for c in paper.contract().commitments]

    qtbot.waitUntil(
        lambda: (
            lines()
            == [
                (Owner.PERSON, "Finish the runbook", date(2026, 11, 30)),
                (Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27)),
            ]
        ),
        timeout=1000,
    )


def test_a_press_on_the_name_gives_the_commitment_to_the_other_side(paper: Paper) -> None:
    paper.robot.press("Add Priya’s")
    paper.robot.type_into("Commitment 1", "Finish the runbook")
    paper.robot.press("Priya")

    assert paper.robot.has("You")
    assert paper.contract().commitments[0].owner is Owner.MANAGER
    assert paper.contract().commitments[0].what == "Finish the runbook"


def test_the_review_its_month_the_open_question_and_the_next_talk_are_kept(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.type_into("What we review", "How the design review went")
    paper.robot.type_into("The open question", "Is there a staff role here?")
    paper.set_date("Next conversation", "25 Feb 2027")
    paper.robot.press("We review, no month yet")
    paper.choose_in_menu("January 2027")

    qtbot.waitUntil(lambda: paper.contract().review_month == date(2027, 1, 1))
    assert paper.robot.has("We review in January")
    assert paper.contract().review == "How the design review went"
    assert paper.contract().open_question == "Is there a staff role here?"
    assert paper.contract().next_conversation == date(2027, 2, 25)


def test_why_nothing_was_agreed_is_kept_and_asked_only_while_nothing_is(
    paper: Paper, qtbot: QtBot
) -> None:
    paper.robot.type_into("Nothing agreed this time, because", "the ladder is being rewritten")
    paper.page.flush()
    assert paper.contract().nothing_agreed_because == "the ladder is being rewritten"

    paper.robot.press("Add mine")

    assert not paper.robot.reads("nothing agreed this time")


def test_a_line_taken_out_by_mistake_comes_back_as_it_was_where_it_was(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    for what in ("One", "Two", "Three"):
        promise(vault, talk, Owner.PERSON, what, date(2026, 12, 18))
    paper = lay(talk)
    before = paper.contract().commitments

    paper.go_to_end_of("Commitment 2")
    paper.robot.type_into("Commitment 2", " and a half")
    paper.robot.press("Take out commitment 2")
    assert [c.what for c in paper.contract().commitments] == ["One", "Three"]
    assert paper.robot.reads("Taken out: Two and a half")
    paper.robot.press("Undo")

    after = paper.contract().commitments
    assert [c.what for c in after] == ["One", "Two and a half", "Three"]
    assert [c.id for c in after] == [c.id for c in before]
    assert after[1].due == date(2026, 12, 18)
    assert not paper.robot.has("Undo")


def test_two_lines_taken_out_come_back_one_after_the_other(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    for what in ("One", "Two"):
        promise(vault, talk, Owner.PERSON, what, date(2026, 12, 18))
    paper = lay(talk)

    paper.robot.press("Take out commitment 1")
    paper.robot.press("Take out commitment 1")
    paper.robot.press("Undo")
    paper.robot.press("Undo")

    assert [c.what for c in paper.contract().commitments] == ["One", "Two"]


def test_a_refresh_leaves_alone_what_is_being_written(paper: Paper) -> None:
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 1", "Introduce Priya to Marta")
    paper.robot.keys("Home")

    paper.page.refresh()
    paper.robot.type_into("Commitment 1", "Re")

    assert paper.written("Commitment 1") == "ReIntroduce Priya to Marta"


@on_posix
def test_words_that_could_not_be_saved_are_saved_with_the_next_ones(
    paper: Paper, news: News, qtbot: QtBot
) -> None:
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 1", "Introduce")
    with a_full_disk(), qtbot.waitSignal(news.troubled):
        saved = paper.page.flush()
    assert not saved
    assert paper.written("Commitment 1") == "Introduce"

    assert paper.page.flush()
    assert paper.contract().commitments[0].what == "Introduce"


@on_posix
def test_a_paragraph_that_could_not_be_saved_stays_and_is_saved_later(
    paper: Paper, news: News, qtbot: QtBot
) -> None:
    paper.robot.type_into(FIRST, SENTENCE)
    with a_full_disk(), qtbot.waitSignal(news.troubled):
        saved = paper.page.flush()
    assert not saved
    paper.page.refresh()
    assert paper.written(FIRST) == SENTENCE

    assert paper.page.flush()
    assert paper.summary() == [SENTENCE]


def test_a_commitment_of_four_hundred_lines_is_written_and_kept_whole(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    long = "\n".join(f"Step {n} of a plan that is far too long" for n in range(400))
    promise(vault, talk, Owner.PERSON, long, date(2026, 12, 18))
    paper = lay(talk)

    paper.go_to_end_of("Commitment 1")
    paper.robot.type_into("Commitment 1", ", done")
    paper.page.flush()

    assert paper.contract().commitments[0].what == long + ", done"


@on_posix
def test_a_contract_that_cannot_be_begun_leaves_nobody_elses_page_to_write_on(
    vault: OpenVault, paper: Paper, news: News, qtbot: QtBot
) -> None:
    other = people.add(vault.shared, "Jun Watanabe").value
    with_jun = conversations.begin(vault.shared, other).value

    with a_full_disk(), qtbot.waitSignal(news.troubled):
        paper.page.show_conversation(with_jun)

    assert paper.robot.reads("Shared with Jun")
    assert not paper.robot.reads("What we talked about")
    assert not paper.robot.has("Review and send")


def test_another_conversation_shows_its_own_words(
    vault: OpenVault, talk: ConversationId, lay: Callable[[ConversationId], Paper]
) -> None:
    other = people.add(vault.shared, "Jun Watanabe").value
    with_jun = conversations.begin(vault.shared, other).value
    promise(vault, with_jun, Owner.PERSON, "Sleep", date(2026, 12, 18))
    paper = lay(talk)
    paper.robot.type_into("The open question", "Is there a staff role here?")

    paper.page.show_conversation(with_jun)

    assert paper.contract().open_question == "Is there a staff role here?"
    assert paper.written("The open question") == ""
    assert paper.written("Commitment 1") == "Sleep"
    assert paper.robot.reads("Shared with Jun")
    assert contracts.of_conversation(vault.shared, with_jun).version == 1  # type: ignore[union-attr]


def test_a_commitment_ended_with_return_has_no_blank_line(
    paper: Paper, vault: OpenVault, talk: ConversationId
) -> None:
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 1", "Introduce Priya to Marta")
    paper.robot.keys("Return")
    paper.robot.find(FIRST, QTextEdit).setFocus()
    paper.page.flush()
    paper.page.refresh()

    contract = contracts.of_conversation(vault.shared, talk)
    assert contract is not None
    assert [c.what for c in contract.commitments] == ["Introduce Priya to Marta"]
    assert paper.written("Commitment 1") == "Introduce Priya to Marta"
