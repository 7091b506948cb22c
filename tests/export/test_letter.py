import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.shared.commitments import Strength
from desktop.domain.shared.letter import ENGLISH, LANGUAGES, Letter
from desktop.export.copy_back import page_in
from desktop.export.letter import letter_paper
from desktop.export.paper import CommitmentRow, Heading, Prose
from desktop.export.plain_text import plain_text
from tests.export.letters import (
    AGREED,
    EMPTY,
    LETTER,
    MANAGER,
    PERSON,
    commitment,
    letter_agreeing,
    letter_saying,
)


def headings(letter: Letter) -> list[str]:
    return [b.text for b in letter_paper(letter).blocks if isinstance(b, Heading)]


def prose(letter: Letter) -> list[str]:
    return [b.text for b in letter_paper(letter).blocks if isinstance(b, Prose)]


def rows(letter: Letter) -> list[CommitmentRow]:
    return [b for b in letter_paper(letter).blocks if isinstance(b, CommitmentRow)]


def test_the_page_says_what_was_agreed_and_nothing_else() -> None:
    assert letter_paper(LETTER).words().splitlines() == [
        "Priya Nair and Sam Okafor",
        "Career conversation, 26 November 2026 · contract version 4",
        "What we talked about",
        "Priya would like to own the failover design end to end within six months, "
        "and to trade part of the on-call rota for it.",
        "Priya will",
        "Finish the runbook",
        "30 November 2026",
        "Draft the failover design and walk the team through it",
        "18 December 2026",
        "Sam will",
        "Introduce Priya to Marta in Platform",
        "27 November 2026",
        "Make the case for promotion to Ruth",
        "15 January 2027",
        "We will look at",
        "In January: how the design review went, and the rota.",
        "The question we are sitting with",
        "Is there a staff role here, or is it elsewhere?",
        "Next conversation: 25 February 2027",
    ]


def test_the_footer_counts_the_pages() -> None:
    footer = letter_paper(LETTER).footer
    assert footer.on(1, 2) == "Next conversation: 25 February 2027 · page 1 of 2"


def test_without_a_next_date_the_footer_only_counts() -> None:
    letter = replace(LETTER, contract=replace(AGREED, next_conversation=None))
    assert letter_paper(letter).footer.on(1, 1) == "page 1 of 1"


def test_a_section_without_content_is_left_out() -> None:
    letter = Letter("Priya Nair", "Sam Okafor", date(2026, 11, 26), ("", "  \n"), EMPTY)
    assert headings(letter) == []
    only_mine = letter_agreeing(commitment(MANAGER, "Write to Ruth"))
    assert "Sam will" in headings(only_mine)
    assert "Priya will" not in headings(only_mine)


def test_nothing_agreed_says_why() -> None:
    contract = replace(EMPTY, nothing_agreed_because="we ran out of time.")
    letter = replace(LETTER, contract=contract)
    assert headings(letter) == ["What we talked about", "What we agreed"]
    assert prose(letter)[-1] == "Nothing agreed this time, because we ran out of time."


def test_a_reason_from_before_anything_was_agreed_does_not_stay_on_the_page() -> None:
    letter = replace(LETTER, contract=replace(AGREED, nothing_agreed_because="too early"))
    assert "too early" not in letter_paper(letter).words()


def test_two_people_of_one_first_name_are_named_in_full() -> None:
    letter = replace(LETTER, person_name="Sam Nair", manager_name="sam  Okafor")
    assert headings(letter)[1:3] == ["Sam Nair will", "sam Okafor will"]


def test_each_side_is_sorted_by_date_and_a_missing_date_comes_last() -> None:
    letter = letter_agreeing(
        commitment(PERSON, "some day", None),
        commitment(PERSON, "later", date(2027, 5, 1)),
        commitment(PERSON, "sooner", date(2027, 2, 1)),
    )
    assert rows(letter) == [
        CommitmentRow("sooner", "1 February 2027"),
        CommitmentRow("later", "1 May 2027"),
        CommitmentRow("some day", ""),
    ]


