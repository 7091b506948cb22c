import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.domain.shared.letter import LANGUAGES, Letter
from desktop.export.letter import letter_paper
from desktop.export.paper import Footer, PageSize
from desktop.export.pdf import pdf
from tests.export.letters import (
    AGREED,
    LETTER,
    MANAGER,
    PERSON,
    commitment,
    letter_agreeing,
    letter_saying,
)
from tests.export.reading import dictionaries, edges_of, forms_on, pages_of, words_of


def printed(letter: Letter, size: PageSize = PageSize.A4) -> bytes:
    return pdf(letter_paper(letter), size)


both_sizes = pytest.mark.parametrize("size", list(PageSize))


@both_sizes
def test_the_words_come_back_in_reading_order(size: PageSize) -> None:
    assert words_of(printed(LETTER, size)) == (
        "Priya Nair and Sam Okafor "
        "Career conversation, 26 November 2026 · contract version 4 "
        "What we talked about "
        "Priya would like to own the failover design end to end within six months, "
        "and to trade part of the on-call rota for it. "
        "Priya will "
        "Finish the runbook 30 November 2026 "
        "Draft the failover design and walk the team through it 18 December 2026 "
        "Sam will "
        "Introduce Priya to Marta in Platform 27 November 2026 "
        "Make the case for promotion to Ruth 15 January 2027 "
        "We will look at In January: how the design review went, and the rota. "
        "The question we are sitting with Is there a staff role here, or is it elsewhere? "
        "Next conversation: 25 February 2027 · page 1 of 1"
    )


@both_sizes
def test_the_sheet_has_the_size_that_was_asked_for(size: PageSize) -> None:
    with pypdfium2.PdfDocument(printed(LETTER, size)) as document:
        assert document[0].get_size() == pytest.approx((size.width, size.height))


def test_every_letter_is_embedded_and_only_ours_are_named() -> None:
    with pikepdf.open(BytesIO(printed(LETTER))) as document:
        fonts = [font for font in dictionaries(document) if font.get("/Type") == "/Font"]
        names = {str(font.BaseFont)[8:] for font in fonts}
        files = [font for font in fonts if "/FontDescriptor" in font]
        assert all("/FontFile2" in font.FontDescriptor for font in files)
        assert all("/ToUnicode" in font for font in fonts if font not in files)
    assert names == {"SourceSerif4-Regular", "SourceSerif4-SemiBold"}
    assert len(files) == 2


def test_only_the_letters_that_are_used_travel() -> None:
    assert len(printed(LETTER)) < 40_000


def test_the_file_says_its_title_and_language_and_nothing_about_its_making() -> None:
    made = printed(LETTER)
    with pikepdf.open(BytesIO(made)) as document:
        about = {key: str(entry) for key, entry in document.docinfo.items()}
        assert str(document.Root.Lang) == "en-GB"
        assert not {"/Names", "/AcroForm", "/OpenAction", "/AA"} & set(document.Root)
        assert document.Root.ViewerPreferences.DisplayDocTitle
        written = document.Root.Metadata.read_bytes()
        assert all("/Annots" not in page for page in document.pages)
    assert about == {"/Title": "Priya Nair and Sam Okafor", "/Producer": "Onward"}
    assert not re.search(rb"anonymous|unspecified|D:2\d\d\d|/Author|/Creator", made)
    assert not re.search(rb"[Cc]reat|[Dd]ate|[Aa]uthor|ReportLab|20\d\d", written)


def test_bookmarks_lead_to_the_sections() -> None:
    made = printed(letter_saying("A paragraph.\n" * 60))
    with pypdfium2.PdfDocument(made) as document:
        found = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        pages = [page.get_textpage().get_text_range() for page in document]
    assert [title for title, _ in found] == [
        "What we talked about",
        "Priya will",
        "Sam will",
        "We will look at",
        "The question we are sitting with",
    ]
    assert all(title in pages[index] for title, index in found)
    assert found[0][1] == 0
    assert found[-1][1] == len(pages) - 1 > 0


