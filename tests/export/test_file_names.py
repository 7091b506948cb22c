"""The names of files that leave: a kind and a day, in the language of the one who gets them."""

import re
from datetime import date

import pytest

from desktop.domain.shared.letter import LANGUAGES
from desktop.domain.shared.shares import Document, Way
from desktop.export.file_names import file_name
from desktop.export.room_sheet import sheet_file_name

DAY = date(2026, 11, 26)
SAFE = re.compile(r"[A-Z][A-Za-z -]* 2026-11-26\.(pdf|eml|odt|txt|ics)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_can_be_written_on_every_disk(language: str) -> None:
    names = {file_name(document, way, DAY, language) for document in Document for way in Way}
    names.add(sheet_file_name(DAY, language))
    assert [name for name in names if not SAFE.fullmatch(name)] == []


def test_one_paper_has_one_name_with_the_ending_of_its_way() -> None:
    called = {way: file_name(Document.SUMMARY, way, DAY, "es") for way in Way}
    assert called[Way.PDF] == "Resumen 2026-11-26.pdf"
    assert called[Way.EML] == "Resumen 2026-11-26.eml"
    assert called[Way.OPEN_DOCUMENT] == "Resumen 2026-11-26.odt"
    assert called[Way.TEXT] == "Resumen 2026-11-26.txt"
    assert called[Way.CALENDAR] == "Fechas 2026-11-26.ics"


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en-GB"])
def test_no_paper_keeps_its_english_name(language: str) -> None:
    for document in Document:
        english = file_name(document, Way.PDF, DAY, "en-GB")
        assert file_name(document, Way.PDF, DAY, language) != english
