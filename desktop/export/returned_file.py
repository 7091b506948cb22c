"""Reads the text of a copy that came back as a file: OpenDocument, or plain text (product F8).

Somebody else wrote the file, so nothing in it is trusted: it is read up to a size, its XML may
declare nothing, and of all that it holds only the words are taken.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from desktop.domain.errors import Refusal

MOST = 5_000_000
"""Bytes that are read: a page of words is a thousandth of that."""

_SENTENCE = (
    "Onward reads OpenDocument (.odt) and plain text (.txt) here. "
    "Open this file in its own program, copy the text there and paste it."
)
_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE = (_NAMESPACE % name for name in ("text", "table", "office"))
_NOT_ON_THE_PAGE = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note"}


def text_of(content: bytes) -> str:
    """Return the words of a file as our own plain text has them; Refusal for any other kind."""
    if len(content) > MOST:
        raise Refusal("copy", "This file is far larger than a page of words. Is it another one?")
    if content.startswith(b"PK"):
        return _open_document(content)
    if b"\0" in content[:1000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("copy", _SENTENCE)
    if content.startswith(b"%PDF"):
        raise Refusal("copy", _SENTENCE)
    return _decoded(content)


def _decoded(content: bytes) -> str:
    codings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for coding in codings:
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _open_document(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open("content.xml") as part:
            xml = part.read(MOST + 1)
        if len(xml) > MOST or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise Refusal("copy", _SENTENCE)
        body = ElementTree.fromstring(xml).find(f"{_OFFICE}body/{_OFFICE}text")
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, RuntimeError, OSError):
        raise Refusal("copy", _SENTENCE) from None
    return "\n\n".join(_blocks(body)) + "\n" if body is not None else ""


def _blocks(parent: ElementTree.Element) -> Iterator[str]:
    """Give paragraphs, underlined headings, and the rows of tables and lists as items."""
    for part in parent:
        if part.tag == f"{_TEXT}h":
            heading = _words(part)
            yield f"{heading}\n{'-' * len(heading)}"
        elif part.tag == f"{_TEXT}p":
            yield _words(part)
        elif part.tag == f"{_TABLE}table-row":
            yield _item([" ".join(_blocks(cell)).strip() for cell in part])
        elif part.tag == f"{_TEXT}list-item":
            yield _item([" ".join(_blocks(part))])
        elif part.tag not in _NOT_ON_THE_PAGE:
            yield from _blocks(part)


def _item(cells: list[str]) -> str:
    what, *rest = [" ".join(cell.split()) for cell in cells if cell.strip()] or [""]
    when = f" ({rest[0]})" if rest else ""
    return f"- {what}{when}" if what else ""


def _words(part: ElementTree.Element) -> str:
    breaks = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}
    said = part.text or ""
    for inner in part:
        if inner.tag not in _NOT_ON_THE_PAGE:
            said += breaks.get(inner.tag) or _words(inner)
        said += inner.tail or ""
    return said
