"""Names and words in every writing that the page promises, read back with a reader not ours."""

# ruff: noqa: RUF001 - letters of other writings, not look-alikes

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.shared.letter import LANGUAGES
from desktop.export.families import Families
from desktop.export.hypertext import hypertext
from desktop.export.letter import letter_paper
from desktop.export.line import Weight
from desktop.export.messages import Message
from desktop.export.page_image import PageImage, page_images
from desktop.export.paper import CommitmentRow, PageSize, Paper
from desktop.export.pdf import pdf
from desktop.export.plain_text import plain_text
from desktop.export.shaping import Hand
from desktop.export.typefaces import Family, typeface
from desktop.export.wording import wording
from tests.export.letters import EMPTY, LETTER, letter_saying
from tests.export.reading import Seen, edges_of, forms_on, pages_of, seen_on, words_of
from tests.export.writings import ALL, RIGHT_TO_LEFT, page

both_sizes = pytest.mark.parametrize("size", list(PageSize))
each_writing = pytest.mark.parametrize("writing", ALL)
HAND = Hand(Families(japanese=False), "en")


def words_on(paper: Paper) -> str:
    """Return what is on the page, with what steers it but is not seen left out, as readers do."""
    words = unicodedata.normalize("NFC", f"{paper.words()} 1 / 1")
    return " ".join(words.split())


def copied(text: str) -> str:
    """Return what was copied without what only holds Latin words in their place."""
    return unicodedata.normalize("NFC", text.replace("\u200f", ""))


@both_sizes
@each_writing
def test_the_words_can_be_copied_from_the_page_in_their_order(writing: str, size: PageSize) -> None:
    # PDFium drops a break between two lines of writing without spaces.
    found = copied(words_of(pdf(ALL[writing], size)))
    assert found.replace(" ", "") == words_on(ALL[writing]).replace(" ", "")
    for word in words_on(ALL[writing]).split():
        assert word in found or writing in {"Thai", "Chinese", "Japanese"}


@both_sizes
@each_writing
def test_no_character_is_a_box(writing: str, size: PageSize) -> None:
    forms = forms_on(pdf(ALL[writing], size))
    assert len(forms) > 20
    assert 0 not in forms


@both_sizes
@each_writing
def test_the_page_keeps_its_margins(writing: str, size: PageSize) -> None:
    for left, bottom, right, top in edges_of(pdf(ALL[writing], size)):
        assert min(left, right) > 54
        assert min(bottom, top) > 40


@each_writing
def test_the_embedded_files_are_whole_font_files(writing: str) -> None:
    with pikepdf.open(BytesIO(pdf(ALL[writing], PageSize.A4))) as document:
        for entry in document.objects:
            if isinstance(entry, pikepdf.Dictionary) and "/FontFile2" in entry:
                font = TTFont(BytesIO(entry.FontFile2.read_bytes()), checkChecksums=2)
                outlines = font["glyf"]
                for name in font.getGlyphOrder():
                    outlines[name].getCoordinates(outlines)
                    assert name in font["hmtx"].metrics


def test_what_stands_before_a_number_is_copied_on_its_own_side() -> None:
    hebrew = page("he", "נועה לוי", "נועה רוצה להוביל, ו-15% מהזמן ללמידה.")
    assert "ו-15% מהזמן" in copied(words_of(pdf(hebrew, PageSize.A4)))
    if shutil.which("pdftotext"):
        done = subprocess.run(
            ("pdftotext", "-", "-"), input=pdf(hebrew, PageSize.A4), capture_output=True, check=True
        )
        said = "".join(c for c in done.stdout.decode() if unicodedata.category(c) != "Cf")
        assert "ו-15%" in said


@both_sizes
@pytest.mark.parametrize("writing", RIGHT_TO_LEFT)
def test_a_page_from_right_to_left_is_mirrored(writing: str, size: PageSize) -> None:
    paper = RIGHT_TO_LEFT[writing]
    left, _, right, _ = edges_of(pdf(paper, size))[0]
    title = _first(seen_on(pdf(paper, size)), paper.title)
    assert size.width - title[0].right == pytest.approx(right, abs=2.5)
    if isinstance(row := paper.blocks[-1], CommitmentRow):
        number = row.date[:2]
        date = _first(seen_on(pdf(paper, size)), number)
        what = _first(seen_on(pdf(paper, size)), row.what.split()[0])
        assert date[-1].right < what[-1].left
        assert date[0].left < size.width / 2 < what[0].left
        assert left < 80


def test_a_page_mostly_in_hebrew_is_mirrored_even_under_english_words() -> None:
    hebrew = "נועה רוצה להוביל את התכנון"
    mirrored = seen_on(pdf(page("en", "Noa and Sam", hebrew), PageSize.A4))
    assert mirrored[0].character == "N"
    assert mirrored[0].left > 300
    english = seen_on(
        pdf(
            page("en", "Noa and Sam", "Noa wants to lead the design from its beginning", hebrew),
            PageSize.A4,
        )
    )
    assert english[0].left < 80
    paragraph = _first(english, "נועה")
    assert paragraph[0].right > 500


