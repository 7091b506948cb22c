"""The sheet of themes for colleagues as a page (product H4, playbook section 7)."""

from collections.abc import Iterable

from desktop.domain.shared.theme_sheet import Quarter, SheetLine
from desktop.export.languages import words_in
from desktop.export.paper import CommitmentRow, Footer, Paper, Prose
from desktop.export.wording import wording


def themes_paper(
    manager: str, lines: Iterable[SheetLine], made: Quarter, language: str = "en-GB"
) -> Paper:
    """Return the page: each theme in its words, with its band of people where one may stand."""
    words = words_in("papers", language)["themes"]
    year, number = made
    written = tuple(
        CommitmentRow(line.wording, words[str(line.people)] if line.counted else "")
        for line in lines
    )
    return Paper(
        title=words["title"],
        subtitle=words["subtitle"].format(
            manager=manager, quarter=words["quarters"][str(number)].format(year=year)
        ),
        language=language,
        blocks=(Prose(words["first"]), *written, Prose(words["last"])),
        footer=Footer("", wording(language).numbering),
    )
