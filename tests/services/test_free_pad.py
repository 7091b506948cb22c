"""Lines of the free pad go to their questions, and nothing that stood there is lost."""

import pytest

from desktop.domain.conversations.path import StepState
from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import private_sentences_in
from desktop.services import conversations, people
from desktop.services.private import answers, pad
from tests.helpers.vaults import OpenVault

FIRST, SECOND, OTHER = (QuestionId(q) for q in ("O1", "N1", "N2"))


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    return conversations.begin(vault.shared, who).value


def jot(vault: OpenVault, talk: ConversationId, *lines: tuple[QuestionId, str]) -> None:
    written = tuple(PadLine(question, PrivateText(words)) for question, words in lines)
    pad.write(vault.private, Pad(talk, written))


def noted(vault: OpenVault, talk: ConversationId, question: QuestionId) -> str:
    return answers.note_to(vault.private, talk, question).words.reveal()


def left(vault: OpenVault, talk: ConversationId) -> list[str]:
    return [line.words.reveal() for line in pad.lines_of(vault.private, talk).lines]


def put_off(vault: OpenVault, talk: ConversationId) -> set[QuestionId]:
    steps = conversations.path(vault.shared, talk).steps
    return {step.question for step in steps if step.state is StepState.NOT_NOW}


def test_sorting_adds_to_a_note_and_never_writes_over_it(
    vault: OpenVault, talk: ConversationId
) -> None:
    answers.write(vault.private, Answer(talk, FIRST, PrivateText("Tired.\n  But fine."), 3))
    jot(vault, talk, (FIRST, "Laughed."), (SECOND, "Marta’s."), (FIRST, "Twice."))

    done = pad.sort(vault.private, talk, {0: FIRST, 1: SECOND, 2: FIRST})

    assert noted(vault, talk, FIRST) == "Tired.\n  But fine.\nLaughed.\nTwice."
    assert answers.note_to(vault.private, talk, FIRST).cursor == 3
    assert noted(vault, talk, SECOND) == "Marta’s."
    assert done.value.moved == 3
    assert left(vault, talk) == []


def test_a_line_goes_where_it_is_sent_and_others_stay(
    vault: OpenVault, talk: ConversationId
) -> None:
    jot(vault, talk, (FIRST, "Goes elsewhere."), (FIRST, ""), (SECOND, "Stays."))

    pad.sort(vault.private, talk, {0: OTHER})

    assert noted(vault, talk, OTHER) == "Goes elsewhere."
    assert noted(vault, talk, FIRST) == ""
    assert left(vault, talk) == ["Stays."]


def test_undo_puts_everything_back(vault: OpenVault, talk: ConversationId) -> None:
    answers.write(vault.private, Answer(talk, FIRST, PrivateText("Tired."), 2))
    conversations.put_off(vault.shared, talk, SECOND)
    jot(vault, talk, (FIRST, "Laughed."), (SECOND, ""), (SECOND, "Marta’s."))

    done = pad.sort(vault.private, talk, {0: FIRST, 2: SECOND})
    answered = put_off(vault, talk)
    pad.take_back(vault.private, done.value)

    assert answered == set()
    assert noted(vault, talk, FIRST) == "Tired."
    assert noted(vault, talk, SECOND) == ""
    assert answers.noted(vault.private, talk) == {FIRST}
    assert left(vault, talk) == ["Laughed.", "", "Marta’s."]
    assert put_off(vault, talk) == {SECOND}


def test_pads_that_a_full_disk_refused_come_back_after_the_next_unlock(
    vault: OpenVault, talk: ConversationId
) -> None:
    lines = (PadLine(FIRST, PrivateText("Laughed.")), PadLine(SECOND, PrivateText("Marta’s.")))
    note = Answer(talk, OTHER, PrivateText("Tired."), 2)

    sealed = vault.seal([note, Pad(talk, lines)])
    vault.restore(sealed)

    assert pad.lines_of(vault.private, talk) == Pad(talk, lines)
    assert answers.note_to(vault.private, talk, OTHER) == note


def test_a_sentence_of_the_pad_that_slipped_into_the_page_is_found(
    vault: OpenVault, talk: ConversationId
) -> None:
    jot(vault, talk, (FIRST, "She would rather leave than take the rota again."))
    who = conversations.conversation(vault.shared, talk).person

    page = "We talked. She would rather leave than take the rota again."

    assert private_sentences_in(page, answers.all_about(vault.private, who))
