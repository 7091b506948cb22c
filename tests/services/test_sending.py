"""What leaves beside the PDF says what both agreed, and not one private word."""

import email
import email.policy
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import icalendar
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, ConversationId, PersonId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Way
from desktop.export.messages import Message, Purpose
from desktop.export.paper import PageSize
from desktop.services import contracts, conversations, people, sending, shares, summaries
from desktop.services.private import answers
from tests.helpers import copies
from tests.helpers.canary import canary, finds, found
from tests.helpers.vaults import OpenVault

PAGE = b"The page as it was shown"


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    """A conversation with Priya: a summary, one commitment of each side and a next date."""
    who = people.add(vault.shared, "Priya Nair").value
    people.describe(
        vault.shared, replace(people.person(vault.shared, who), email="priya@example.org")
    )
    which = conversations.begin(vault.shared, who).value
    summaries.write(vault.shared, which, "Priya would like to own the design.")
    promise(vault, which, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    promise(vault, which, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    draft = contracts.draft(vault.shared, which).value
    contracts.word(vault.shared, replace(draft, next_conversation=date(2027, 2, 25)))
    return which


def promise(
    vault: OpenVault, talk: ConversationId, owner: Owner, what: str, due: date
) -> CommitmentId:
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, owner).value
    reword(vault, talk, new, what=what, due=due)
    return new


def reword(vault: OpenVault, talk: ConversationId, which: CommitmentId, **changed: Any) -> None:
    draft = contracts.draft(vault.shared, talk).value
    line = next(c for c in draft.commitments if c.id == which)
    contracts.word_commitment(vault.shared, draft, replace(line, **changed))


def person_of(vault: OpenVault, talk: ConversationId) -> PersonId:
    return conversations.conversation(vault.shared, talk).person


def days(content: bytes) -> dict[date, tuple[str, int, str]]:
    """Return for each day in a calendar file its identity, revision and state."""
    calendar = icalendar.Calendar.from_ical(content)
    return {
        event.decoded("dtstart"): (
            str(event["uid"]),
            int(event.decoded("sequence")),
            str(event["status"]),
        )
        for event in calendar.walk("VEVENT")
    }


def everything(vault: OpenVault, talk: ConversationId) -> list[bytes]:
    """Return all that can leave of a conversation, also as its reader decodes it."""
    dates = sending.calendar(vault.shared, talk, details=True)
    mail = sending.mail_draft(vault.shared, talk, PAGE, dates=dates).content
    parts = email.message_from_bytes(mail, policy=email.policy.default).walk()
    read = [p.get_payload(decode=True) for p in parts if not p.is_multipart()]
    words = sending.message(vault.shared, person_of(vault, talk), Purpose.REFLECTION)
    return [
        sending.calendar(vault.shared, talk),
        dates.replace(b"\r\n ", b""),
        mail,
        *(bytes(content) for content in read if isinstance(content, bytes)),
        sending.message_draft(vault.shared, person_of(vault, talk), words).content,
        copies.open_document(vault, talk, PageSize.A4),
        copies.plain_text(vault, talk),
    ]


def test_no_private_word_leaves_by_any_way(vault: OpenVault, talk: ConversationId) -> None:
    words = []
    for step in conversations.path(vault.shared, talk).steps:
        words.append(canary())
        note = Answer(talk, step.question, PrivateText(f"Between us: {words[-1]}."), cursor=3)
        answers.write(vault.private, note)
    assert len(words) > 10
    for content in everything(vault, talk):
        assert not found(content, words)


def test_the_search_would_find_a_word_in_every_way_that_carries_the_letter(
    vault: OpenVault, talk: ConversationId
) -> None:
    word = canary()
    summaries.write(vault.shared, talk, f"For both: {word}.")
    mail = sending.mail_draft(vault.shared, talk, PAGE).content
    assert finds(mail, word)
    assert finds(copies.open_document(vault, talk, PageSize.A4), word)
    assert finds(copies.plain_text(vault, talk), word)


def test_no_identity_of_the_vault_leaves_by_any_way(vault: OpenVault, talk: ConversationId) -> None:
    contract = contracts.draft(vault.shared, talk).value
    identities = [talk, contract.id, contract.person, vault.shared.about.vault_id()]
    identities += [c.id for c in contract.commitments]
    for content in everything(vault, talk):
        for identity in identities:
            assert not finds(content, identity)
            assert not finds(content, str(UUID(identity)))


def test_the_mail_goes_to_the_person_with_the_page_that_was_shown(
    vault: OpenVault, talk: ConversationId
) -> None:
    made = sending.mail_draft(vault.shared, talk, PAGE, dates=b"BEGIN:VCALENDAR\r\n")
    mail = email.message_from_bytes(made.content, policy=email.policy.strict)
    assert made.addressed
    assert str(mail["To"]) == "Priya Nair <priya@example.org>"
    assert mail["Subject"] == "Our conversation on Sunday 22 November"
    page, dates = (p for p in mail.walk() if p.get_content_disposition() == "attachment")
    assert (page.get_filename(), page.get_payload(decode=True)) == ("Summary 2026-11-22.pdf", PAGE)
    assert dates.get_filename() == "Dates 2026-11-22.ics"


def test_without_an_address_the_mail_program_asks_for_it(
    vault: OpenVault, talk: ConversationId
) -> None:
    priya = people.person(vault.shared, person_of(vault, talk))
    people.describe(vault.shared, replace(priya, email=""))
    made = sending.mail_draft(vault.shared, talk, PAGE)
    assert not made.addressed
    assert b"\r\nTo:" not in made.content
    assert sending.mail_link(vault.shared, priya.id, "Hello") == "mailto:?subject=Hello"


def test_a_message_can_be_reworded_before_it_becomes_a_draft(
    vault: OpenVault, talk: ConversationId
) -> None:
    who = person_of(vault, talk)
    words = sending.message(vault.shared, who, Purpose.INVITATION, date(2026, 11, 26))
    assert words.body.startswith("Hello Priya,")
    assert words.body.endswith("Sam")

    made = sending.message_draft(vault.shared, who, Message("An hour for you", "Dear Priya,\n\nS."))

    mail = email.message_from_bytes(made.content, policy=email.policy.strict)
    assert mail["Subject"] == "An hour for you"
    assert "Dear Priya" in str(made.content)
    assert sending.mail_link(vault.shared, who, "An hour") == (
        "mailto:priya@example.org?subject=An%20hour"
    )


def test_the_copies_to_edit_say_what_the_page_says(vault: OpenVault, talk: ConversationId) -> None:
    text = copies.plain_text(vault, talk).decode()
    assert text.startswith("Priya Nair and Sam Okafor\n====")
    assert "- Introduce Priya to Marta (27 November 2026)\n" in text
    for size in PageSize:
        with zipfile.ZipFile(BytesIO(copies.open_document(vault, talk, size))) as package:
            assert "Introduce Priya to Marta" in package.read("content.xml").decode()


def test_a_new_date_in_the_same_draft_moves_the_day(vault: OpenVault, talk: ConversationId) -> None:
    before = days(sending.calendar(vault.shared, talk))[date(2026, 11, 30)]
    (line,) = contracts.draft(vault.shared, talk).value.of(Owner.PERSON)
    vault.clock.forward(minutes=1)
    reword(vault, talk, line.id, due=date(2026, 12, 4))

    after = days(sending.calendar(vault.shared, talk))

    assert date(2026, 11, 30) not in after
    assert after[date(2026, 12, 4)][0] == before[0]
    assert after[date(2026, 12, 4)][1] > before[1]


def share(vault: OpenVault, talk: ConversationId) -> Contract:
    shares.note(vault.shared, talk, Way.PDF, PAGE)
    return contracts.draft(vault.shared, talk).value


def test_a_kept_commitment_leaves_the_calendar_and_comes_back_when_opened_again(
    vault: OpenVault, talk: ConversationId
) -> None:
    (mine,) = share(vault, talk).of(Owner.MANAGER)
    day = date(2026, 11, 27)
    revisions = [days(sending.calendar(vault.shared, talk))[day]]
    for done in (True, False):
        vault.clock.forward(minutes=1)
        contracts.settle(vault.shared, mine.id, done=done)
        revisions.append(days(sending.calendar(vault.shared, talk))[day])

    assert [state for _, _, state in revisions] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert len({identity for identity, _, _ in revisions}) == 1
    assert sorted({revision for _, revision, _ in revisions}) == [r for _, r, _ in revisions]


def same_talk(vault: OpenVault, talk: ConversationId) -> ConversationId:
    contracts.revise(vault.shared, talk)
    return talk


def later_talk(vault: OpenVault, talk: ConversationId) -> ConversationId:
    return conversations.begin(vault.shared, person_of(vault, talk)).value


@pytest.mark.parametrize("going_on", [same_talk, later_talk])
def test_what_the_next_version_drops_is_cancelled_and_what_it_carries_is_not(
    vault: OpenVault,
    talk: ConversationId,
    going_on: Callable[[OpenVault, ConversationId], ConversationId],
) -> None:
    first = days(sending.calendar(vault.shared, talk))
    share(vault, talk)
    then = going_on(vault, talk)
    second = contracts.draft(vault.shared, then).value
    (mine,) = second.of(Owner.MANAGER)
    contracts.remove_commitment(vault.shared, second, mine.id)

    found = days(sending.calendar(vault.shared, then))

    assert found[date(2026, 11, 27)][::2] == (first[date(2026, 11, 27)][0], "CANCELLED")
    assert found[date(2026, 11, 30)][::2] == (first[date(2026, 11, 30)][0], "CONFIRMED")


def test_only_my_own_dates_and_the_ones_of_both(vault: OpenVault, talk: ConversationId) -> None:
    found = days(sending.calendar(vault.shared, talk, owners=(Owner.MANAGER,)))
    assert sorted(found) == [date(2026, 11, 27), date(2027, 2, 25)]


def test_a_contract_without_a_date_has_no_calendar(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Amara Bello").value
    which = conversations.begin(vault.shared, who).value
    with pytest.raises(Refusal, match="There is no contract yet"):
        sending.calendar(vault.shared, which)
    contracts.draft(vault.shared, which)
    with pytest.raises(Refusal, match="no date for the calendar yet"):
        sending.calendar(vault.shared, which)


@pytest.mark.parametrize("way", [way for way in Way if way.carries_the_page])
def test_every_way_is_remembered_as_what_it_was(
    vault: OpenVault, talk: ConversationId, way: Way
) -> None:
    shares.note(vault.shared, talk, way, PAGE)
    assert [s.way for s in shares.of_conversation(vault.shared, talk)] == [way]


def test_a_date_taken_out_of_the_draft_after_it_left_is_cancelled(
    vault: OpenVault, talk: ConversationId
) -> None:
    first = sending.calendar(vault.shared, talk)
    shares.note(vault.shared, talk, Way.CALENDAR, first)
    draft = contracts.draft(vault.shared, talk).value
    contracts.remove_commitment(vault.shared, draft, draft.commitments[0].id)
    vault.clock.forward(minutes=5)

    again = sending.calendar(vault.shared, talk, owners=[Owner.MANAGER])

    gone, earlier = days(again)[date(2026, 11, 30)], days(first)[date(2026, 11, 30)]
    assert gone[2] == "CANCELLED"
    assert gone[0] == earlier[0]
    assert gone[1] > earlier[1]
    assert again.count(b"CANCELLED") == 1

    shares.note(vault.shared, talk, Way.CALENDAR, again)
    assert b"CANCELLED" not in sending.calendar(vault.shared, talk)
