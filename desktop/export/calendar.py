"""The dates of a contract as a calendar file that updates itself when it is imported again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from desktop.domain.conversations.planned import Planned
from desktop.domain.shared.commitments import Commitment, CommitmentState, Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.letter import Letter
from desktop.export.calendar_titles import Titles, titles
from desktop.export.writable import one_line, writable

if TYPE_CHECKING:
    from icalendar import Alarm, Event

BOTH = frozenset(Owner)
"""The commitments of both sides."""

_OURS = UUID("6f1a7c52-0a0e-4a39-8d5e-3f4bb5a4c1d7")
_NINE_O_CLOCK = timedelta(hours=9)
_BEFORE_A_TALK = timedelta(minutes=15)
_REVISIONS_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_LAST_REVISION = 2**31 - 2
_LONGEST_TITLE = 120
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day in the calendar; ``key`` tells it from all others for ever and never leaves."""

    key: str
    day: date
    title: str
    details: str = ""
    cancelled: bool = False
    time: tuple[datetime, datetime] | None = None
    """When it begins and ends on that day; without it the whole day is meant, and stays free."""
    left_as: str = ""
    """The identifier with which it left before, where that is all that is known of it."""

    @property
    def uid(self) -> str:
        """Return what tells it from all others in every calendar."""
        return self.left_as or str(uuid5(_OURS, self.key))


def appointment(
    planned: Planned, *, person: str | None = None, language: str = "en-GB"
) -> Occasion:
    """Return a planned conversation as it goes into a calendar (product C1).

    The title says no name unless a ``person`` is named. One that was called off is cancelled.
    """
    words = titles(language)
    title = words.conversation_with.format(person=person) if person else words.conversation
    return Occasion(
        f"planned:{planned.id}",
        planned.at.date(),
        title,
        cancelled=planned.cancelled is not None,
        time=(planned.at, planned.until),
    )


def occasions(
    letter: Letter,
    earlier: Sequence[Contract] = (),
    *,
    today: date,
    owners: Collection[Owner] = BOTH,
    details: bool = False,
    booked: Planned | None = None,
) -> tuple[Occasion, ...]:
    """Return the days of a letter's contract: commitments, the review, the next conversation.

    ``earlier`` are the versions before this one, the latest first. What they set for today or
    later and this one no longer has comes as cancelled, as does a commitment that was kept.
    Titles say neither a name nor a word of the contract unless ``details`` are asked for.
    A ``booked`` talk stands for the next conversation, so that no calendar has it twice.
    """
    words = titles(letter.language)
    person = letter.person_name if details else None
    found = {o.key: o for o in _days(letter.contract, owners, words, person)}
    if booked is not None:
        found.pop(_next_key(letter.contract), None)
        talk = appointment(booked, person=person, language=letter.language)
        found[talk.key] = talk
    for contract in earlier:
        for gone in _days(contract, owners, words, person):
            if gone.day >= today:
                found.setdefault(gone.key, replace(gone, cancelled=True))
    return tuple(sorted(found.values(), key=lambda o: (o.day, o.key)))


def withdrawn(
    exported: Iterable[bytes], known: Iterable[Occasion], *, today: date, language: str
) -> tuple[Occasion, ...]:
    """Return, as cancelled, what earlier files dated for today or later and nothing dates now.

    ``exported`` are calendar files of ours, the latest first; ``known`` all that is dated or
    cancelled anyway. A day taken out of a draft would else stay in the calendar for ever.
    """
    from icalendar import Calendar

    seen = {occasion.uid for occasion in known}
    found: list[Occasion] = []
    for content in exported:
        for event in Calendar.from_ical(content).walk("VEVENT"):
            uid, day = str(event["uid"]), event.decoded("dtstart")
            # A booking has a time and answers for itself: it may only have moved.
            is_ours = not isinstance(day, datetime) and str(event["status"]) != "CANCELLED"
            if is_ours and uid not in seen and day >= today:
                title = titles(language).follow_up
                found.append(Occasion("", day, title, cancelled=True, left_as=uid))
            seen.add(uid)
    return tuple(found)


def given_way(contract: Contract, language: str = "en-GB") -> tuple[Occasion, ...]:
    """Return the day of a contract's next conversation as cancelled: a booking stands there now."""
    if contract.next_conversation is None:
        return ()
    title = titles(language).conversation
    day = contract.next_conversation
    return (Occasion(_next_key(contract), day, title, cancelled=True),)


