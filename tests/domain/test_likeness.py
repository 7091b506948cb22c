"""A private sentence with a word changed is known again; words on the same matter are not."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.private.words import PrivateText
from desktop.domain.sharing import private_sentences_in

PAIRS = tomllib.loads((Path(__file__).parent / "resemblances.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("noted", "page"), PAIRS["copied"])
def test_a_note_copied_with_a_word_changed_is_found(noted: str, page: str) -> None:
    assert private_sentences_in(f"Other words before it.\n{page}\nAnd after.", [PrivateText(noted)])


@pytest.mark.parametrize(("noted", "page"), PAIRS["own"])
def test_words_of_one_s_own_on_the_same_matter_are_not_called_private(
    noted: str, page: str
) -> None:
    assert private_sentences_in(f"Other words before it.\n{page}", [PrivateText(noted)]) == ()


@given(st.lists(st.from_regex(r"[a-z]{5,9}", fullmatch=True), min_size=6, max_size=20), st.data())
def test_any_sentence_of_six_words_is_known_again_with_one_of_them_changed(
    words: list[str], data: st.DataObject
) -> None:
    changed = list(words)
    changed[data.draw(st.integers(0, len(words) - 1))] = "otherwise"
    page = f"Before. {' '.join(changed)}. After."
    assert private_sentences_in(page, [PrivateText(" ".join(words))])
