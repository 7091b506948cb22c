"""What is known about a person, said in one line."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import Person, Relation
from desktop.ui.look import dates


def role_and_team(person: Person) -> str:
    """Return "Senior engineer, Payments", or as much of it as is known."""
    if person.role and person.team:
        return _tr("{role}, {team}").format(role=person.role, team=person.team)
    return person.role or person.team


def particulars(person: Person) -> str:
    """Return "Senior engineer, Payments · reports to you since March 2024 · say “PREE-ya”"."""
    said = _tr("say “{name}”").format(name=person.said) if person.said else ""
    # No end of a line parts "she/her", which is as good as a word.
    pronouns = person.pronouns.replace("/", "/\N{WORD JOINER}")
    known = (role_and_team(person), _relation(person), pronouns, said)
    return " · ".join(filter(None, known))


def _relation(person: Person) -> str:
    if person.since is not None:
        since = dates.unparted(dates.month_year(person.since))
        return {
            Relation.REPORT: _tr("reports to you since {month}"),
            Relation.MENTEE: _tr("your mentee since {month}"),
            Relation.SKIP_LEVEL: _tr("skip-level since {month}"),
        }[person.relation].format(month=since)
    # Everybody begins as a report, so without a date that says nothing yet.
    return {
        Relation.REPORT: "",
        Relation.MENTEE: _tr("your mentee"),
        Relation.SKIP_LEVEL: _tr("skip-level"),
    }[person.relation]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Particulars", text)
