"""What a file is called that leaves: names of files are seen by many, so they name nobody."""

from datetime import date
from pathlib import PurePath

from desktop.domain.shared.shares import Document, Way
from desktop.export.messages import file_names
from desktop.export.papers import paper_file_name

_ENDINGS = {
    Way.PDF: ".pdf",
    Way.EML: ".eml",
    Way.MAIL: ".eml",
    Way.OPEN_DOCUMENT: ".odt",
    Way.TEXT: ".txt",
    Way.CLIPBOARD: ".txt",
    Way.PRINT: ".pdf",
    Way.CALENDAR: ".ics",
}


def file_name(document: Document, way: Way, day: date, language: str) -> str:
    """Return for example "Summary 2026-11-26.pdf", in the language of the letter (BCP 47).

    A kind and a day and nothing else (security.md section 4), called as an attachment is.
    """
    return str(PurePath(_attached(document, way, day, language)).with_suffix(_ENDINGS[way]))


def _attached(document: Document, way: Way, day: date, language: str) -> str:
    if document not in (Document.SUMMARY, Document.DRAFT):
        return paper_file_name(document, day, language)
    page, dates = file_names(day, language, to_look_over=document is Document.DRAFT)
    return dates if way is Way.CALENDAR else page
