from datetime import date
from io import BytesIO

import pikepdf
import pytest

from desktop.domain.questions import Stage
from desktop.domain.shared.room_sheet import AskedQuestion, RoomSheet
from desktop.export.composition import compose
from desktop.export.paper import PageSize
from desktop.export.pdf import pdf
from desktop.export.plain_text import plain_text
from desktop.export.room_sheet import sheet_file_name, sheet_paper
from tests.export.reading import words_of

DAY = date(2026, 11, 26)
THREE = RoomSheet(
    DAY,
    (
        AskedQuestion(Stage.NOW, "What gives you energy?"),
        AskedQuestion(Stage.NOW, "What drains it?"),
        AskedQuestion(Stage.GAP, "What will you begin?"),
    ),
)


@pytest.mark.parametrize("size", list(PageSize))
def test_a_sheet_has_the_questions_by_stage_and_nothing_else(size: PageSize) -> None:
    assert words_of(pdf(sheet_paper(THREE), size)) == (
        "Questions for our talk Thursday 26 November "
        "Where are you now? What gives you energy? What drains it? "
        "How do we close the gap? What will you begin? page 1 of 1"
    )


def test_a_talk_within_one_stage_needs_no_heading() -> None:
    sheet = RoomSheet(DAY, (AskedQuestion(Stage.GAP, "What will you begin?"),))
    assert "close the gap" not in words_of(pdf(sheet_paper(sheet), PageSize.A4))


def test_no_question_is_parted_from_the_room_to_write() -> None:
    many = RoomSheet(
        DAY, tuple(AskedQuestion(Stage.NOW, f"Question number {n}?") for n in range(30))
    )
    page = pdf(sheet_paper(many), PageSize.A4)
    with pikepdf.open(BytesIO(page)) as document:
        rules = [sheet.Contents.read_bytes().count(b" l S") for sheet in document.pages]
        asked = [words_of_sheet(page, n).count("number") for n in range(len(document.pages))]
    assert sum(asked) == 30
    assert len(asked) > 2
    # Three lines for each, but for the last of a full sheet; and the green one under the title.
    to_write_on = [lines - (n == 0) for n, lines in enumerate(rules)]
    assert to_write_on[-1] == 3 * asked[-1]
    for lines, questions in zip(to_write_on[:-1], asked[:-1], strict=True):
        last = lines - 3 * (questions - 1)
        assert last >= 2


@pytest.mark.parametrize("count", [13, 14, 17, 30])
def test_no_sheet_but_the_last_ends_with_room_for_another_question(count: int) -> None:
    sheet = RoomSheet(DAY, tuple(AskedQuestion(Stage.NOW, f"Number {n}?") for n in range(count)))
    sheets = compose(sheet_paper(sheet), PageSize.A4, lambda text, _weight: len(text) / 2).sheets
    lowest = [sum(line.above for line in lines[1:]) for lines in sheets]
    one_line = sheets[0][-1].above
    assert all(lines for lines in sheets)
    assert max(lowest) - min(lowest[:-1]) < 2 * one_line


def test_the_name_of_the_file_names_a_day_and_nobody() -> None:
    assert sheet_file_name(DAY) == "Questions 2026-11-26.pdf"


def test_a_question_in_another_language_than_the_sheet_says_so() -> None:
    asked = (
        AskedQuestion(Stage.NOW, "What gives you energy?", "en-GB"),
        AskedQuestion(Stage.NOW, "Wie geht es dir damit?"),
    )
    page = pdf(sheet_paper(RoomSheet(DAY, asked, "de")), PageSize.A4)
    with pikepdf.open(BytesIO(page)) as document:
        assert document.Root.Lang == "de"
        whole = document.Root.StructTreeRoot.K
        parts = list(whole.K)
        spoken = [str(part.get("/Lang", "")) for part in parts if part.S == "/P"]
    assert spoken == ["", "en-GB", ""]  # the day, and the two questions

    english = pdf(sheet_paper(RoomSheet(DAY, asked[:1])), PageSize.A4)
    with pikepdf.open(BytesIO(english)) as document:
        parts = list(document.Root.StructTreeRoot.K.K)
        assert not any("/Lang" in part for part in parts)


def test_a_sheet_can_be_written_as_plain_text_too() -> None:
    assert "What drains it?" in plain_text(sheet_paper(THREE))


def words_of_sheet(page: bytes, number: int) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(page)
    words: str = document[number].get_textpage().get_text_range()
    document.close()
    return words
