"""Reads the page out of a copy that somebody has changed and sent back as text (product F8)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from itertools import groupby, pairwise

from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.corrections import CopiedLine, CopiedPage
from desktop.domain.shared.letter import LANGUAGES
from desktop.export.letter import called
from desktop.export.plain_text import WIDTH, goes_on
from desktop.export.wording import Wording, wording
from desktop.export.written_dates import day_in, month_in

_BRACKETED = re.compile(r"^(.*\S)\s*\(([^()]*)\)$", re.DOTALL)
_BULLET = re.compile(r"^\s*[-*•–]\s+")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")


class _Part(Enum):
    """The parts of the page that are read, and all others."""

    SUMMARY = auto()
    THEIRS = auto()
    MINE = auto()
    REVIEW = auto()
    QUESTION = auto()
    OTHER = auto()


_OWNERS = {_Part.THEIRS: Owner.PERSON, _Part.MINE: Owner.MANAGER}


@dataclass(slots=True)
class _Section:
    """The lines below one heading; our own text underlines it and divides paragraphs by air."""

    lines: list[str] = field(default_factory=list)
    is_underlined: bool = False


def page_in(copy: str, person: str, manager: str, on: date) -> CopiedPage:
    """Return what stands in a copy, whatever language of ours its headings are in.

    Names are whole ones, ``on`` is the day of its talk. Quoting signs of a mail
    and other line breaks do no harm. Where the title stands it is the whole page: what it does not
    have was left out. A list is also read without its signs, as a table becomes text.
    """
    found = (_Reading(person, manager, on, wording(tag)).page(copy) for tag in LANGUAGES)
    return max(found, key=_extent)


def _extent(page: CopiedPage) -> int:
    parts = (page.summary, page.review, page.question, page.following)
    return len(page.owners) + len(page.lines) + sum(bool(part) for part in parts)


class _Reading:
    """One copy taken for a page in one language."""

    def __init__(self, person: str, manager: str, on: date, words: Wording) -> None:
        person, manager = _line_of(person), _line_of(manager)
        self._names = called(person, manager)
        titles = (words.title, words.draft_title)
        self._titles = {
            _line_of(title.format(person=person, manager=manager)).casefold() for title in titles
        }
        self._on = on
        self._words = words
        self._headings = _headings(self._names, words)

    def page(self, copy: str) -> CopiedPage:
        """Return what can be read in it."""
        sections: dict[_Part, _Section] = {}
        is_whole, following = False, None
        open_section = _Section()
        for raw in copy.splitlines():
            line = _QUOTED.sub("", raw).rstrip()
            text = _line_of(line)
            part = self._headings.get(text.casefold())
            if part is not None:
                open_section = sections.setdefault(part, _Section())
            elif text.casefold() in self._titles:
                is_whole, open_section = True, _Section()
            elif text and set(text) <= set("-="):
                open_section.is_underlined = True
            elif (day := self._following(text)) is not None:
                following, open_section = day, _Section()
            else:
                open_section.lines.append(line)
        return self._read(sections, following, is_whole=is_whole)

    def _read(
        self, sections: dict[_Part, _Section], following: date | None, *, is_whole: bool
    ) -> CopiedPage:
        def lines(part: _Part) -> _Section | None:
            return sections.get(part) or (_Section() if is_whole else None)

        summary, review = lines(_Part.SUMMARY), lines(_Part.REVIEW)
        question = lines(_Part.QUESTION)
        return CopiedPage(
            lines=tuple(self._commitments(sections)),
            owners=frozenset(_OWNERS[part] for part in _OWNERS if lines(part) is not None),
            summary=None if summary is None else self._paragraphs(summary),
            review=None if review is None else self._review(self._passage(review)),
            question=None if question is None else self._passage(question),
            following=following,
        )

    # Where a part begins -----------------------------------------------------------------------

    def _following(self, text: str) -> date | None:
        before = _line_of(self._words.next_conversation.removesuffix("{date}"))
        for said in text.split(" · "):  # the mark of a draft, the number of the sheet
            if said.startswith(before):
                return day_in(said.removeprefix(before), self._words)
        return None

    # What stands in it -------------------------------------------------------------------------

    def _commitments(self, sections: dict[_Part, _Section]) -> Iterator[CopiedLine]:
        for part, section in sections.items():
            owner = _OWNERS.get(part)
            for item in self._items(section.lines) if owner else ():
                yield self._line(owner or Owner.PERSON, item)

    def _items(self, lines: Sequence[str]) -> list[str]:
        """Return the items of a list, or the lines of a table that became text."""
        is_list = any(_BULLET.match(line) for line in lines)
        items: list[str] = []
        after_air = False
        for line in lines:
            text = line.strip()
            if _BULLET.match(line):
                items.append(_BULLET.sub("", line).strip())
            elif text and items and is_list:
                if not after_air or line[:1].isspace():
                    items[-1] += f"\n{text}"
            elif text and items and self._belongs_to_the_line_before(text):
                items[-1] += f" ({text})" if day_in(text, self._words) else ""
            elif text and not is_list:
                what, _, due = text.rpartition("\t")
                items.append(f"{what} ({due})" if what else text)
            after_air = not text
        return items

    def _belongs_to_the_line_before(self, text: str) -> bool:
        return day_in(text, self._words) is not None or text in self._asides()

    def _line(self, owner: Owner, item: str) -> CopiedLine:
        text, due = _line_of(item), None
        if (dated := _BRACKETED.match(text)) and (due := day_in(dated[2], self._words)):
            text = dated[1]
        return CopiedLine(owner, self._without_asides(text), due)

    def _paragraphs(self, section: _Section) -> tuple[str, ...]:
        blocks = [
            _unbroken(list(lines))
            for has_words, lines in groupby(section.lines, lambda line: bool(line.strip()))
            if has_words
        ]
        if len(blocks) == 1 and not section.is_underlined:
            blocks = blocks[0].splitlines()
        found = (self._without_asides(block) for block in blocks)
        return tuple(text for text in found if text)

    def _passage(self, section: _Section) -> str:
        return "\n".join(self._paragraphs(section))

    def _review(self, text: str) -> tuple[str, date | None]:
        """Return what is looked at, and the month that it begins with."""
        for pattern in (self._words.review_in_month, self._words.month_alone):
            found = re.fullmatch(_shape(pattern), text, re.DOTALL)
            month = month_in(found["month"], self._words, self._on) if found else None
            if found and month is not None:
                what = found.groupdict().get("what", "").strip()
                return what[:1].upper() + what[1:], month
        return text, None

    def _without_asides(self, text: str) -> str:
        """Take away what the page says below people's words: whose they are, how far they reach."""
        for aside in self._asides():
            text = text.removesuffix(aside).strip()
        return text

    def _asides(self) -> tuple[str, ...]:
        said = (self._words.will_argue, self._words.cannot_promise, self._words.in_their_words)
        return tuple(_line_of(aside.format(name=name)) for aside in said for name in self._names)


