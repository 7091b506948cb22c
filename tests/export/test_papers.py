"""The agreement and its like, set in type: what a reader would stumble over."""

from datetime import date

import pytest

from desktop.domain.shared.letter import LANGUAGES
from desktop.export.paper import PageSize
from desktop.export.papers import agreement_paper
from desktop.export.pdf import pdf
from desktop.export.wording import wording
from tests.export.reading import pages_of

DAY = date(2026, 11, 23)
NAMES = ("Priya Nair", "Sam Okafor")


@pytest.mark.parametrize("version", [1, 10_000_000_000])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_date_is_parted_by_the_end_of_a_line(language: str, version: int) -> None:
    paper = agreement_paper(NAMES, [("What stays", "Between us.")], version, DAY, language)
    (page,) = pages_of(pdf(paper, PageSize.LETTER))
    lines = page.replace("\xa0", " ").split("\n")
    assert any(wording(language).day(DAY) in line for line in lines)
