"""The copy to edit, read by a library that shares no code with what wrote it."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import odfdo
import pytest
from hypothesis import given, settings

from desktop.domain.shared.letter import Letter
from desktop.export.letter import letter_paper
from desktop.export.open_document import open_document
from desktop.export.paper import PageSize
from tests.export.letters import LETTER, PERSON, commitment, letter_agreeing, letter_saying
from tests.export.odd_words import odd_names, odd_words, visible

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def made(letter: Letter = LETTER, size: PageSize = PageSize.A4) -> bytes:
    return open_document(letter_paper(letter), size)


def opened(content: bytes) -> odfdo.Document:
    return odfdo.Document(BytesIO(content))


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return ElementTree.fromstring(package.read(name))


def words_in(content: bytes) -> str:
    return "".join(part(content, "content.xml").itertext())


def test_the_package_begins_with_its_kind_and_holds_nothing_unnamed() -> None:
    content = made()
    assert content[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        assert package.testzip() is None
        assert not any(entry.extra or entry.comment for entry in package.infolist())
    listed = [e.get(f"{MANIFEST}full-path", "") for e in part(content, "META-INF/manifest.xml")]
    assert listed == ["/", "content.xml", "styles.xml", "meta.xml"]
    assert sorted(names) == sorted(["mimetype", "META-INF/manifest.xml", *listed[1:]])


def test_another_program_reads_the_letter_in_its_order() -> None:
    body = opened(made()).body
    assert [h.text for h in body.headers] == [
        "What we talked about",
        "Priya will",
        "Sam will",
        "We will look at",
        "The question we are sitting with",
    ]
    assert [[str(cell) for cell in row] for t in body.tables for row in t.get_values()] == [
        ["Finish the runbook", "30 November 2026"],
        ["Draft the failover design and walk the team through it", "18 December 2026"],
        ["Introduce Priya to Marta in Platform", "27 November 2026"],
        ["Make the case for promotion to Ruth", "15 January 2027"],
    ]
    paragraphs = [p.inner_text for p in body.paragraphs]
    assert paragraphs[:2] == [
        "Priya Nair and Sam Okafor",
        "Career conversation, 26 November 2026 · contract version 4",
    ]


def test_the_foot_counts_its_pages_itself() -> None:
    styles = part(made(), "styles.xml")
    (footer,) = styles.iter(f"{STYLE}footer")
    assert "".join(footer.itertext()) == "Next conversation: 25 February 2027 · page 1 of 1"
    assert [e.tag for e in footer.iter()][2:] == [f"{TEXT}page-number", f"{TEXT}page-count"]


def test_the_file_knows_its_title_and_nobody_who_made_it() -> None:
    meta = part(made(), "meta.xml")
    told = {e.tag.rpartition("}")[2]: e.text for e in meta.iter() if (e.text or "").strip()}
    assert told == {"generator": "Onward", "title": "Priya Nair and Sam Okafor"}


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("en-GB", {f"{FO}language": "en", f"{FO}country": "GB"}),
        ("de", {f"{FO}language": "de", f"{FO}country": "none"}),
        ("he-IL", {f"{STYLE}language-complex": "he", f"{STYLE}country-complex": "IL"}),
        ("zh-Hant-TW", {f"{STYLE}language-asian": "zh", f"{STYLE}country-asian": "TW"}),
        ('../x"/><y', {}),
        ("", {}),
    ],
)
def test_a_spelling_checker_is_told_the_language(tag: str, attributes: dict[str, str]) -> None:
    styles = part(made(replace(LETTER, language=tag)), "styles.xml")
    words = next(styles.iter(f"{STYLE}default-style")).find(f"{STYLE}text-properties")
    assert words is not None
    told = {k: v for k, v in words.items() if "language" in k or "country" in k}
    assert told == attributes


@pytest.mark.parametrize("size", PageSize)
def test_the_sheet_is_the_one_that_was_asked_for(size: PageSize) -> None:
    sheet = next(part(made(size=size), "styles.xml").iter(f"{STYLE}page-layout-properties"))
    assert sheet.get(f"{FO}page-width") == f"{size.width:.2f}pt"
    assert sheet.get(f"{FO}page-height") == f"{size.height:.2f}pt"


def test_equal_letters_give_equal_bytes() -> None:
    assert made() == made()


def test_each_paragraph_runs_in_its_own_direction() -> None:
    letter = replace(
        letter_agreeing(commitment(PERSON, "Finish"), commitment(PERSON, "לסיים")),
        paragraphs=("Hello.", "שלום Sam.", "2026 مرحبا"),
    )
    content = part(made(letter), "content.xml")
    style_of = {
        "".join(p.itertext()): p.get(f"{TEXT}style-name", "") for p in content.iter(f"{TEXT}p")
    }
    assert style_of["Hello."] == "Text_20_body"
    assert style_of["שלום Sam."] == style_of["2026 مرحبا"] == "Text_20_body-rtl"
    assert style_of["לסיים"] == "Commitment-rtl"
    assert style_of["Finish"] == "Commitment"


def test_every_style_that_is_used_is_there() -> None:
    letter = replace(letter_saying("שלום"), person_name="נועה")
    content = made(replace(letter, contract=letter_agreeing(commitment(PERSON, "א")).contract))
    roots = [part(content, "content.xml"), part(content, "styles.xml")]
    known = {e.get(f"{STYLE}name") for root in roots for e in root.iter(f"{STYLE}style")}
    used = {v for root in roots for e in root.iter() for k, v in e.items() if "style-name" in k}
    assert used <= known


@settings(deadline=None, max_examples=60)
@given(odd_names, odd_words)
def test_odd_words_neither_break_the_file_nor_get_lost(name: str, words: str) -> None:
    letter = letter_agreeing(commitment(PERSON, words))
    content = made(replace(letter, person_name=name, paragraphs=(words,)))
    found = visible(words_in(content))
    assert found.count(visible(words)) >= 2
    assert visible(name) in found
    assert opened(content).body.tables
