"""A promise that others decide is asked about beside it, and the manager has the last word."""

from desktop.domain.shared.commitments import Strength
from tests.ui.contract.paper import Paper

ASKED = "Is this yours to promise?"
CHANGE = "Change to “Make the case for Priya’s promotion, and pass on the answer”"
TYPED = "Get Priya promoted to staff"


def promised(paper: Paper, words: str = TYPED) -> Paper:
    paper.robot.press("Add mine")
    paper.robot.type_into("Commitment 1", words)
    paper.editor("Commitment 1").flush()
    return paper


def test_it_is_asked_as_it_is_typed_and_one_press_takes_the_suggestion(paper: Paper) -> None:
    promised(paper).robot.press(CHANGE)

    assert paper.written("Commitment 1") == (
        "Make the case for Priya’s promotion, and pass on the answer"
    )
    assert paper.contract().commitments[0].what == paper.written("Commitment 1")
    assert not paper.robot.reads(ASKED)


def test_the_managers_own_words_come_back(paper: Paper) -> None:
    promised(paper).robot.press(CHANGE)
    paper.robot.press("Put my words back")

    assert paper.written("Commitment 1") == TYPED
    assert paper.robot.reads(ASKED)

    paper.robot.press(CHANGE)
    paper.robot.keys("Ctrl+Z")
    assert paper.written("Commitment 1") == TYPED


def test_what_is_kept_as_it_is_is_not_asked_again(paper: Paper) -> None:
    promised(paper).robot.press("Keep it as it is")
    assert not paper.robot.reads(ASKED)

    paper.page.show_conversation(paper.talk)
    assert not paper.robot.reads(ASKED)

    paper.robot.type_into("Commitment 1", " by June")
    paper.editor("Commitment 1").flush()
    assert not paper.robot.reads(ASKED)


def test_an_outcome_that_is_left_open_is_no_promise(paper: Paper) -> None:
    promised(paper).robot.press("Or say that the outcome is not mine")

    assert paper.contract().commitments[0].strength is Strength.ARGUE
    assert not paper.robot.reads(ASKED)


def test_the_person_may_want_any_outcome(paper: Paper) -> None:
    promised(paper).robot.press("You")
    assert not paper.robot.reads(ASKED)


def test_what_is_the_managers_to_give_is_not_asked_about(paper: Paper) -> None:
    promised(paper, "Introduce Priya to Marta in Platform")
    assert not paper.robot.reads(ASKED)