def _days(
    contract: Contract, owners: Collection[Owner], words: Titles, person: str | None
) -> Iterator[Occasion]:
    """Yield what one version dates; ``person`` is None where the titles are to say nothing."""
    for commitment in contract.commitments:
        if commitment.by and commitment.owner in owners:
            yield _commitment(commitment, commitment.by, words, person)
    if contract.review_month:
        title, about = _review(contract, words, person)
        day = first_working_day(contract.review_month)
        yield Occasion(f"review:{contract.conversation}", day, title, about)
    if contract.next_conversation:
        title = words.conversation_with.format(person=person) if person else words.conversation
        yield Occasion(_next_key(contract), contract.next_conversation, title)


def _next_key(contract: Contract) -> str:
    return f"conversation after:{contract.conversation}"


def _commitment(commitment: Commitment, due: date, words: Titles, person: str | None) -> Occasion:
    title, about = words.follow_up, ""
    if person is not None:
        mine = commitment.owner is Owner.MANAGER
        title = (words.for_person if mine else words.by_person).format(
            person=person, what=commitment.what
        )
        about = commitment.what
    kept = commitment.state is not CommitmentState.OPEN
    return Occasion(f"commitment:{commitment.id}", due, title, about, cancelled=kept)


def _review(contract: Contract, words: Titles, person: str | None) -> tuple[str, str]:
    if person is None:
        return words.review, ""
    pattern = words.review_with if contract.review.strip() else words.review_alone
    return pattern.format(person=person, what=contract.review), contract.review


def first_working_day(month: date) -> date:
    """Return the first day of a month that is neither a Saturday nor a Sunday."""
    first = month.replace(day=1)
    return first if first.weekday() < _SATURDAY else first + timedelta(7 - first.weekday())


def calendar_file(days: Iterable[Occasion], stamp: datetime) -> bytes:
    """Return a calendar to be imported (RFC 5545, RFC 5546 PUBLISH); equal input, equal bytes.

    ``stamp`` is the present moment with its offset from UTC. Days are free, private and have an
    alarm at nine o'clock, but neither one that is over nor one that is cancelled has an alarm.
    The file names no organiser, or it would become an invitation.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Onward//Onward//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for day in days:
        calendar.add_component(_event(day, stamp))
    return bytes(calendar.to_ical())


def _event(occasion: Occasion, stamp: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", occasion.uid)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", _revision(occasion, stamp))
    _add_time(event, occasion)
    event.add("summary", _shortened(occasion.title))
    if occasion.details:
        event.add("description", writable(occasion.details).strip())
    event.add("status", "CANCELLED" if occasion.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if _is_ahead(occasion, stamp) and not occasion.cancelled:
        event.add_component(_alarm(occasion))
    return event


def _add_time(event: "Event", occasion: Occasion) -> None:
    """Add the day, which stays free, or the time, which is taken."""
    taken = occasion.time is not None and not occasion.cancelled
    if occasion.time is not None:
        begins, ends = occasion.time
        event.add("dtstart", begins.astimezone(UTC))
        event.add("dtend", ends.astimezone(UTC))
    else:
        event.add("dtstart", occasion.day)
        if occasion.day < date.max:  # without an end the day is all there is
            event.add("dtend", occasion.day + timedelta(days=1))
    event.add("transp", "OPAQUE" if taken else "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "BUSY" if taken else "FREE")


def _is_ahead(occasion: Occasion, stamp: datetime) -> bool:
    if occasion.time is not None:
        return occasion.time[0] > stamp
    return occasion.day >= stamp.date()


def _alarm(occasion: Occasion) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _shortened(occasion.title))
    alarm.add("trigger", _NINE_O_CLOCK if occasion.time is None else -_BEFORE_A_TALK)
    return alarm


def _revision(occasion: Occasion, stamp: datetime) -> int:
    """Return the SEQUENCE: the second of the export, and one more for what is cancelled.

    Contract version and state alone would fall back when a kept commitment is opened again, and
    would not notice a new date in the same draft; programs refuse a revision below the one they
    have. A later export is never below an earlier one. RFC 5545's integer lasts until 2088.
    """
    seconds = int((stamp - _REVISIONS_BEGIN).total_seconds())
    return min(max(seconds, 0), _LAST_REVISION) + occasion.cancelled


def _shortened(title: str) -> str:
    line = one_line(title)
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"
