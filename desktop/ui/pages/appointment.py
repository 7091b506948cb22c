"""How a planned conversation is said in one line."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.conversations.conversation import Kind
from desktop.domain.conversations.planned import Planned
from desktop.services.packs import pack
from desktop.ui.look import dates
from desktop.ui.wizard.stage_titles import stage_title


def said_in_full(plan: Planned, today: date) -> str:
    """Return "Thursday 26 November, 10:00 to 11:00. Where do you want to go?"."""
    told = _tr("{day}, {start} to {end}.").format(
        day=day_said(plan, today), start=f"{plan.at:%H:%M}", end=f"{plan.until:%H:%M}"
    )
    return f"{told} {what(plan)}"


def said(plan: Planned, today: date) -> str:
    """Return "Thursday 26 November, 10:00, 60 min"."""
    return _tr("{day}, {start}, {minutes} min").format(
        day=day_said(plan, today), start=f"{plan.at:%H:%M}", minutes=plan.minutes
    )


def day_said(plan: Planned, today: date) -> str:
    """Return "Thursday 26 November", with the year when it is another one."""
    day = plan.at.date()
    return dates.weekday_and_day(day) if day.year == today.year else dates.full_day(day)


def what(plan: Planned) -> str:
    """Return the stage, or that it is all three; of another kind than a full one, the kind."""
    if plan.stage is not None:
        return stage_title(plan.stage)
    if plan.kind is not Kind.FULL:
        return _tr("{kind}.").format(kind=pack(plan.kind).title)
    return _tr("All three stages.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Appointment", text)
