"""What a manager types in Markdown is read as text of our own, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.marked_text import Block, Kind, Span, read, without_signs


def said(text: str) -> str:
    return "|".join("".join(span.text for span in block.spans) for block in read(text))


def test_headings_points_and_quotations_are_blocks() -> None:
    blocks = read("# Money\nNot now.\n- first\n  2. second\n> “Never.”")

    assert [block.kind for block in blocks] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.POINT,
        Kind.POINT,
        Kind.QUOTATION,
    ]
    assert blocks[3] == Block(Kind.POINT, (Span("second"),), depth=1, sign="2.")


def test_a_passage_keeps_its_words_and_loses_its_signs() -> None:
    passage = "# On-call\n- **enough** of *it*\n> `never` - not 2**3 or a_b * c"
    assert without_signs(passage) == "On-call\nenough of it\nnever - not 2**3 or a_b * c"


def test_bold_words_are_spans_of_their_own() -> None:
    assert read("Do **not** raise it")[0].spans == (
        Span("Do "),
        Span("not", strong=True),
        Span(" raise it"),
    )


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("<b>bold</b> <script>x</script>", "<b>bold</b> <script>x</script>"),
        ("[the page](https://example.org)", "the page (https://example.org)"),
        ("![a face](file:///etc/passwd)", "a face (file:///etc/passwd)"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a snake_case_name", "a snake_case_name"),
        ("*so* tired", "so tired"),
        ("**", "**"),
        ("[](x)", "[](x)"),
    ],
)
def test_what_has_no_meaning_here_stays_as_it_was_typed(typed: str, read_as: str) -> None:
    assert said(typed) == read_as


@given(st.text())
def test_no_letter_is_lost_and_nothing_typed_is_an_error(text: str) -> None:
    letters = {letter for letter in text if letter.isalnum()}

    assert letters - {"\u2028"} <= set(said(text)) | set("0123456789")
