"""Turns the bytes of somebody else's file into text, whatever it was written in."""

import codecs
from typing import Final

from desktop.domain.errors import Refusal

MOST_BYTES: Final = 5_000_000
"""A thousand people fill a fiftieth of that, without their photographs."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(content: bytes) -> str:
    """Return the text of a file; Refusal for an empty, a very large and a binary one."""
    if len(content) > MOST_BYTES:
        raise Refusal("file", "This file is far larger than a list of people. Is it another one?")
    text = _decoded(content)
    if not text.strip():
        raise Refusal("file", "This file is empty.")
    if "\0" in text:
        raise Refusal(
            "file", "This file holds no text. Save the list as CSV or vCard and choose that."
        )
    return text


def _decoded(content: bytes) -> str:
    marked = next((coding for mark, coding in _MARKS if content.startswith(mark)), None)
    half = len(content[:2000]) // 4
    codings = [marked] if marked else []
    if not marked and content[1:2000:2].count(0) > half:
        codings = ["utf-16-le"]
    elif not marked and content[0:2000:2].count(0) > half:
        codings = ["utf-16-be"]
    for coding in (*codings, "utf-8", "cp1252"):
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
