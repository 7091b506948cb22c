"""The page as plain text: for any mail program, and as a copy that can be changed anywhere."""

import re
import unicodedata
from itertools import groupby

from desktop.export.paper import Block, CommitmentRow, Heading, Paper, Prose, Room
from desktop.export.writable import one_line, writable

WIDTH = 72
"""Columns of a line; mail programs quote such lines twice before they break (RFC 3676, 4.2)."""

# A wide character is a word of its own; brackets and what closes a clause stay with it.
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3"  # Hangul, Han, kana, Yi
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"  # compatibility and full-width forms
)
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\uff08"
_CLOSING = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u30fc\u2026"
    "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
)
_PIECES = re.compile(
    rf"[^\S\xa0]+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|(?:[^\s{_WIDE}]|\xa0)+[{_CLOSING}]*"
)


def plain_text(paper: Paper) -> str:
    """Return the page as text with short lines, ending in a line break.

    Headings are underlined and commitments are a list, each with its date in brackets. What
    cannot be broken, such as a long address, stays whole.
    """
    parts = [
        _headed(paper.title, "="),
        wrapped(paper.subtitle),
        *(_part(kind, list(blocks)) for kind, blocks in groupby(paper.blocks, type)),
        wrapped(paper.footer.text),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(kind: type[Block], blocks: list[Block]) -> str:
    between = "\n" if kind is CommitmentRow else "\n\n"
    return between.join(_written(block) for block in blocks)


def _written(block: Block) -> str:
    match block:
        case Heading(text):
            return _headed(text, "-")
        case Prose(text):
            return wrapped(text)
        case CommitmentRow(what, date):
            whole_date = date.replace(" ", "\xa0")
            dated = f"{what} ({whole_date})" if date else what
            return "- " + wrapped(dated, WIDTH - 2).replace("\n", "\n  ")
        case Room(lines):
            return "\n" * lines


def _headed(heading: str, line: str) -> str:
    lines = wrapped(one_line(heading))
    return f"{lines}\n{line * max(_width(text) for text in lines.splitlines() or [''])}"


def wrapped(text: str, width: int = WIDTH) -> str:
    """Return the text in lines of at most so many columns; a line break typed into it stays.

    A no-break space does its work here and becomes a plain one, so that searching finds it.
    """
    lines = (_broken(line, width) for line in writable(text).strip().split("\n"))
    return "\n".join(lines).replace("\xa0", " ")


def goes_on(line: str, following: str) -> bool:
    """Return whether a line ended only because the next word had no room on it."""
    first = _PIECES.match(following.strip())
    return first is not None and _width(line.strip() + " " + first[0]) > WIDTH


def _broken(line: str, width: int) -> str:
    lines, space = [""], ""
    for piece in _PIECES.findall(line.strip()):
        if piece.isspace():
            space = " "
            continue
        if lines[-1] and _width(lines[-1] + space + piece) > width:
            lines.append(piece)
        else:
            lines[-1] += space + piece
        space = ""
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
