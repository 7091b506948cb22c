"""The paper sheet for the room as a page: each question, and lines to write on (product D10)."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from desktop.domain.questions import Stage
from desktop.domain.shared.room_sheet import RoomSheet
from desktop.export.languages import words_in
from desktop.export.messages import day_in_words
from desktop.export.paper import Block, Footer, Heading, Paper, Prose, Room
from desktop.export.wording import wording

_FOLDER = "sheet"
_LINES = ((3, 6), (12, 4))
_LINES_OF_MANY = 3
"""Lines to write on by how many questions there are: few get more room each."""


def sheet_paper(sheet: RoomSheet) -> Paper:
    """Return the page; a talk within one stage needs no heading above its questions."""
    words = words_in(_FOLDER, sheet.language)
    return Paper(
        title=words["title"],
        subtitle=words["subtitle"].format(day=day_in_words(sheet.on, sheet.language)),
        language=sheet.language,
        blocks=tuple(_blocks(sheet)),
        footer=Footer("", wording(sheet.language).numbering),
    )


def sheet_file_name(on: date, language: str = "en-GB") -> str:
    """Return the name of the file: a day, never a person."""
    return str(words_in(_FOLDER, language)["file"]).format(date=on.isoformat())


def _blocks(sheet: RoomSheet) -> Iterator[Block]:
    words = words_in(_FOLDER, sheet.language)
    stages = [question.stage for question in sheet.questions]
    lines = _lines_for(len(sheet.questions))
    for stage, questions in groupby(sheet.questions, lambda question: question.stage):
        if len(set(stages)) > 1 and stage is not Stage.OPENING:
            yield Heading(words[stage.value])
        for question in questions:
            other = question.language != sheet.language
            yield Prose(question.ask, language=question.language if other else "")
            yield Room(lines)


def _lines_for(count: int) -> int:
    return next((lines for most, lines in _LINES if count <= most), _LINES_OF_MANY)
