"""A conversation keeps its place, and its clock."""

from datetime import timedelta

from desktop.domain.conversations.path import StepState
from desktop.domain.ids import QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import answers
from tests.helpers.vaults import OpenVault


def test_a_conversation_stands_where_it_was_left(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    conversations.stand_at(vault.shared, talk, QuestionId("D3"))

    here = conversations.path(vault.shared, talk).here

    assert here is not None
    assert here.question == "D3"


def test_the_48_hours_begin_once_when_the_talk_is_closed(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    assert conversations.conversation(vault.shared, talk).summary_owed_by is None

    vault.clock.forward(minutes=70)
    ended = vault.clock.at
    conversations.close(vault.shared, talk)
    vault.clock.forward(hours=5)
    conversations.close(vault.shared, talk)

    owed_by = conversations.conversation(vault.shared, talk).summary_owed_by
    assert owed_by == ended + timedelta(hours=48)
    assert not conversations.conversation(vault.shared, talk).is_open


def test_a_note_takes_back_not_now(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    question = QuestionId("N3")
    conversations.put_off(vault.shared, talk, question)
    assert state_of(vault, talk, question) is StepState.NOT_NOW

    answers.write(vault.private, Answer(talk, question, PrivateText("On-call."), 8))

    assert state_of(vault, talk, question) is StepState.OPEN


def test_last_time_is_the_newest_earlier_note_with_words(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    question = QuestionId("D3")
    for words in ("more design", "less firefighting", " "):
        talk = conversations.begin(vault.shared, who).value
        answers.write(vault.private, Answer(talk, question, PrivateText(words), 0))
        vault.clock.forward(days=90)
    now = conversations.begin(vault.shared, who).value
    answers.write(vault.private, Answer(now, question, PrivateText("owning a system"), 0))

    earlier = answers.last_time(vault.private, now, question)

    assert earlier is not None
    assert earlier.words == PrivateText("less firefighting")
    assert earlier.on == (vault.clock.at - timedelta(days=180)).date()


def test_another_persons_notes_are_never_last_time(vault: OpenVault) -> None:
    question = QuestionId("D3")
    for name in ("Priya Nair", "Jun Watanabe"):
        talk = conversations.begin(vault.shared, people.add(vault.shared, name).value).value
        if name == "Priya Nair":
            answers.write(vault.private, Answer(talk, question, PrivateText("own it"), 0))
        vault.clock.forward(days=1)

    assert answers.last_time(vault.private, talk, question) is None


def state_of(vault: OpenVault, talk: object, question: QuestionId) -> StepState:
    steps = conversations.path(vault.shared, talk).steps  # type: ignore[arg-type]
    return next(step.state for step in steps if step.question == question)
