"""A planned conversation as a file for the manager's own calendar (product C1)."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.conversations.planned import Planned
from desktop.services import sending
from desktop.ui.desk import Desk
from desktop.ui.pages.outcome import Outcome


def save_calendar_file(desk: Desk, plan: Planned, outcome: Outcome) -> None:
    """Ask for a place, save the file there, and tell beside the button what came of it."""
    told = _tr("Saved. Open it in your calendar: “1:1”, no name. After a move, save it again.")
    if plan.cancelled is not None:
        told = _tr("Saved. Open it in your calendar and the talk goes.")
    # No name of a person: names of files are seen by many (security.md section 4).
    name = _tr("Talk {day}.ics").format(day=plan.at.date().isoformat())
    content = desk.ask(sending.planned_time, plan.id)
    outcome.save(content, name, _tr("Calendar (*.ics)"), told)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CalendarFile", text)
