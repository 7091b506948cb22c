"""Markdown as a manager types it, read into blocks and spans of our own.

Only headings, lists, quotations, bold, and code have a meaning. Everything else stays as it was
typed: HTML is text, a link is its words and its address, a picture is never fetched.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    POINT = auto()
    QUOTATION = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, one point of a list, or a quotation.

    ``depth`` is how far a point is set in, ``sign`` what stands before it.
    """

    kind: Kind
    spans: tuple[Span, ...]
    depth: int = 0
    sign: str = ""


_HEADING: Final = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_POINT: Final = re.compile(r"(\s*)(?:[-*+]|(\d{1,3})[.)])\s+(.*)")
_QUOTATION: Final = re.compile(r"\s*>\s?(.*)")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{1,400})\]\(([^()\s]{1,400})\)")
_STRONG: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__")
_SLANTED: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_CODE: Final = re.compile(r"`([^`\n]+)`")
_BEFORE_A_LINE: Final = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+])[ \t]+", re.MULTILINE)
_SIGN: Final = r"(?:\*{1,2}|__|`)"
_AROUND_WORDS: Final = re.compile(rf"(?<![\w*]){_SIGN}(?=\S)|(?<=\S){_SIGN}(?![\w*])")
_STEP: Final = 2
"""Spaces by which a point is set in further."""

_DEEPEST: Final = 4


def without_signs(passage: str) -> str:
    """Return a piece cut out of a text without the signs of its markup; its words all stay."""
    return _AROUND_WORDS.sub("", _BEFORE_A_LINE.sub("", passage))


def read(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; lines that follow each other are one paragraph, line by line."""
    blocks: list[Block] = []
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        block = _block(line)
        if block is None and line.strip():
            lines.append(line.strip())
            continue
        if lines:
            # Qt counts lines at its own separator only.
            blocks.append(Block(Kind.PARAGRAPH, _spans("\u2028".join(lines))))
            lines = []
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def _block(line: str) -> Block | None:
    """Return what a line is by itself; None for a line of a paragraph."""
    if found := _HEADING.fullmatch(line):
        return Block(Kind.HEADING, _spans(found[1]))
    if found := _POINT.fullmatch(line):
        depth = min(len(found[1].expandtabs(4)) // _STEP, _DEEPEST)
        return Block(Kind.POINT, _spans(found[3]), depth, f"{found[2]}." if found[2] else "•")
    if found := _QUOTATION.fullmatch(line):
        return Block(Kind.QUOTATION, _spans(found[1]))
    return None


def _spans(text: str) -> tuple[Span, ...]:
    plain = _LINK.sub(lambda link: f"{link[1]} ({link[2]})", text)
    spans: list[Span] = []
    at = 0
    for found in _STRONG.finditer(plain):
        spans.append(Span(_bare(plain[at : found.start()])))
        spans.append(Span(_bare(found[1] or found[2]), strong=True))
        at = found.end()
    spans.append(Span(_bare(plain[at:])))
    return tuple(span for span in spans if span.text)


def _bare(text: str) -> str:
    """Return words without the signs around what is slanted, and around code."""
    return _CODE.sub(r"\1", _SLANTED.sub(r"\1", text))