def test_letters_in_an_arabic_word_run_to_the_left_and_are_joined() -> None:
    made = pdf(page("ar", "مريم", "بيت"), PageSize.A4)
    beh, yeh, teh = _first(seen_on(made), "بيت")
    assert beh.left > yeh.left > teh.left
    (run,) = HAND.runs("بيت", (1, 1, 1), Weight.REGULAR)
    joined = [[form.number for form in cluster.forms] for cluster in reversed(run.clusters)]
    alone = [HAND.runs(c, (1,), Weight.REGULAR)[0].clusters[0].forms for c in "بيت"]
    assert all([f.number for f in one] != many for one, many in zip(alone, joined, strict=True))
    face, _ = typeface(Family.ARABIC, Weight.REGULAR)
    nominal = {face.font.get_nominal_glyph(ord(c)) for c in "بيت"}
    assert not nominal & {number for numbers in joined for number in numbers}


def test_latin_and_numbers_stand_in_a_hebrew_line_where_a_reader_expects_them() -> None:
    made = seen_on(pdf(page("he", "נועה", "אבג API דהו 26 זחט"), PageSize.A4))
    first, latin, second = _first(made, "אבג"), _first(made, "A"), _first(made, "דהו")
    number, last = _first(made, "26"), _first(made, "זחט")
    order = [last[-1], number[0], number[1], second[-1], latin[0], first[-1], first[0]]
    assert [seen.left for seen in order] == sorted(seen.left for seen in order)


def test_hebrew_and_arabic_words_stand_the_right_way_round_in_an_english_line() -> None:
    made = seen_on(pdf(page("en", "Noa", "Noa said אבג to all of the people there"), PageSize.A4))
    noa, hebrew, to = _first(made, "said"), _first(made, "אבג"), _first(made, "to")
    assert noa[-1].right < hebrew[2].left < hebrew[1].left < hebrew[0].left < to[0].left


def test_a_bracket_is_turned_in_a_line_from_right_to_left() -> None:
    hebrew = HAND.runs("(", (1,), Weight.REGULAR)[0].clusters[0].forms
    latin = HAND.runs(")", (0,), Weight.REGULAR)[0].clusters[0].forms
    assert hebrew == latin


def test_what_stands_around_latin_words_in_arabic_is_copied_on_its_side() -> None:
    made = pdf(page("ar", "مريم", "النظام (failover)، ثم API."), PageSize.A4)
    assert "failover\u200f" in words_of(made)
    assert "API\u200f." in words_of(made)


def test_letters_are_kerned_and_joined_as_a_printer_would() -> None:
    apart = HAND.width("A", Weight.REGULAR) + HAND.width("V", Weight.REGULAR)
    assert HAND.width("AV", Weight.REGULAR) < apart - 0.03
    (run,) = HAND.runs("office fjord", (0,) * 12, Weight.REGULAR)
    assert {"ffi", "fj"} <= {cluster.text for cluster in run.clusters}
    made = pdf(page("en", "office", "AVAVA"), PageSize.A4)
    a, v, *_ = _first(seen_on(made), "AV")
    assert v.left < a.right


def test_an_accent_stands_over_the_middle_of_its_letter() -> None:
    (run,) = HAND.runs("ọ́", (0, 0), Weight.REGULAR)
    (cluster,) = run.clusters
    assert cluster.text == "ọ́"
    letter, *accents = cluster.forms
    assert letter.x == 0
    assert accents
    assert all(0 < accent.x < cluster.advance for accent in accents)


def test_a_word_with_a_rare_letter_is_set_in_one_face() -> None:
    families = [family for family, _ in HAND.families.of("the ɓoƙo school")]
    assert families == [Family.SOURCE_SERIF, Family.NOTO_SERIF, Family.SOURCE_SERIF]


def test_chinese_characters_have_their_japanese_forms_on_a_japanese_page() -> None:
    for language, words, family in [
        ("en", "直骨", Family.CHINESE),
        ("ja", "直骨", Family.JAPANESE),
        ("en", "直骨 です", Family.JAPANESE),
        ("zh", "直骨 の", Family.CHINESE),
    ]:
        assert dict(Families.for_page(language, words).of("直骨")) == {family: "直骨"}


def test_both_weights_of_a_family_show_the_same_characters() -> None:
    for family in Family:
        regular, _ = typeface(family, Weight.REGULAR)
        semibold, darkened = typeface(family, Weight.SEMIBOLD)
        assert set(regular.covered) == set(semibold.covered)
        assert darkened == (regular is semibold)


@pytest.mark.parametrize("character", ["永", "글", "あ"])
def test_a_heading_is_darker_even_where_a_writing_has_one_weight(character: str) -> None:
    made = pdf(page("en", character, character), PageSize.A4)
    _title, heading, prose = (seen for seen in seen_on(made) if seen.character == character)
    (image,) = page_images(made, 2000)
    assert _ink(image, heading) > 1.08 * _ink(image, prose)


