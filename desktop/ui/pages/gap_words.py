"""How it is said that a conversation is not booked (guard V1)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.services.today import Gap


def gap_words(gap: Gap, today: date) -> str:
    """Return "quarterly, never booked this quarter", or what is true instead."""
    if gap.due is None:
        return _tr("no conversation yet, none booked")
    if gap.was_cancelled:
        return _tr("quarterly, called off and not booked again")
    if gap.due < today:
        return _tr("quarterly, never booked this quarter")
    return _tr("quarterly, nothing booked yet")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gap", text)
