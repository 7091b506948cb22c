"""How it is said how often one talks, and that a conversation is not booked (guard V1)."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.cadence import A_QUARTER
from desktop.domain.conversations.conversation import Kind
from desktop.services.today import Gap


def gap_words(gap: Gap, today: date) -> str:
    """Return "quarterly, never booked this quarter", or what is true instead."""
    if gap.kind is Kind.GOALS:
        return _tr("goals, not revisited for a year")
    if gap.kind is Kind.CONTRACT_REVIEW:
        return _tr("contract review, monthly")
    if gap.due is None:
        return _tr("no conversation yet, none booked")
    return _not_booked(gap, today).format(rhythm=rhythm(gap.months))


def _not_booked(gap: Gap, today: date) -> str:
    if gap.was_cancelled:
        return _tr("{rhythm}, called off and not booked again")
    if gap.due is None or gap.due >= today:
        return _tr("{rhythm}, nothing booked yet")
    if gap.months < A_QUARTER:
        return _tr("{rhythm}, not booked")
    return _tr("{rhythm}, never booked this quarter")


def rhythm(months: int) -> str:
    """Return how often full conversations are held, from one to three months apart."""
    return {1: _tr("monthly"), 2: _tr("every two months")}.get(months, _tr("quarterly"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Gap", text)
