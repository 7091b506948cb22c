"""A conversation that is planned: with whom, of what kind, when and how long."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.domain.conversations.conversation import Conversation, Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.domain.questions import Stage

AN_HOUR = 60
"""Minutes of its own that a full conversation should have (playbook C1)."""

LEAST_MINUTES = {Kind.FULL: 45}
"""Minutes below which a conversation of this kind is refused (playbook section 2, guard V2)."""

_A_FEW_DAYS = timedelta(days=5)
"""How early a talk may be begun and still be the one that was booked."""

_MOST_MINUTES = 240
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planned:
    """One booking; ``stage`` is None for all three, ``conversation`` what it was begun as."""

    id: PlannedId
    person: PersonId
    kind: Kind
    at: datetime
    minutes: int
    stage: Stage | None = None
    conversation: ConversationId | None = None
    cancelled: datetime | None = None

    @property
    def until(self) -> datetime:
        """When it is over, as planned."""
        return self.at + timedelta(minutes=self.minutes)

    @property
    def has_an_hour(self) -> bool:
        """Whether an hour of its own is booked (playbook C1)."""
        return self.minutes >= AN_HOUR

    def waits(self, talks: Iterable[Conversation]) -> bool:
        """Whether it is still to be held.

        A talk of its kind that was begun or ended on its day or later has kept it.
        """
        if self.conversation is not None or self.cancelled is not None:
            return False
        return not any(self._is_kept_by(talk) for talk in talks)

    def is_near(self, today: date) -> bool:
        """Whether a talk begun today is the one that was booked, and not another before it."""
        return self.at.date() - today <= _A_FEW_DAYS

    def _is_kept_by(self, talk: Conversation) -> bool:
        if talk.person != self.person or talk.kind is not self.kind:
            return False
        return (talk.ended or talk.begun).date() >= self.at.date()


def proper_time(typed: str) -> time:
    """Return the time of day that somebody typed; refuse what is none."""
    found = _TIME.fullmatch(typed.strip())
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Refusal("time", "At what time? Write it as 10:00 or 14:30.")


def proper_minutes(kind: Kind, typed: str) -> int:
    """Return the minutes somebody typed; refuse too few for the kind (guard V2)."""
    words = typed.strip().removesuffix("min").strip()
    if not (words.isascii() and words.isdigit()) or len(words) > 4:
        raise Refusal("minutes", "How many minutes? Write a number, such as 60.")
    minutes = int(words)
    if minutes < LEAST_MINUTES.get(kind, 1):
        raise Refusal(
            "minutes",
            "A full conversation needs a session of its own: at least 45 minutes, better 60 to 90.",
        )
    if minutes > _MOST_MINUTES:
        raise Refusal("minutes", "That is too long for one sitting. Book two days instead.")
    return minutes


def proper_day(day: date | None, today: date) -> date:
    """Return the day that was chosen; refuse none, and one that has passed."""
    if day is None:
        raise Refusal("day", "On which day? Without one it will be put off again.")
    if day < today:
        raise Refusal("day", "That day has passed. Choose one that is still to come.")
    return day


def still_to_come(at: datetime, now: datetime) -> datetime:
    """Return the moment; refuse one earlier today."""
    if at < now:
        raise Refusal("time", "That time has passed already. Choose a later one.")
    return at


def already_held(day: date | None, typed: str, now: datetime) -> datetime:
    """Return when a talk was held that is typed in later; refuse none, and what is to come."""
    if day is None:
        raise Refusal("day", "When did you talk? Choose the day.")
    if day > now.date():
        raise Refusal("day", "That day is still to come. Book the talk instead.")
    # The offset of that very day: clocks may have been set since.
    at = datetime.combine(day, proper_time(typed)).astimezone()
    if at > now:
        raise Refusal("time", "That time is still to come. Write when the talk began.")
    return at