def test_equal_letters_give_equal_bytes_in_another_process_too() -> None:
    first = printed(LETTER)
    printed(letter_saying("Something else in between: Ωμέγα."))
    assert printed(LETTER) == first
    program = (
        "import sys; from tests.export.test_pdf import LETTER, printed; "
        "sys.stdout.buffer.write(printed(LETTER))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == first


def test_what_looks_like_markup_is_printed_as_it_was_typed() -> None:
    letter = replace(
        letter_saying("<img src='file:///etc/passwd'> &amp; </para> %s {x} \\n (paren"),
        person_name="<b>Priya & Co",
    )
    made = printed(letter)
    assert "<b>Priya & Co and Sam Okafor" in words_of(made)
    assert "<b>Priya will" in words_of(made)
    assert "<img src='file:///etc/passwd'> &amp; </para> %s {x} \\n (paren" in words_of(made)
    with pikepdf.open(BytesIO(made)) as document:
        assert str(document.docinfo["/Title"]) == "<b>Priya & Co and Sam Okafor"


def test_typed_line_breaks_stay() -> None:
    page = pages_of(printed(letter_saying("one\r\ntwo\u2028three\x0bfour")))[0]
    assert "one\ntwo\nthree\nfour" in page


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Štěpánková-Łukasiewicz",
        "Nguyễn Thị Bưởi",
        "Şükrü Ağaoğlu",
        "Ελένη Παπαδοπούλου",
        "Олександра Їжакевич",
        "Ọlọ́runtóyìn Ẹ̀bùn",
        "O’Brien “Bo” d’Été",
    ],
)
def test_names_of_many_alphabets_are_shown_and_can_be_copied(name: str) -> None:
    assert name in words_of(printed(replace(LETTER, person_name=name)))


def test_an_accent_typed_apart_from_its_letter_is_the_same_letter() -> None:
    assert "José" in words_of(printed(replace(LETTER, person_name="Jose\u0301 Ortega")))


def test_invisible_marks_and_odd_spaces_from_other_programs_do_no_harm() -> None:
    made = printed(
        letter_saying("\ufeffFind\u200b a\u2003quiet\u3000room\u2011share\tnow\x00\u00ad.")
    )
    assert "Find a\u2003quiet room-share now." in " ".join(pages_of(made))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("our colleague தமிழ்", "“த”, “மி”, “ழ்”"),
        ("ქართული", "“ქ”, “ა”, “რ”, “თ”, “უ” and 2 more"),
        ("half a pair \ud83c", "U+D83C"),
        ("private \ue000", "U+E000"),
        ("nothing yet \u0378", "U+0378"),
    ],
)
def test_a_character_without_a_form_is_named_and_nothing_is_made(text: str, named: str) -> None:
    with pytest.raises(Refusal) as refusal:
        printed(letter_saying(text))
    assert refusal.value.field == "page"
    assert f"has no form for {named}. Nothing was written." in refusal.value.sentence


def test_many_unknown_characters_are_named_once_and_not_all() -> None:
    with pytest.raises(Refusal) as refusal:
        printed(letter_saying("ააბბგდ", "ევზ"))
    assert "“ა”, “ბ”, “გ”, “დ”, “ე” and 2 more." in refusal.value.sentence


def test_a_letter_of_usual_length_stays_on_one_page() -> None:
    paragraph = "We talked about what a staff role would mean here, and what it would cost. " * 3
    letter = replace(LETTER, paragraphs=(paragraph,) * 4)
    for size in PageSize:
        assert len(pages_of(printed(letter, size))) == 1


@both_sizes
def test_no_commitment_is_parted_by_the_end_of_a_page(size: PageSize) -> None:
    numbers = range(40)
    letter = letter_agreeing(
        *(
            commitment(PERSON, f"{n}-begins\n{n}-goes-on\n{n}-ends", date(2027, 1, 1))
            for n in numbers
        )
    )
    pages = pages_of(printed(letter, size))
    assert len(pages) > 2
    assert re.findall(r"(\d+)-begins", "\n".join(pages)) == [str(n) for n in numbers]
    for page in pages:
        begun = re.findall(r"(\d+)-begins", page)
        assert begun == re.findall(r"(\d+)-ends", page)
        assert page.count("1 January 2027") == len(begun)


def test_two_commitments_of_nearly_a_page_each_stay_whole() -> None:
    long = "\n".join(["a line"] * 28)
    letter = letter_agreeing(
        commitment(PERSON, f"first-begins\n{long}\nfirst-ends", date(2027, 1, 1)),
        commitment(PERSON, f"second-begins\n{long}\nsecond-ends", date(2027, 1, 2)),
    )
    pages = pages_of(printed(letter))
    for which in ("first", "second"):
        assert [f"{which}-begins" in page for page in pages] == [
            f"{which}-ends" in page for page in pages
        ]


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    headings = {"Priya will", "Sam will", "We will look at", "The question we are sitting with"}
    for count in range(20, 60, 3):
        for page in pages_of(printed(letter_saying("A line of prose.\n" * count)))[:-1]:
            *_, last, _footer = page.strip().split("\n")
            assert last not in headings


def test_no_line_of_a_paragraph_is_left_alone_on_a_page() -> None:
    for lines in range(40, 56):
        text = "\n".join(f"prose {n}" for n in range(lines))
        for page in pages_of(printed(letter_saying(text))):
            assert page.count("prose") != 1