@each_writing
def test_lines_of_a_long_text_fill_the_page_and_none_begins_with_a_point(writing: str) -> None:
    paper = ALL[writing]
    text = " ".join(block.text for block in paper.blocks if hasattr(block, "text"))
    lines = pages_of(pdf(page(paper.language, paper.title, text * 4), PageSize.A4))[0].split("\n")
    assert len(lines) > 5
    assert not any(line.strip()[0] in "。、，」）”,.)" for line in lines if line.strip())
    assert not any(unicodedata.category(line[0]) == "Mn" for line in lines if line)


alphabets = st.sampled_from(
    [
        "abc XYZ éñß ỡ ọ́ fi ffi",
        "Ελλάδα ἄ Київ Қ",
        "שלום עֲלֵיכֶם",
        "سلام تودّ می\u200cرود ٢٦",
        "क्षत्रिय हिन्दी।",
        "ที่นี่ น้ำ ผู้ใหญ่",
        "直骨 令和、（）。",
        "かなカナー「」",
        "한글 글자",
        "🎉👩\u200d💻🇩🇪👍🏽",
        "12 (3–4) [5]: “6” 7,5% -8/9",
        "\u200e\u200f\u202b\u202c\u2067\u2069\ufe0f\u0301",
    ]
)


@settings(max_examples=80, deadline=None)
@given(
    pieces=st.lists(
        alphabets.flatmap(lambda alphabet: st.text(alphabet, max_size=12)), max_size=12
    ),
    language=st.sampled_from(["en", "ar", "he", "ja", "th", "hi", "ko", "zh"]),
)
def test_any_mixture_of_writings_becomes_a_page_that_can_be_read(
    pieces: list[str], language: str
) -> None:
    text = " ".join(pieces)
    try:
        made = pdf(page(language, text or "-", text, row=text, date="26"), PageSize.A4)
    except Refusal:
        return
    assert 0 not in forms_on(made)
    for left, _, right, _ in edges_of(made):
        # A mark without its letter may hang over the edge of the text, by no more than itself.
        assert min(left, right) > 40
    assert not _letters(text * 3) - _letters("".join(pages_of(made)))


def _first(seen: list[Seen], word: str) -> list[Seen]:
    """Return where the letters of the first such word on the page are seen."""
    characters = [c for c in word if not c.isspace()]
    for n in range(len(seen)):
        if [s.character for s in seen[n : n + len(characters)]] == characters:
            return seen[n : n + len(characters)]
    raise AssertionError(f"{word} is not on the page")


def _letters(text: str) -> Counter[str]:
    """Return letters without their accents, which PDFium may put on a neighbour."""
    apart = unicodedata.normalize("NFD", text)
    return Counter(c for c in apart if unicodedata.category(c).startswith("L"))


def _ink(image: PageImage, seen: Seen) -> float:
    """Return how much of the box around a character is inked, between 0 and 1."""
    scale = image.width / PageSize.A4.width
    left, right = round(seen.left * scale), round(seen.right * scale)
    top, bottom = (round((PageSize.A4.height - y) * scale) for y in (seen.top, seen.bottom))
    rows = [image.rgb[y * image.stride :][3 * left : 3 * right] for y in range(top, bottom)]
    return 1 - sum(map(sum, rows)) / (255 * 3 * (right - left) * (bottom - top))


def test_an_english_date_is_not_turned_round_on_a_page_that_begins_at_the_right() -> None:
    words = "ترغب ليلى في أن تتولى التصميم."
    paper = page("ar", "ليلى", words, row="إعداد التصميم", date="18 December")

    latin = [s for s in seen_on(pdf(paper, PageSize.A4)) if s.character in "18December"]
    at_the_top = max(s.bottom for s in latin) - 5
    date = sorted((s for s in latin if s.bottom > at_the_top), key=lambda s: s.left)

    assert "".join(s.character for s in date) == "18December"


ARABIC, HEBREW = "كيف سارت مراجعة التصميم", "איך הלכה סקירת התכנון"


@pytest.mark.parametrize("theirs", [ARABIC, HEBREW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_review_stands_where_its_own_words_begin(language: str, theirs: str) -> None:
    letter = replace(
        letter_saying(theirs),
        person_name=theirs.split(maxsplit=1)[0],
        language=language,
        contract=replace(EMPTY, review=theirs, review_month=date(2027, 1, 1)),
    )
    paper = letter_paper(letter)
    month = wording(language).months[0]
    seen = _first(seen_on(pdf(paper, PageSize.A4)), month)
    assert seen[0].left > 400
    assert month in plain_text(paper)
    assert re.search(rf'<p dir="rtl">[^<]*{month}', hypertext(Message("", ""), paper, language))

    alone = replace(letter, contract=replace(letter.contract, review=""))
    seen = _first(seen_on(pdf(letter_paper(alone), PageSize.A4)), month)
    assert seen[0].left > 400


def test_an_english_review_beside_a_hebrew_name_stands_at_the_left() -> None:
    seen = seen_on(pdf(letter_paper(replace(LETTER, person_name="נועה לוי")), PageSize.A4))
    assert _first(seen, "In January")[0].left < 120
