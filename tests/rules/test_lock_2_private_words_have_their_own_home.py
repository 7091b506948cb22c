"""The second lock: private words live in tables of their own, and nowhere else in the file."""

from datetime import date

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.moments import MomentKind
from desktop.domain.motivations import Motivation
from desktop.domain.private.answers import Answer
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.motivations import Weighed
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.preparation import Subject
from desktop.domain.private.words import PrivateText
from desktop.domain.signals import SignalKind
from desktop.services import conversations, people, plans
from desktop.services.private import (
    answers,
    experiments,
    kept,
    moments,
    motivations,
    notes,
    opportunities,
    pad,
    preparation,
    signals,
    themes,
)
from tests.helpers.vaults import KEY, OpenVault

CANARY = "".join(["zaun", "könig", "rufe"])


def test_a_note_stands_in_a_private_table_and_in_no_other(vault: OpenVault) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, person).value
    question = conversations.path(vault.shared, talk).steps[3].question
    answers.write(vault.private, Answer(talk, question, PrivateText(CANARY), 3))
    vault.close()

    holding = tables_holding(vault, CANARY)

    assert holding == {"private_answer"}


def test_a_line_of_the_free_pad_stands_in_a_private_table_and_in_no_other(
    vault: OpenVault,
) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, person).value
    question = conversations.path(vault.shared, talk).steps[3].question
    pad.write(vault.private, Pad(talk, (PadLine(question, PrivateText(CANARY)),)))
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_pad_line"}


def test_a_thought_before_a_talk_stands_in_a_private_table_and_in_no_other(
    vault: OpenVault,
) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    booking = plans.Booking(date(2026, 11, 26), "10:00", "60")
    plan = plans.book(vault.shared, person, booking).value
    preparation.write(vault.private, plan, Subject.AVOIDED, PrivateText(CANARY))
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_preparation"}


def test_what_is_kept_stands_in_private_tables_and_in_no_other(vault: OpenVault) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, person).value
    question = conversations.path(vault.shared, talk).steps[3].question
    kept.keep(vault.private, (talk, question), Keeping(KeptAs.GOAL), PrivateText(CANARY))
    goal = kept.kept_at(vault.private, talk, question)[0]
    kept.climb(vault.private, goal, PrivateText(f"Why {CANARY}"), 0)
    heard = Weighed(talk, Motivation.GROWTH, 2, PrivateText(CANARY))
    motivations.weigh(vault.private, heard)
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_kept", "private_motivation"}


def test_an_opportunity_stands_in_a_private_table_and_in_no_other(vault: OpenVault) -> None:
    opening = opportunities.add(vault.private, PrivateText(CANARY)).value
    words = PrivateText(f"Only if {CANARY}")
    opportunities.word(vault.private, opening, PrivateText(CANARY), words)
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_opportunity"}


def test_a_signal_stands_in_a_private_table_and_in_no_other(vault: OpenVault) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    noted = signals.notice(vault.private, person, SignalKind.COURTED, PrivateText(CANARY)).value
    signals.set_aside(vault.private, noted, PrivateText(CANARY))
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_signal"}


def test_what_lies_between_the_talks_stands_in_private_tables_and_in_no_other(
    vault: OpenVault,
) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    moments.note(vault.private, person, MomentKind.FEEDBACK, PrivateText(CANARY))
    tried = experiments.begin(vault.private, person, PrivateText(CANARY)).value
    for part in experiments.PARTS:
        experiments.word(vault.private, tried, part, PrivateText(CANARY))
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_moment", "private_experiment"}


def test_the_name_of_a_theme_stands_in_a_private_table_and_in_no_other(vault: OpenVault) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, person).value
    question = conversations.path(vault.shared, talk).steps[3].question
    line = PrivateText("Too many meetings")
    raised = kept.keep(vault.private, (talk, question), Keeping(KeptAs.THEME), line).value
    theme = themes.name(vault.private, raised, PrivateText(CANARY)).value
    words = "Room in the calendar to think"
    themes.put_on_sheet(vault.private, theme, words, by_hand=True)
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_theme"}


def test_a_conversation_holds_no_words() -> None:
    kinds = {str(kind) for kind in Conversation.__annotations__.values()}
    assert not any("str" in kind or "Text" in kind for kind in kinds)


def test_a_note_about_a_person_is_kept_with_its_index_and_nowhere_else(vault: OpenVault) -> None:
    person = people.add(vault.shared, "Priya Nair").value
    which = notes.write(vault.private, person, PrivateText(CANARY)).value
    notes.tag(vault.private, which, PrivateText(CANARY))
    vault.close()

    assert tables_holding(vault, CANARY) == {"private_note", "private_note_index"}


def tables_holding(vault: OpenVault, words: str) -> set[str]:
    """Return the tables of a closed vault in any column of which the words stand."""
    from desktop.storage.database import Database

    database = Database(vault.folder / "notes.db", bytearray(KEY))
    try:
        tables = [
            name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            table
            for table in tables
            for row in database.rows(f"SELECT * FROM {table}")
            if any(words in str(value) for value in row)
        }
    finally:
        database.close()
