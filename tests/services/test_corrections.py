"""What the person changed in their copy comes back as the next draft, marked as theirs."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.corrections import Corrected
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, corrections, lives, people, shares
from tests.helpers import copies
from tests.helpers.vaults import OpenVault
from tests.services.test_contracts import promise

RUNBOOK = "Finish the runbook and walk the whole team through it, one outage after another"


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    promise(vault, talk, Owner.PERSON, RUNBOOK, date(2026, 11, 30))
    promise(vault, talk, Owner.PERSON, "Pair on one incident", date(2026, 12, 4))
    promise(vault, talk, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    return talk


def copy_of(vault: OpenVault, talk: ConversationId) -> str:
    return copies.plain_text(vault, talk).decode()


def draft(vault: OpenVault, talk: ConversationId) -> Contract:
    return contracts.draft(vault.shared, talk).value


def test_a_copy_that_was_not_changed_changes_nothing(
    vault: OpenVault, talk: ConversationId
) -> None:
    copy = copy_of(vault, talk)
    begun = corrections.keep(vault.shared, talk, copy).value
    assert corrections.waiting(vault.shared, begun) == ()

    quoted = "\r\n".join(f"> {line}" for line in copy.splitlines())
    corrections.keep(vault.shared, talk, "Fine by me!\r\n" + quoted)
    assert corrections.waiting(vault.shared, begun) == ()


def test_each_change_waits_until_it_is_taken_in_and_stays_marked(
    vault: OpenVault, talk: ConversationId
) -> None:
    changed = (
        copy_of(vault, talk)
        .replace("30 November 2026", "14 December 2026")
        .replace("- Pair on one incident (4 December 2026)", "- Draw the failover (8 January 2027)")
    )
    begun = corrections.keep(vault.shared, talk, changed).value
    assert (begun.is_draft, begun.version) == (True, 2)
    assert {c.what for c in begun.commitments} == {
        RUNBOOK,
        "Pair on one incident",
        "Introduce Priya to Marta",
    }

    kinds = []
    for _ in range(3):
        first = corrections.waiting(vault.shared, draft(vault, talk))[0]
        kinds.append(first.kind)
        corrections.take_in(vault.shared, draft(vault, talk), first)
    assert sorted(kinds) == [Corrected.LEFT_OUT, Corrected.NEW, Corrected.REWORDED]
    assert corrections.waiting(vault.shared, draft(vault, talk)) == ()

    now = draft(vault, talk)
    assert {(c.what, c.due) for c in now.commitments} == {
        (RUNBOOK, date(2026, 12, 14)),
        ("Draw the failover", date(2027, 1, 8)),
        ("Introduce Priya to Marta", date(2026, 11, 27)),
    }
    marked = corrections.theirs(vault.shared, now)
    assert {c.what for c in now.commitments if c.id in marked} == {RUNBOOK, "Draw the failover"}
    assert copy_of(vault, talk).count("in Priya’s words") == 2


def test_a_line_the_manager_rewords_is_no_longer_theirs(
    vault: OpenVault, talk: ConversationId
) -> None:
    changed = copy_of(vault, talk).replace("30 November 2026", "14 December 2026")
    corrections.keep(vault.shared, talk, changed)
    (change,) = corrections.waiting(vault.shared, draft(vault, talk))
    corrections.take_in(vault.shared, draft(vault, talk), change)
    (mine,) = corrections.theirs(vault.shared, draft(vault, talk))

    line = next(c for c in draft(vault, talk).commitments if c.id == mine)
    contracts.word_commitment(vault.shared, draft(vault, talk), replace(line, what="The runbook"))

    assert corrections.theirs(vault.shared, draft(vault, talk)) == frozenset()


def test_nothing_pasted_is_refused_and_begins_no_draft(
    vault: OpenVault, talk: ConversationId
) -> None:
    with pytest.raises(Refusal, match="Paste the text"):
        corrections.keep(vault.shared, talk, " \n")
    assert not draft(vault, talk).is_draft


def test_a_date_they_left_alone_stays_where_it_was_moved(
    vault: OpenVault, talk: ConversationId
) -> None:
    changed = copy_of(vault, talk).replace("Pair on one incident", "Pair on two incidents")
    which = next(c.id for c in draft(vault, talk).commitments if c.what == "Pair on one incident")
    lives.move(vault.shared, which, date(2027, 2, 1), "Marta is away.")
    corrections.keep(vault.shared, talk, changed)
    (change,) = corrections.waiting(vault.shared, draft(vault, talk))
    corrections.take_in(vault.shared, draft(vault, talk), change)

    line = next(c for c in draft(vault, talk).commitments if c.id == which)
    assert (line.what, line.due) == ("Pair on two incidents", date(2027, 2, 1))
    assert corrections.waiting(vault.shared, draft(vault, talk)) == ()
    assert which in corrections.theirs(vault.shared, draft(vault, talk))
