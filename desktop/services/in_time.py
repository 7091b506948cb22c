"""Whether summaries went out within 48 hours, looked back at (playbook R1 and W3)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.domain.conversations.conversation import Conversation
from desktop.domain.people import Person
from desktop.storage.shelves import SharedShelf


@dataclass(frozen=True, slots=True)
class Answered:
    """A conversation whose 48 hours are over or answered; ``sent`` None: it still waits."""

    talk: Conversation
    person: Person
    sent: datetime | None

    @property
    def late_by(self) -> timedelta:
        """By how much the summary that went out was late; nothing if it was not."""
        owed = self.talk.summary_owed_by
        if owed is None or self.sent is None:
            return timedelta(0)
        return max(self.sent - owed, timedelta(0))

    @property
    def is_in_time(self) -> bool:
        """Whether it went out within the 48 hours."""
        return self.sent is not None and not self.late_by


def summaries_since(shelf: SharedShelf, day: date) -> tuple[Answered, ...]:
    """Return the conversations since a day that owed a summary, the latest first.

    One that still has time left is neither in time nor late, and is not among them.
    """
    people, now = {person.id: person for person in shelf.people.all()}, shelf.now()
    owing = [
        talk
        for talk in shelf.conversations.since(day)
        if talk.summary_owed_by is not None and talk.person in people
    ]
    sent = shelf.shares.first_pages([talk.id for talk in owing])
    told = (Answered(talk, people[talk.person], sent.get(talk.id)) for talk in owing)
    return tuple(one for one in told if one.sent or (one.talk.summary_owed_by or now) < now)
