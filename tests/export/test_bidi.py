"""The order of mixed writing; the whole of Unicode's own test file passes, these are some of it."""

# ruff: noqa: RUF001 - letters of other writings, not look-alikes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.export.bidi import Direction, first_strong, from_the_left, levels, line_levels, mostly

LEFT, RIGHT = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def seen(text: str, base: Direction) -> str:
    """Return the text as it stands from left to right, without the marks of direction."""
    resolved = line_levels(text, levels(text, base), base)
    pieces = from_the_left(zip(resolved, text, strict=True))
    return "".join(c for _, c in pieces if c not in "\u200e\u200f\u202b\u202a\u202c\u2067\u2069")


@pytest.mark.parametrize(
    ("written", "from_left"),
    [
        ("plain", "plain"),
        ("say שלום עולם now", "say םלוע םולש now"),
        ("the number אב 12 in it", "the number 12 בא in it"),
        ("at (אב) the end", "at (בא) the end"),
        ("12 אב", "12 בא"),
        ("סלאב, 1–2 times", "2–1 ,באלס times"),
        ("price: אב 1,500₪.", "price: 1,500₪ בא."),
    ],
)
def test_hebrew_in_a_latin_line(written: str, from_left: str) -> None:
    assert seen(written, LEFT) == from_left


@pytest.mark.parametrize(
    ("written", "from_left"),
    [
        ("אב Latin words גד", "דג Latin words בא"),
        ("אב 26 גד 2026", "2026 דג 26 בא"),
        ("אב (API v2.1) גד", "דג )API v2.1( בא"),
        ("אב-runbook!", "!runbook-בא"),
        ("الف 10-12", "12-10 فلا"),
        ("٢٦ الف", "فلا ٢٦"),
        ("50% אב", "בא 50%"),
    ],
)
def test_latin_and_numbers_in_a_line_from_right_to_left(written: str, from_left: str) -> None:
    assert seen(written, RIGHT) == from_left


def test_marks_of_direction_are_obeyed() -> None:
    assert seen("a \u2067b אב\u2069 c", LEFT) == "a בא b c"
    assert seen("a \u202bb c\u202c d", LEFT) == "a b c d"
    assert seen("אב!\u200f end", LEFT) == "!בא end"


def test_a_line_keeps_the_order_it_has_in_its_paragraph() -> None:
    text = "אב (Latin"
    of_text = levels(text + " גד) הו", RIGHT)
    assert line_levels(text, of_text[: len(text)], RIGHT) == (1, 1, 1, 1, 2, 2, 2, 2, 2)


def test_spaces_at_the_end_of_a_line_run_as_the_paragraph() -> None:
    assert line_levels("אב  ", levels("אב  גד", LEFT)[:4], LEFT) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("text", "way"), [("1. Latin אב", LEFT), ("– אב Latin", RIGHT), ("12 – !", None), ("", None)]
)
def test_the_first_letter_says_how_a_paragraph_runs(text: str, way: Direction | None) -> None:
    assert first_strong(text) is way


def test_most_letters_say_how_a_page_runs() -> None:
    assert mostly(["Noa will", "אבגדהוזחט"]) is RIGHT
    assert mostly(["Noa will write", "אבג"]) is LEFT
    assert mostly(["12", ""]) is None


@given(
    st.text(
        alphabet="ab אבال12٣.,:+-–%(){}\t\u0301"
        "\u200e\u200f\u202a\u202b\u202c\u202d\u2067\u2068\u2069",
        max_size=60,
    ),
    st.sampled_from(Direction),
)
def test_no_character_is_lost_whatever_the_order(text: str, base: Direction) -> None:
    resolved = line_levels(text, levels(text, base), base)
    assert len(resolved) == len(text)
    assert all(base <= level <= 126 for level in resolved)
    order = [n for _, n in from_the_left(zip(resolved, range(len(text)), strict=True))]
    assert sorted(order) == list(range(len(text)))
