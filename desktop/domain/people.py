"""The people whose careers the manager supports."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId


class Relation(StrEnum):
    """How the person stands to the manager (playbook section 1)."""

    REPORT = "report"
    MENTEE = "mentee"
    SKIP_LEVEL = "skip-level"


@dataclass(frozen=True, slots=True)
class Person:
    """One person; everything but the name may be unknown.

    ``archived`` is since when they are out of the way, ``keep_until`` the day after which the
    manager wants to be asked whether what is here is still needed (product A10). ``said`` is how
    the name is said, as the manager would write it down.
    """

    id: PersonId
    name: str
    role: str = ""
    team: str = ""
    pronouns: str = ""
    email: str = ""
    relation: Relation = Relation.REPORT
    since: date | None = None
    archived: date | None = None
    keep_until: date | None = None
    said: str = ""


def proper_name(typed: str) -> str:
    """Return the name with outer and doubled spaces removed; refuse an empty one."""
    name = " ".join(typed.split())
    if not name:
        raise Refusal("name", "A name is all that is needed here. Please type one.")
    return name


def proper_email(typed: str) -> str:
    """Return the address without outer spaces, or none; refuse what cannot be one."""
    address = typed.strip()
    before, _, after = address.partition("@")
    looks_right = before and after and "@" not in after and not set(address) & set(" \t\n<>,;")
    if address and not looks_right:
        raise Refusal("email", "This does not look like an e-mail address.")
    return address


def first_name(name: str) -> str:
    """Return the part of a name that people say: its first word."""
    return name.split(maxsplit=1)[0]


def initials(name: str) -> str:
    """Return one or two letters for the round mark beside a name."""
    words = name.split()
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()
