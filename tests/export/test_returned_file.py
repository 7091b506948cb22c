"""A copy that comes back as a file is read for its words, and nothing in it is trusted."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from desktop.domain.errors import Refusal
from desktop.export.copy_back import page_in
from desktop.export.letter import letter_paper
from desktop.export.open_document import open_document
from desktop.export.paper import PageSize
from desktop.export.returned_file import text_of
from tests.export.letters import LETTER


def changed(content: bytes, before: str, after: str) -> bytes:
    """Return an OpenDocument in which somebody changed a word."""
    whole = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "content.xml":
                assert before.encode() in part
                part = part.replace(before.encode(), after.encode())
            new.writestr(name, part)
    return whole.getvalue()


def test_an_open_document_gives_back_every_part_of_the_page() -> None:
    sent = LETTER
    page = page_in(
        text_of(open_document(letter_paper(sent), PageSize.A4)),
        sent.person_name,
        sent.manager_name,
        sent.on,
    )
    agreed = {(c.owner, " ".join(c.what.split()), c.due) for c in sent.contract.commitments}
    assert {(line.owner, line.what, line.due) for line in page.lines} == agreed
    assert page.summary == tuple(text.strip() for text in sent.paragraphs if text.strip())
    assert page.question == sent.contract.open_question
    assert page.review == ("How the design review went, and the rota.", date(2027, 1, 1))


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_however_it_was_saved(coding: str) -> None:
    assert text_of("Über Zoë – „ja“".encode(coding)) == "Über Zoë – „ja“"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04 not a package",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0",
        b"x" * 6_000_000,
    ],
)
def test_any_other_file_is_named_with_the_way_on(content: bytes) -> None:
    with pytest.raises(Refusal):
        text_of(content)


def test_a_document_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><office:document-content'
    content = changed(
        open_document(letter_paper(LETTER), PageSize.A4), "<office:document-content", bomb
    )
    with pytest.raises(Refusal):
        text_of(content)
