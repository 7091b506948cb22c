"""What the file says of itself, judged by two checkers that are not ours."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest
from pikepdf import pdfa

from desktop.export.letter import letter_paper
from desktop.export.paper import CommitmentRow, Footer, PageSize, Paper, Prose
from desktop.export.pdf import pdf
from tests.export.letters import LETTER, letter_saying
from tests.export.reading import numbers_in
from tests.export.writings import ALL, RIGHT_TO_LEFT

PAPERS = {
    **ALL,
    "letter": letter_paper(LETTER),
    "long": letter_paper(letter_saying("Line.\n" * 90)),
}
each_paper = pytest.mark.parametrize("name", PAPERS)


@each_paper
def test_it_is_the_kind_of_file_it_claims_to_be(name: str) -> None:
    report = pdfa.validate_written(BytesIO(pdf(PAPERS[name], PageSize.A4)), "2b")
    assert [str(finding) for finding in report.findings] == []
    assert report.verdict == "pass"


@each_paper
def test_nothing_speaks_against_reading_it_aloud_but_no_more_is_claimed(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(pdf(PAPERS[name], PageSize.LETTER))
    report = pdfua.validate(str(file))
    assert [finding.rule_id for finding in report.findings] == ["UA-28-004"]  # no claim of PDF/UA
    with pikepdf.open(file) as document:
        assert b"pdfuaid" not in document.Root.Metadata.read_bytes()


def test_it_is_read_as_headings_paragraphs_and_lists() -> None:
    assert parts_of(pdf(letter_paper(LETTER), PageSize.A4)) == [
        ("H1", "Priya Nair and Sam Okafor"),
        ("P", "Career conversation, 26 November 2026 · contract version 4"),
        ("H2", "What we talked about"),
        (
            "P",
            "Priya would like to own the failover design end to end within six months, "
            "and to trade part of the on-call rota for it.",
        ),
        ("H2", "Priya will"),
        ("L LI LBody", "Finish the runbook 30 November 2026"),
        (
            "L LI LBody",
            "Draft the failover design and walk the team through it 18 December 2026",
        ),
        ("H2", "Sam will"),
        ("L LI LBody", "Introduce Priya to Marta in Platform 27 November 2026"),
        ("L LI LBody", "Make the case for promotion to Ruth 15 January 2027"),
        ("H2", "We will look at"),
        ("P", "In January: how the design review went, and the rota."),
        ("H2", "The question we are sitting with"),
        ("P", "Is there a staff role here, or is it elsewhere?"),
        ("P", "Next conversation: 25 February 2027 · page 1 of 1"),
    ]


def test_a_paragraph_over_two_pages_is_one_paragraph_and_footers_between_are_not_read() -> None:
    made = pdf(letter_paper(letter_saying("One line.\n" * 90)), PageSize.A4)
    parts = parts_of(made)
    assert [text.count("One line.") for _, text in parts if "One line." in text] == [90]
    assert sum("Next conversation" in text for _, text in parts) == 1
    assert parts[-1][0] == "P"


def test_a_footer_that_only_counts_pages_is_not_read() -> None:
    paper = replace(letter_paper(LETTER), footer=Footer("", "page {page} of {pages}"))
    assert "page 1" not in " ".join(text for _, text in parts_of(pdf(paper, PageSize.A4)))


def test_whoever_listens_hears_the_words_in_the_order_of_the_page() -> None:
    for paper in ALL.values():
        heard = " ".join(text for _, text in parts_of(pdf(paper, PageSize.A4)))
        for word in _words_from_left_to_right(paper):
            assert word in heard


@pytest.mark.parametrize("writing", RIGHT_TO_LEFT)
def test_what_runs_from_right_to_left_is_told_as_it_is_said(writing: str) -> None:
    paper = RIGHT_TO_LEFT[writing]
    told = told_of(pdf(paper, PageSize.A4))
    for block in paper.blocks:
        if isinstance(block, Prose):
            assert plain(block.text) in told
        if isinstance(block, CommitmentRow):
            assert plain(f"{block.what} {block.date}") in told
    assert told_of(pdf(letter_paper(LETTER), PageSize.A4)) == []


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def told_of(made: bytes) -> list[str]:
    """Return what the parts of a document say of themselves instead of what is drawn."""
    with pikepdf.open(BytesIO(made)) as document:
        found: list[str] = []

        def walk(node: pikepdf.Object) -> None:
            if "/ActualText" in node:
                found.append(plain(str(node.ActualText)))
            kids = node.K if isinstance(node.K, pikepdf.Array) else [node.K]
            for kid in kids:
                if kid.get("/Type") == "/StructElem":
                    walk(kid)

        walk(document.Root.StructTreeRoot)
        return found


def parts_of(made: bytes) -> list[tuple[str, str]]:
    """Return each text of the tree of parts, with the tags above it, as a screen reader walks."""
    with pikepdf.open(BytesIO(made)) as document:
        shown = [_marked(page) for page in document.pages]
        places = {page.obj.objgen: n for n, page in enumerate(document.pages)}
        found: list[tuple[str, str]] = []

        def walk(node: pikepdf.Object, tags: tuple[str, ...]) -> None:
            kids = node.K if isinstance(node.K, pikepdf.Array) else [node.K]
            pieces = [kid for kid in kids if kid.get("/Type") == "/MCR"]
            if pieces:
                text = "".join(shown[places[kid.Pg.objgen]][int(kid.MCID)] for kid in pieces)
                found.append((" ".join(tags[1:]), " ".join(text.split())))
            for kid in kids:
                if kid.get("/Type") == "/StructElem":
                    assert kid.P.objgen == node.objgen
                    walk(kid, (*tags, str(kid.S)[1:]))

        walk(document.Root.StructTreeRoot, ())
    return found


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each numbered piece of a page, from its own tables alone."""
    texts: dict[int, str] = {}
    number: int | None = None
    table: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BDC":
                properties = step.operands[1]
                assert isinstance(properties, pikepdf.Dictionary)
                number = int(properties["/MCID"]) if "/MCID" in properties else None
            case "EMC":
                number = None
            case "Tf":
                table = _to_unicode(page.Resources.Font[str(step.operands[0])])
            case "TJ" if number is not None:
                shown = "".join(table[n] for n in numbers_in(step.operands[0]))
                texts[number] = texts.get(number, "") + shown
    return {number: text + "\n" for number, text in texts.items()}


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    table: dict[int, str] = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").split("\n"):
        code, _, text = line.partition("> <")
        if text and code.startswith("<") and len(code) == 5 and code != "<0000":
            table[int(code[1:], 16)] = bytes.fromhex(text.rstrip(">")).decode("utf-16-be")
    return table


def _words_from_left_to_right(paper: Paper) -> list[str]:
    return [word for word in paper.words().split() if word.isascii()]
