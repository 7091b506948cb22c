import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.export.line_breaks import balanced, broken


def width(text: str) -> float:
    """Accents have no width of their own in type, and may overhang here."""
    return sum(not unicodedata.combining(c) for c in text)


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
        assert all(width(line) <= room for line in lines)


def test_chinese_and_japanese_break_between_characters_but_never_before_a_full_stop() -> None:
    assert broken("我们讨论了职业道路。", 3, width) == ["我们讨", "论了职", "业道", "路。"]
    assert broken("我们讨论了职业道路。", 4, width) == ["我们讨论", "了职业道", "路。"]
    assert broken("「はい」とチーム", 3, width) == ["「は", "い」と", "チーム"]


def test_a_number_stays_with_the_word_that_counts() -> None:
    assert broken("日付は2026年12月18日です", 6, width) == ["日付は", "2026年", "12月18日", "です"]


def test_thai_breaks_between_words_that_no_space_parts() -> None:
    text = "เราได้พูดคุยกันเกี่ยวกับเส้นทางอาชีพของคุณ"
    lines = broken(text, 12, width)
    assert "".join(lines) == text
    assert lines[1:] == ["เกี่ยวกับ", "เส้นทางอาชีพ", "ของคุณ"]


def test_korean_breaks_at_its_spaces() -> None:
    assert broken("설계 초안을 작성하고", 6, width) == ["설계 초안을", "작성하고"]


def test_a_face_made_of_several_is_never_parted() -> None:
    assert broken("👩\u200d💻👩\u200d💻", 2, width) == ["👩\u200d💻"] * 2