def _headings(names: tuple[str, str], words: Wording) -> dict[str, _Part]:
    person, manager = names
    headings = {
        words.summary: _Part.SUMMARY,
        words.will.format(name=person): _Part.THEIRS,
        words.will.format(name=manager): _Part.MINE,
        words.review: _Part.REVIEW,
        words.open_question: _Part.QUESTION,
        words.since: _Part.OTHER,
        words.agreed: _Part.OTHER,
        words.heading_for.format(name=person): _Part.OTHER,
    }
    return {_line_of(heading).casefold(): part for heading, part in headings.items()}


def _line_of(text: str) -> str:
    """Return a text on one line, with plain single spaces."""
    return " ".join(text.split())


def _shape(pattern: str) -> str:
    """Return a printed pattern as a regular expression that gives the month and the rest."""
    month, what = "(?P<month>[^:.]+?)", "(?P<what>.+)"
    shape = re.escape(pattern).replace(r"\{month\}", month).replace(r"\{what\}", what)
    return re.sub(r"(\\\s|\xa0|\u202f)+", r"\\s+", shape)


def _unbroken(lines: Sequence[str]) -> str:
    """Return lines as a text in which only the breaks are left that somebody typed."""
    is_broken = max(map(len, lines)) <= WIDTH
    text = lines[0].strip()
    for before, line in pairwise(lines):
        text += (" " if is_broken and goes_on(before, line) else "\n") + line.strip()
    return text
