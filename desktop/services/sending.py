"""The ways out beside the PDF: a draft in the mail program, a copy to edit, dates for a calendar.

Everything here is read through the guarded connection, as ``letters`` does (the fifth lock).
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.conversations.planned import Planned
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.shares import Way
from desktop.services import letters
from desktop.storage.shelves import OutgoingShelf, SharedShelf

if TYPE_CHECKING:
    from desktop.export.mail import Draft
    from desktop.export.messages import Message, Purpose


def calendar(
    shelf: SharedShelf,
    which: ConversationId,
    *,
    owners: Collection[Owner] = tuple(Owner),
    details: bool = False,
) -> bytes:
    """Return the dates of a conversation's contract as a calendar file (product F5, playbook R2).

    Imported again it updates; what an earlier version or an earlier file dated and this one
    dropped, and what was kept, comes as cancelled. Titles give nothing away unless ``details`` are
    asked for. Raises Refusal when there is no date, and as ``letters.letter`` does.
    """
    from desktop.export.calendar import calendar_file, occasions, withdrawn

    letter = letters.letter(shelf, which)
    contract = letter.contract
    with shelf.outgoing() as leaving:
        earlier = _earlier(leaving, contract)
        booked = _booked(leaving, contract)
        exported = leaving.shares.contents(which, Way.CALENDAR)
    today = shelf.today()
    days = occasions(letter, earlier, today=today, owners=owners, details=details, booked=booked)
    known = occasions(letter, earlier, today=today, booked=booked)
    days += withdrawn(exported, known, today=today, language=letter.language)
    if not days:
        raise Refusal("calendar", "There is no date for the calendar yet. Write one down first.")
    return calendar_file(days, shelf.now())


def mail_draft(
    shelf: SharedShelf,
    which: ConversationId,
    page: bytes,
    *,
    dates: bytes = b"",
    to_look_over: bool = False,
) -> "Draft":
    """Return an unsent e-mail with our cover note (M3) and the page attached (product F4).

    ``page`` is the PDF as it was shown, so that what was seen is what leaves; ``dates`` a calendar
    file to go with it. The letter stands in the body too, to be written over. ``to_look_over``
    sends it as a draft that is not agreed.
    """
    from desktop.export.letter import letter_paper
    from desktop.export.mail import dates_attached, draft, page_attached
    from desktop.export.messages import Purpose, file_names, message

    letter = letters.letter(shelf, which, to_look_over=to_look_over)
    page_name, dates_name = file_names(letter.on, letter.language, to_look_over=to_look_over)
    attached = [page_attached(page_name, page)]
    if dates:
        attached.append(dates_attached(dates_name, dates))
    return draft(
        message(
            Purpose.DRAFT if to_look_over else Purpose.SUMMARY,
            letter.person_name,
            letter.manager_name,
            letter.on,
            letter.language,
        ),
        (letter.person_name, _email(shelf, letter.contract.person)),
        paper=letter_paper(letter),
        attachments=attached,
        language=letter.language,
    )


def message(
    shelf: SharedShelf, who: PersonId, purpose: "Purpose", on: date | None = None
) -> "Message":
    """Return our words for a message to a person (M1 to M4), to be edited before it is sent.

    ``on`` is the day of the conversation if it is known.
    """
    from desktop.export import messages

    with shelf.outgoing() as leaving:
        person, manager = leaving.people.get(who).name, leaving.about.manager_name()
        language = leaving.letter_languages.of(who)
    return messages.message(purpose, person, manager, on, language)


def message_draft(shelf: SharedShelf, who: PersonId, words: "Message") -> "Draft":
    """Return an unsent e-mail of a message as it now reads, without anything attached."""
    from desktop.export.mail import draft

    with shelf.outgoing() as leaving:
        person, language = leaving.people.get(who), leaving.letter_languages.of(who)
    return draft(words, (person.name, person.email), language=language)


def planned_draft(shelf: SharedShelf, which: PlannedId, kind: MessageKind, words: str) -> "Draft":
    """Return a message before a talk (M1 or M2) as it now reads, as an unsent e-mail."""
    from desktop.export import messages

    plan = shelf.plans.get(which)
    is_invitation = kind is MessageKind.INVITATION
    purpose = messages.Purpose.INVITATION if is_invitation else messages.Purpose.REFLECTION
    subject = message(shelf, plan.person, purpose, plan.at.date()).subject
    return message_draft(shelf, plan.person, messages.Message(subject, words))


def planned_time(shelf: SharedShelf, which: PlannedId, *, details: bool = False) -> bytes:
    """Return a planned conversation as a calendar file (product C1).

    Imported again it moves, or goes when the talk was called off. The title gives nothing away
    unless ``details`` are asked for. Where a contract has put this talk's day into the calendar
    before, that day goes: the talk stands there once.
    """
    from desktop.export.calendar import appointment, calendar_file, given_way

    with shelf.outgoing() as leaving:
        plan = leaving.plans.get(which)
        person = leaving.people.get(plan.person).name if details else None
        language = leaving.letter_languages.of(plan.person)
        contracts = leaving.contracts.versions(plan.person)
    talk = appointment(plan, person=person, language=language)
    days = {talk.key: talk}
    saved = _in_a_calendar(shelf, plan.person)
    for contract in contracts:
        if contract.conversation in saved and _stands_for_next(plan, contract):
            days |= {day.key: day for day in given_way(contract, language)}
    return calendar_file(days.values(), shelf.now())


def mail_link(shelf: SharedShelf, who: PersonId, subject: str) -> str:
    """Return a mailto link with the person's address and a subject, for the simplest way out."""
    from desktop.export.mail import mail_link

    return mail_link(_email(shelf, who), subject)


def _email(shelf: SharedShelf, who: PersonId) -> str:
    with shelf.outgoing() as leaving:
        return leaving.people.get(who).email


def _earlier(leaving: OutgoingShelf, contract: Contract) -> tuple[Contract, ...]:
    """Return all versions before one, the latest first."""
    versions = leaving.contracts.versions(contract.person)
    return tuple(version for version in versions if version.version < contract.version)


def _booked(leaving: OutgoingShelf, contract: Contract) -> Planned | None:
    """Return the booking of the day that a contract names for the next conversation, if any."""
    plans = leaving.plans.of(contract.person)
    return next((plan for plan in plans if _stands_for_next(plan, contract)), None)


def _stands_for_next(plan: Planned, contract: Contract) -> bool:
    return plan.cancelled is None and plan.at.date() == contract.next_conversation


def _in_a_calendar(shelf: SharedShelf, who: PersonId) -> frozenset[ConversationId | None]:
    """Return the conversations whose dates were saved for a calendar already."""
    shares = shelf.shares.of_person(who)
    return frozenset(share.conversation for share in shares if share.way is Way.CALENDAR)
