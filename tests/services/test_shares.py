"""What left is remembered to the byte, and only a whole page on its way stops the clock."""

import hashlib
from dataclasses import replace
from datetime import date

import icalendar
import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Document, Outgoing, Way
from desktop.services import (
    contracts,
    conversations,
    letters,
    lives,
    people,
    sending,
    shares,
    today,
)
from desktop.storage.database import Database
from tests.helpers.vaults import KEY, OpenVault

COUNTS = [way for way in Way if way is not Way.CALENDAR]


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    """A conversation that is over, with a contract that could be sent."""
    who = people.add(vault.shared, "Priya Nair").value
    which = conversations.begin(vault.shared, who).value
    draft = contracts.draft(vault.shared, which).value
    new = contracts.add_commitment(vault.shared, draft, Owner.PERSON, "Finish the runbook").value
    (line,) = contracts.draft(vault.shared, which).value.commitments
    assert line.id == new
    contracts.word_commitment(vault.shared, draft, replace(line, due=date(2026, 11, 30)))
    conversations.close(vault.shared, which)
    return which


def is_owed(vault: OpenVault, talk: ConversationId) -> bool:
    return talk in {t.conversation.id for t in today.today(vault.shared).owed}


def test_the_bytes_that_left_can_be_opened_again_and_are_identical(
    vault: OpenVault, talk: ConversationId
) -> None:
    page = letters.page(vault.shared, talk)
    which = shares.note(vault.shared, talk, Way.PDF, page).value

    share, content = shares.opened(vault.shared, which)

    assert content == page
    assert share.sha256 == hashlib.sha256(page).hexdigest()
    assert share.at == vault.shared.now()


@pytest.mark.parametrize("way", COUNTS)
def test_a_whole_page_on_its_way_stops_the_clock(
    vault: OpenVault, talk: ConversationId, way: Way
) -> None:
    assert is_owed(vault, talk)

    shares.note(vault.shared, talk, way, b"the page")

    assert not is_owed(vault, talk)
    assert [s.way for s in shares.of_conversation(vault.shared, talk)] == [way]
    contract = contracts.of_conversation(vault.shared, talk)
    assert contract is not None
    assert not contract.is_draft


def test_dates_in_a_calendar_are_remembered_but_answer_nothing(
    vault: OpenVault, talk: ConversationId
) -> None:
    dates = sending.calendar(vault.shared, talk)
    shares.note(vault.shared, talk, Way.CALENDAR, dates)

    assert is_owed(vault, talk)
    assert shares.of_conversation(vault.shared, talk) == ()
    who = conversations.conversation(vault.shared, talk).person
    assert [s.way for s in shares.of_person(vault.shared, who)] == [Way.CALENDAR]
    contract = contracts.of_conversation(vault.shared, talk)
    assert contract is not None
    assert contract.is_draft


def test_a_paper_of_no_conversation_answers_none(vault: OpenVault, talk: ConversationId) -> None:
    who = conversations.conversation(vault.shared, talk).person
    agreement = Outgoing(Document.AGREEMENT, who)

    shares.note_paper(vault.shared, agreement, Way.PRINT, b"the agreement")

    assert is_owed(vault, talk)
    (share,) = shares.of_person(vault.shared, who)
    assert (share.document, share.conversation) == (Document.AGREEMENT, None)


def test_what_left_cannot_be_changed_and_a_changed_one_is_never_shown_as_what_left(
    vault: OpenVault, talk: ConversationId
) -> None:
    which = shares.note(vault.shared, talk, Way.PDF, b"the page").value
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    with pytest.raises(Exception, match="stays as it was"), database.transaction():
        database.write("UPDATE share SET bytes = ?", b"another page")
    with database.transaction():
        database.write("DROP TRIGGER share_stays")
        database.write("UPDATE share SET bytes = ?", b"another page")
    database.close()
    again = OpenVault.open(vault.folder, bytearray(KEY), vault.clock)

    with pytest.raises(Refusal, match="fingerprint has changed"):
        shares.opened(again.shared, which)
    again.close()


def test_a_commitment_dropped_two_versions_ago_is_still_cancelled(
    vault: OpenVault, talk: ConversationId
) -> None:
    for _ in range(3):
        shares.note(vault.shared, talk, Way.PDF, b"page")
        after = contracts.revise(vault.shared, talk).value
        for line in after.commitments:
            contracts.remove_commitment(vault.shared, after, line.id)
        contracts.word(
            vault.shared,
            _because(contracts.draft(vault.shared, talk).value),
        )

    dates = sending.calendar(vault.shared, talk)

    assert b"DTSTART;VALUE=DATE:20261130" in dates
    assert b"STATUS:CANCELLED" in dates
    assert b"STATUS:CONFIRMED" not in dates


def test_a_moved_commitment_moves_its_day_and_a_dropped_one_leaves(
    vault: OpenVault, talk: ConversationId
) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"page")
    (line,) = contracts.draft(vault.shared, talk).value.commitments
    revisions = [sequence(sending.calendar(vault.shared, talk))]
    vault.clock.forward(minutes=1)
    lives.move(vault.shared, line.id, date(2026, 12, 11), "The vendor is late")
    moved = sending.calendar(vault.shared, talk)
    vault.clock.forward(minutes=1)
    lives.let_go(vault.shared, line.id, "No longer needed")
    dropped = sending.calendar(vault.shared, talk)

    assert b"DTSTART;VALUE=DATE:20261211" in moved
    assert b"20261130" not in moved
    assert b"STATUS:CANCELLED" in dropped
    revisions += [sequence(moved), sequence(dropped)]
    assert revisions == sorted(set(revisions))


def sequence(calendar: bytes) -> int:
    (event,) = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    return int(event.decoded("sequence"))


def _because(contract: Contract) -> Contract:
    return replace(contract, nothing_agreed_because="we wait for the reorganisation")
