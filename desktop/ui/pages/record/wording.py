"""What left and how, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.shared.shares import Document, Share, Way
from desktop.ui.look import dates

_GROUP = 8


def what(share: Share, version: int | None) -> str:
    """Return for example "Summary, contract version 4"."""
    if share.way is Way.CALENDAR:
        return _tr("Dates for a calendar")
    names = {
        Document.SUMMARY: _tr("Summary"),
        Document.DRAFT: _tr("Draft to look over"),
        Document.AGREEMENT: _tr("Agreement"),
        Document.NOTES: _tr("How I keep notes"),
        Document.HAND_OVER: _tr("Hand-over"),
        Document.THEMES: _tr("Themes for colleagues"),
    }
    name = names[share.document]
    if version is None:
        return name
    if share.document is Document.DRAFT:
        return _tr("{name}, version {n}, not agreed").format(name=name, n=version)
    return _tr("{name}, contract version {n}").format(name=name, n=version)


def how(share: Share) -> str:
    """Return for example "saved as a PDF"."""
    return {
        Way.PDF: _tr("saved as a PDF"),
        Way.PRINT: _tr("printed"),
        Way.MAIL: _tr("opened as an e-mail draft"),
        Way.EML: _tr("saved as an e-mail"),
        Way.OPEN_DOCUMENT: _tr("saved as an editable copy"),
        Way.TEXT: _tr("saved as text"),
        Way.CLIPBOARD: _tr("copied as text"),
        Way.CALENDAR: _tr("saved as a calendar file"),
    }[share.way]


def when(share: Share, today: date) -> str:
    """Return for example "yesterday, 17:42"."""
    day = dates.spoken_day(share.at.date(), today)
    return _tr("{day}, {time}").format(day=day, time=f"{share.at:%H:%M}")


def fingerprint(share: Share) -> str:
    """Return the SHA-256 in groups that can be read aloud and compared."""
    groups = range(0, len(share.sha256), _GROUP)
    return " ".join(share.sha256[start : start + _GROUP] for start in groups)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Record", text)