def test_no_commitment_of_a_list_is_left_alone_on_a_page() -> None:
    rows = [commitment(MANAGER, f"row {n}", date(2027, 1, 1)) for n in range(4)]
    for lines in range(20, 50):
        letter = replace(letter_agreeing(*rows), paragraphs=("A line.\n" * lines,))
        for page in pages_of(printed(letter)):
            assert page.count("row ") != 1


@both_sizes
def test_a_commitment_of_four_hundred_lines_runs_over_as_many_pages_as_it_needs(
    size: PageSize,
) -> None:
    what = "\n".join(f"step {n}" for n in range(400))
    made = printed(letter_agreeing(commitment(PERSON, what)), size)
    pages = pages_of(made)
    assert re.findall(r"step (\d+)", "\n".join(pages)) == [str(n) for n in range(400)]
    assert pages[0].count("18 December 2026") == 1
    assert f"page {len(pages)} of {len(pages)}" in pages[-1]
    assert_within_margins(made)


@both_sizes
def test_very_long_words_and_names_stay_within_the_margins(size: PageSize) -> None:
    letter = replace(
        letter_saying("x" * 5000),
        person_name="Maria-Aurelia Konstantinopoulou" + "weatherby" * 20,
        contract=replace(
            AGREED,
            commitments=(commitment(PERSON, "https://intranet.example.org/" + "a/b-c" * 200),),
            open_question="w" * 300,
        ),
    )
    made = printed(letter, size)
    assert "".join(pages_of(made)).count("x") >= 5000
    assert_within_margins(made)


@both_sizes
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to_look_over", [False, True])
def test_the_foot_is_whole_on_every_sheet(
    language: str, to_look_over: bool, size: PageSize
) -> None:
    for following in (date(2027, 9, 29), date(2027, 2, 28), date(2027, 12, 30)):
        short = replace(
            LETTER,
            language=language,
            person_name="Maria-Aurelia Konstantinopoulou-Weatherby de la Fuente y Villanueva",
            contract=replace(AGREED, next_conversation=following),
            to_look_over=to_look_over,
        )
        long = replace(short, paragraphs=("One line.\n" * 120,))
        for letter in (short, long):
            made = printed(letter, size)
            pages = [" ".join(page.split()) for page in pages_of(made)]
            foot = letter_paper(letter).footer
            for number, page in enumerate(pages, start=1):
                assert page.endswith(foot.number(number, len(pages)))
                assert " ".join(foot.text.split()) in page
            assert_within_margins(made)


@both_sizes
def test_a_foot_wider_than_the_page_goes_over_lines_and_keeps_its_number(size: PageSize) -> None:
    words = "Prochain entretien avec Maria-Aurelia Konstantinopoulou de la Fuente : " + "w" * 90
    paper = letter_paper(letter_saying("One line.\n" * 90))
    made = pdf(replace(paper, footer=Footer(words, "page {page} sur {pages}")), size)
    *_, last = pages_of(made)
    assert last.split("\n")[-1].strip() == f"page {len(pages_of(made))} sur {len(pages_of(made))}"
    assert last.count("w") >= 90
    assert "One line." not in last[last.index("Prochain") :]
    assert_within_margins(made)


def test_a_letter_with_nothing_in_it_is_still_a_page() -> None:
    made = printed(replace(letter_saying(), contract=replace(AGREED, commitments=())))
    assert "Priya Nair and Sam Okafor" in words_of(made)


printable = st.one_of(
    st.characters(max_codepoint=0x052F),
    st.characters(min_codepoint=0x1E00, max_codepoint=0x214F),
    st.characters(min_codepoint=0x0590, max_codepoint=0x06FF),
    st.characters(min_codepoint=0x0900, max_codepoint=0x097F),
    st.characters(min_codepoint=0x0E00, max_codepoint=0x0E5B),
    st.characters(min_codepoint=0x3000, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
    st.characters(min_codepoint=0x1F1E6, max_codepoint=0x1F64F),
    st.sampled_from(" \n-()[]“”.,:!?0123\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069\ufe0f"),
)
"""Every writing that the page can show, and what steers it."""


@settings(max_examples=60, deadline=None)
@given(
    name=st.text(printable, max_size=40),
    paragraph=st.text(printable, max_size=300),
    what=st.text(max_size=60),
)
def test_any_text_becomes_a_page_or_is_refused(name: str, paragraph: str, what: str) -> None:
    letter = replace(
        letter_agreeing(commitment(MANAGER, what)), person_name=name, paragraphs=(paragraph,)
    )
    try:
        made = printed(letter)
    except Refusal:
        return
    assert made.startswith(b"%PDF")
    assert_within_margins(made)
    assert 0 not in forms_on(made)


def assert_within_margins(made: bytes) -> None:
    for left, bottom, right, top in edges_of(made):
        assert left > 55
        assert right > 52
        assert bottom > 40
        assert top > 40
