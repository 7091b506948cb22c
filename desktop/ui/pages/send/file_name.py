"""What a file is called that leaves: names of files are seen by many, so they name nobody."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.shared.shares import Document, Way

_ENDINGS = {
    Way.PDF: "pdf",
    Way.EML: "eml",
    Way.MAIL: "eml",
    Way.OPEN_DOCUMENT: "odt",
    Way.TEXT: "txt",
    Way.CLIPBOARD: "txt",
    Way.PRINT: "pdf",
    Way.CALENDAR: "ics",
}


def file_name(document: Document, way: Way, day: date) -> str:
    """Return for example "Summary 2026-11-26.pdf" (security.md section 4)."""
    return f"{_stem(document, way)} {day.isoformat()}.{_ENDINGS[way]}"


def _stem(document: Document, way: Way) -> str:
    if way is Way.CALENDAR:
        return _tr("Dates")
    return {
        Document.SUMMARY: _tr("Summary"),
        Document.DRAFT: _tr("Draft"),
        Document.AGREEMENT: _tr("Agreement"),
        Document.NOTES: _tr("How I keep notes"),
        Document.HAND_OVER: _tr("Hand-over"),
        Document.THEMES: _tr("Themes"),
    }[document]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileName", text)
