"""The page as OpenDocument text: the copy that the person can change, because the plan is theirs.

Written by hand: the libraries for it add dates, printer settings and empty folders of their own.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from itertools import groupby
from string import Template

from desktop.export.bidi import Direction, first_strong
from desktop.export.paper import Block, CommitmentRow, Footer, Heading, PageSize, Paper, Prose, Room
from desktop.export.writable import one_line, writable
from desktop.files import resources

_KIND = "application/vnd.oasis.opendocument.text"
_SIDE = 62.0  # points
_DATE_COLUMN = 118.0  # points, for "30 September 2026"
_BEFORE_ALL_DAYS = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP file can name: it says nothing about when or where this was made."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
_ASIAN = {"ja", "ko", "zh"}
_COMPLEX = {"ar", "dv", "fa", "he", "hi", "ne", "ps", "th", "ur", "yi"}


def open_document(paper: Paper, size: PageSize) -> bytes:
    """Return the page as an .odt file (ODF 1.2); equal pages give equal bytes.

    Commitments are tables of two columns. The file holds the title and the language, and neither
    author nor date; every paragraph runs in the direction of its first letter.
    """
    measure = size.width - 2 * _SIDE
    return _package(
        {
            "content.xml": _filled(
                "content.xml",
                body="\n".join(_body(paper)),
                measure=f"{measure:.2f}",
                what=f"{measure - _DATE_COLUMN:.2f}",
                when=f"{_DATE_COLUMN:.2f}",
            ),
            "styles.xml": _filled(
                "styles.xml",
                width=f"{size.width:.2f}",
                height=f"{size.height:.2f}",
                side=f"{_SIDE:.2f}",
                language=_language(paper.language),
                footer=_footer(paper.footer),
            ),
            "meta.xml": _filled("meta.xml", title=escape(one_line(paper.title))),
            "META-INF/manifest.xml": _filled("manifest.xml"),
        }
    )


def _package(files: dict[str, str]) -> bytes:
    """Return the ZIP that the standard asks for: its kind first, plain, at a fixed place (3.3)."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, content in {"mimetype": _KIND, **files}.items():
            entry = zipfile.ZipInfo(name, _BEFORE_ALL_DAYS)
            entry.create_system = 0  # else the file tells on which system it was made
            package.writestr(entry, content)
    return whole.getvalue()


def _filled(name: str, **words: str) -> str:
    """Return a part of the package; the styles say how the same letter looks as in the PDF."""
    file = resources() / "paper" / "open_document" / name
    return Template(file.read_text(encoding="utf-8")).substitute(words)


def _language(tag: str) -> str:
    """Return a BCP 47 tag as the attributes for Western, Asian or complex scripts."""
    found = _LANGUAGE.fullmatch(tag)
    if found is None:
        return ""
    language, _, country = found.groups()
    asian, complex_script = language.lower() in _ASIAN, language.lower() in _COMPLEX
    name = ("style:{}-asian" if asian else "style:{}-complex" if complex_script else "fo:{}").format
    where = country.upper() if country else "none"
    return f'{name("language")}="{language.lower()}" {name("country")}="{where}"'


def _body(paper: Paper) -> Iterator[str]:
    yield _paragraph("Title", paper.title)
    yield _paragraph("Subtitle", paper.subtitle)
    for style, blocks in groupby(paper.blocks, _table_style):
        if style:
            yield from _table(style, blocks)
        else:
            yield from map(_block, blocks)


def _table_style(block: Block) -> str:
    """Return which table a commitment stands in, by the direction of its words; "" for others."""
    return _directed("Commitments", block.what) if isinstance(block, CommitmentRow) else ""


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return _heading(text)
        case Prose(text):
            style = "Text_20_body"
            turned = block.runs is Direction.RIGHT_TO_LEFT
            return _styled(f"{style}-rtl" if turned else style, text)
        case CommitmentRow(what, date):
            return _row(what, date)
        case Room(lines):
            return _paragraph("Text_20_body", "") * lines


def _table(style: str, rows: Iterable[Block]) -> Iterator[str]:
    yield f'<table:table table:style-name="{style}">'
    yield '<table:table-column table:style-name="What"/>'
    yield '<table:table-column table:style-name="When"/>'
    yield from map(_block, rows)
    yield "</table:table>"


def _row(what: str, date: str) -> str:
    # The date stands at the far side of its row, whatever direction it is read in itself.
    far = "Due-left" if _runs_right_to_left(what) else "Due"
    cells = _cell(_paragraph("Commitment", what)) + _cell(_paragraph(far, date))
    return f'<table:table-row table:style-name="Row">{cells}</table:table-row>'


def _cell(paragraph: str) -> str:
    return (
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f"{paragraph}</table:table-cell>"
    )


def _heading(text: str) -> str:
    style = _directed("Heading_20_1", text)
    return f'<text:h text:style-name="{style}" text:outline-level="1">{_words(text)}</text:h>'


def _paragraph(style: str, text: str) -> str:
    return _styled(_directed(style, text), text)


def _styled(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{_words(text)}</text:p>'


def _directed(style: str, text: str) -> str:
    return f"{style}-rtl" if _runs_right_to_left(text) else style


def _runs_right_to_left(text: str) -> bool:
    return first_strong(text) is Direction.RIGHT_TO_LEFT


def _words(text: str) -> str:
    lines = (escape(line.strip()) for line in writable(text).strip().split("\n"))
    return "<text:line-break/>".join(lines)


def _footer(footer: Footer) -> str:
    """Return the foot of the page, with its numbers as fields that count for themselves."""
    fields = {
        "page": '<text:page-number text:select-page="current">1</text:page-number>',
        "pages": "<text:page-count>1</text:page-count>",
    }
    numbering = escape(footer.numbering).format(**fields)
    words = f"{_words(footer.text)} · {numbering}" if footer.text else numbering
    style = _directed("Footer", footer.text or footer.numbering)
    return f'<text:p text:style-name="{style}">{words}</text:p>'
