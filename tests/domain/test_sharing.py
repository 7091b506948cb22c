"""The door from private to shared, and the look back at what slipped through it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import private_sentences_in, starting_words

NOTES = [PrivateText("Lit up describing it.\nWants to own the failover design, not just fix it.")]


def test_a_private_sentence_in_the_page_is_found_whatever_its_capitals_and_stops() -> None:
    page = "Summary\nPriya WANTS to own the failover design — not just fix it!"
    found = private_sentences_in(page, NOTES)
    assert [there.noted.reveal() for there in found] == [
        "Wants to own the failover design, not just fix it."
    ]


def test_words_meant_for_both_are_not_called_private() -> None:
    assert private_sentences_in("Priya would like to own the design.", NOTES) == ()


def test_short_sentences_that_anybody_says_are_passed_over() -> None:
    assert private_sentences_in("Yes. She said so.", [PrivateText("Yes. She said so.")]) == ()


def test_a_sentence_is_named_once() -> None:
    sentence = "Wants to own the failover design, not just fix it."
    notes = [PrivateText(sentence), PrivateText(sentence)]
    found = private_sentences_in(f"{sentence} {sentence}", notes)
    assert [there.on_page for there in found] == [sentence]


@given(st.text())
def test_any_note_can_be_looked_for(words: str) -> None:
    assert isinstance(private_sentences_in(words, [PrivateText(words)]), tuple)


def test_a_chosen_line_starts_the_shared_sentence_without_its_spaces() -> None:
    assert starting_words(PrivateText("  Runbook first, unprompted. ")) == (
        "Runbook first, unprompted."
    )
