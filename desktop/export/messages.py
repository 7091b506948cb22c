"""The messages of a conversation (playbook section 3), ready to be edited and then sent."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.people import first_name
from desktop.export.languages import words_in
from desktop.export.wording import wording
from desktop.export.writable import one_line

_FOLDER = "messages"


class Purpose(StrEnum):
    """What a message is for; the value is its table in ``resources/paper/messages``."""

    INVITATION = "invitation"
    REFLECTION = "reflection"
    SUMMARY = "summary"
    DRAFT = "draft"
    CHANGED_GOALS = "changed_goals"
    AGREEMENT = "agreement"
    NOTES = "notes"
    HAND_OVER = "hand_over"
    THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Message:
    """A subject of one line, and a body whose paragraphs stand apart by an empty line."""

    subject: str
    body: str


def message(
    purpose: Purpose,
    person_name: str,
    manager_name: str,
    on: datetime.date | None = None,
    language: str = "en-GB",
) -> Message:
    """Return our words for a purpose (M1 to M4), from the manager to the person.

    ``on`` is the day of the conversation, to come or past; without it the words do without.
    """
    shipped = words_in(_FOLDER, language)
    table = shipped[purpose.value]
    which = "_without_day" if on is None and "body_without_day" in table else ""
    filled = {
        "person": _called(person_name),
        "manager": _called(manager_name),
        "day": day_in_words(on, language) if on else "",
    }
    return Message(
        one_line(table[f"subject{which}"].format(**filled)),
        table[f"body{which}"].format(**filled).strip(),
    )


def day_in_words(day: datetime.date, language: str) -> str:
    """Return a day as a message names it: Thursday 26 November."""
    shipped = words_in(_FOLDER, language)
    return str(shipped["day"]).format(
        weekday=shipped["weekdays"][day.weekday()],
        day=wording(language).number(day),
        month=wording(language).months[day.month - 1],
    )


def file_names(
    on: datetime.date, language: str = "en-GB", *, to_look_over: bool = False
) -> tuple[str, str]:
    """Return the names of the page and of the calendar file, as attachments have them."""
    shipped = words_in(_FOLDER, language)
    page = "draft_file" if to_look_over else "page_file"
    return (
        str(shipped[page]).format(date=on.isoformat()),
        str(shipped["dates_file"]).format(date=on.isoformat()),
    )


def _called(name: str) -> str:
    plain = one_line(name)
    return first_name(plain) if plain else ""