@pytest.mark.parametrize(
    ("month", "what", "sentence"),
    [
        (date(2027, 1, 1), "the rota.", "In January: the rota."),
        (date(2027, 1, 1), "How it went.", "In January: how it went."),
        (date(2027, 1, 1), "Priya’s runbook.", "In January: Priya’s runbook."),
        (date(2027, 1, 1), "", "In January."),
        (None, "The rota.", "The rota."),
        (date(2026, 11, 1), "the rota.", "In November: the rota."),
        (date(2027, 10, 1), "the rota.", "In October: the rota."),
        (date(2027, 11, 1), "the rota.", "In November 2027: the rota."),
        (date(2028, 3, 1), "the rota.", "In March 2028: the rota."),
        (date(2026, 10, 1), "the rota.", "In October 2026: the rota."),
    ],
)
def test_a_review_month_has_its_year_only_where_the_name_would_mislead(
    month: date | None, what: str, sentence: str
) -> None:
    contract = replace(AGREED, review_month=month, review=what)
    assert prose(replace(LETTER, contract=contract))[1] == sentence


def test_a_page_without_one_of_the_names_is_refused() -> None:
    with pytest.raises(Refusal, match="yours is missing") as mine:
        letter_paper(replace(LETTER, manager_name=" "))
    assert mine.value.field == "manager_name"
    with pytest.raises(Refusal, match="theirs is missing"):
        letter_paper(replace(LETTER, person_name=""))


def test_braces_in_a_name_are_only_braces() -> None:
    letter = replace(LETTER, person_name="{person} {0}")
    assert letter_paper(letter).title == "{person} {0} and Sam Okafor"
    assert "{person} will" in headings(letter)


@pytest.mark.parametrize("language", ["en-GB", "en", "EN-us", "xx-YY", "", "../paper/en"])
def test_a_language_without_words_of_its_own_gets_english_ones(language: str) -> None:
    paper = letter_paper(replace(LETTER, language=language))
    assert paper.subtitle.startswith("Career conversation, 26 November 2026")
    assert paper.language == language


def test_paragraphs_stay_in_their_order() -> None:
    assert prose(letter_saying("First.", "", "Second."))[:2] == ["First.", "Second."]


def test_a_page_can_be_written_without_loading_what_prints_it() -> None:
    program = (
        "import sys, desktop.export.letter, desktop.export.save; "
        "sys.exit(str({'reportlab', 'pypdfium2', 'PySide6'} & set(sys.modules) or ''))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.stderr.decode().strip() == ""


def test_the_letter_says_in_plain_words_how_far_the_managers_word_reaches() -> None:
    letter = letter_agreeing(
        replace(commitment(MANAGER, "Introduce Priya to Marta"), strength=Strength.WILL),
        replace(commitment(MANAGER, "Make the case to Ruth"), strength=Strength.ARGUE),
        replace(commitment(MANAGER, "A rise in January"), strength=Strength.CANNOT),
    )
    assert {row.what for row in rows(letter)} == {
        "Introduce Priya to Marta",
        "Make the case to Ruth\nSam will argue for it; the outcome is not Sam’s to decide.",
        "A rise in January\nSam will try, and cannot promise it.",
    }


def test_the_person_s_own_commitments_are_never_weighed() -> None:
    theirs = replace(commitment(PERSON, "Finish the runbook"), strength=Strength.ARGUE)
    assert [row.what for row in rows(letter_agreeing(theirs))] == ["Finish the runbook"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_the_page_comes_back_as_it_went(language: str) -> None:
    letter = replace(LETTER, language=language)

    copy = plain_text(letter_paper(letter))
    page = page_in(copy, letter.person_name, letter.manager_name, letter.on)

    agreed = letter.contract.commitments
    assert {(c.owner, c.what, c.due) for c in agreed} == {
        (b.owner, b.what, b.due) for b in page.lines
    }
    assert page.summary is not None
    assert [" ".join(text.split()) for text in page.summary] == list(letter.paragraphs)
    assert page.review == ("How the design review went, and the rota.", date(2027, 1, 1))
    assert (page.question, page.following) == (AGREED.open_question, AGREED.next_conversation)


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != ENGLISH])
def test_in_another_language_no_heading_is_left_in_english(language: str) -> None:
    english, other = headings(LETTER), headings(replace(LETTER, language=language))

    assert len(english) == len(other)
    assert not set(english) & set(other)


def test_the_first_of_a_month_is_written_as_the_french_write_it() -> None:
    letter = replace(LETTER, language="fr", on=date(2026, 12, 1))

    assert "1er décembre 2026" in letter_paper(letter).subtitle
