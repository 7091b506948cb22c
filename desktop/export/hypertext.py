"""A message and its page as HTML, so that they read well in a mail program and can be edited."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from desktop.export.bidi import Direction
from desktop.export.messages import Message
from desktop.export.paper import Block, CommitmentRow, Heading, Paper, Prose, Room
from desktop.export.writable import writable

_DIRECTIONS = {None: "auto", Direction.LEFT_TO_RIGHT: "ltr", Direction.RIGHT_TO_LEFT: "rtl"}


def hypertext(message: Message, paper: Paper | None, language: str) -> str:
    """Return a whole HTML document without pictures, style sheets or links.

    Every paragraph finds its own direction, and nothing that people wrote is read as markup.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            '<head><meta charset="utf-8"></head>',
            "<body>",
            *(_element("p", text) for text in message.body.split("\n\n")),
            *_page(paper),
            "</body>",
            "</html>",
            "",
        )
    )


def _page(paper: Paper | None) -> Iterator[str]:
    if paper is None:
        return
    yield "<hr>"
    yield _element("h2", paper.title)
    yield _element("p", paper.subtitle)
    for kind, blocks in groupby(paper.blocks, type):
        written = [_block(block) for block in blocks]
        yield from ["<ul>", *written, "</ul>"] if kind is CommitmentRow else written
    if paper.footer.text:
        yield _element("p", paper.footer.text)


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return _element("h3", text)
        case Prose(text, way):
            return _element("p", text, _DIRECTIONS[way])
        case CommitmentRow(what, date):
            return _element("li", f"{what} ({date})" if date else what)
        case Room(lines):
            return "<br>\n" * lines


def _element(name: str, text: str, direction: str = "auto") -> str:
    lines = escape(writable(text).strip()).replace("\n", "<br>\n")
    return f'<{name} dir="{direction}">{lines}</{name}>'
