"""The papers beside the letter: the agreement, the card about notes, the hand-over."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.domain.people import first_name
from desktop.domain.shared.commitments import CommitmentState
from desktop.domain.shared.hand_over import HandOver
from desktop.domain.shared.letter import Letter
from desktop.domain.shared.shares import Document
from desktop.export.languages import words_in
from desktop.export.letter import letter_paper
from desktop.export.paper import Block, Footer, Heading, Paper, Prose
from desktop.export.wording import wording

_FOLDER = "papers"
_TABLE = {
    Document.AGREEMENT: "agreement",
    Document.NOTES: "notes",
    Document.HAND_OVER: "hand_over",
    Document.THEMES: "themes",
}
Section = tuple[str, str]
"""A heading and what stands under it."""


def agreement_paper(
    names: tuple[str, str],
    sections: Iterable[Section],
    version: int,
    agreed: date | None,
    language: str = "en-GB",
) -> Paper:
    """Return the agreement of a person and a manager; ``agreed`` is None for a draft."""
    words = words_in(_FOLDER, language)["agreement"]
    person, manager = names
    subtitle = words["draft"].format(version=version)
    if agreed is not None:
        subtitle = words["subtitle"].format(date=_whole(agreed, language), version=version)
    title = words["title"].format(person=person, manager=manager)
    return _paper(title, subtitle, _sections(sections), language)


def notes_paper(
    manager: str, first: str, sections: Iterable[Section], last: str, language: str = "en-GB"
) -> Paper:
    """Return the card about how notes are kept (product B6)."""
    words = words_in(_FOLDER, language)["notes"]
    blocks = (Prose(first), *_sections(sections), Prose(last))
    return _paper(words["title"], words["subtitle"].format(manager=manager), blocks, language)


def hand_over_paper(letter: Letter, agreed: HandOver | None) -> Paper:
    """Return what the next manager gets: the contract as agreed, and of it what is still open.

    A commitment that was moved since stands on the day to which it was moved.

    ``agreed`` is None as long as the person has not agreed to it, and the page says so.
    """
    words = words_in(_FOLDER, letter.language)["hand_over"]
    of_both = letter.contract.commitments
    still_open = tuple(replace(c, due=c.by) for c in of_both if c.state is CommitmentState.OPEN)
    contract = replace(letter.contract, commitments=still_open, next_conversation=None)
    name = first_name(letter.person_name)
    subtitle = words["waiting"].format(manager=letter.manager_name, name=name)
    if agreed is not None:
        subtitle = words["subtitle"].format(
            manager=letter.manager_name,
            receiver=agreed.receiver,
            name=name,
            date=_whole(agreed.consented, letter.language),
        )
    return replace(
        letter_paper(replace(letter, contract=contract)),
        title=words["title"].format(person=letter.person_name),
        subtitle=subtitle,
    )


def paper_file_name(document: Document, on: date, language: str = "en-GB") -> str:
    """Return the name of an attachment: a day, never a person."""
    return str(words_in(_FOLDER, language)[_TABLE[document]]["file"]).format(date=on.isoformat())


def _whole(day: date, language: str) -> str:
    """Return a date that no line parts: 26 November 2026."""
    return wording(language).day(day).replace(" ", "\xa0")


def _sections(sections: Iterable[Section]) -> tuple[Block, ...]:
    written = [(heading, text.strip()) for heading, text in sections if text.strip()]
    return tuple(b for heading, text in written for b in (Heading(heading), Prose(text)))


def _paper(title: str, subtitle: str, blocks: tuple[Block, ...], language: str) -> Paper:
    footer = Footer("", wording(language).numbering)
    return Paper(title=title, subtitle=subtitle, language=language, blocks=blocks, footer=footer)
