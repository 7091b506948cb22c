import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.export.line_breaks import balanced, broken


def width(text: str) -> float:
    return len(text)


def test_words_fill_the_line() -> None:
    assert broken("each of us will write to our Ruth", 14, width) == [
        "each of us",
        "will write to",
        "our Ruth",
    ]


def test_a_slightly_shorter_line_spares_a_last_word_alone() -> None:
    text = "a sentence of some words here"
    assert broken(text, 13, width) == ["a sentence", "of some", "words here"]


def test_line_breaks_and_indents_that_were_typed_stay() -> None:
    assert broken("first\n\n  - second", 20, width) == ["first", "", "  - second"]


def test_a_word_breaks_after_its_hyphen_but_not_a_number() -> None:
    assert broken("the on-call rota", 8, width) == ["the on-", "call", "rota"]
    assert broken("in 2026-27", 8, width) == ["in", "2026-27"]


def test_a_word_wider_than_the_page_is_cut_but_never_between_letter_and_accent() -> None:
    assert broken("abcdefghij", 4, width) == ["abcd", "efgh", "ij"]
    assert broken("abcx\u0301defg", 4, width) == ["abcx\u0301", "defg"]


def test_a_title_is_parted_in_its_middle() -> None:
    assert balanced("Priya Nair and Sam", 16, width) == ["Priya Nair", "and Sam"]


@given(st.text(alphabet="ab c\u0301-\n", max_size=120), st.integers(min_value=1, max_value=30))
def test_breaking_loses_nothing_and_keeps_to_the_room(text: str, room: int) -> None:
    for lines in (broken(text, room, width), balanced(text, room, width)):
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(_width_of_letters(line) <= room for line in lines)


def _width_of_letters(line: str) -> int:
    """Accents have no width of their own in type, and may overhang here."""
    return sum(not unicodedata.combining(c) for c in line)
