"""A draft that is dropped lies in the bin for thirty days, and comes back from it as it stood."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.services import contracts, conversations, people, restoring, summaries
from desktop.services.private import bin as rubbish
from tests.helpers.canary import canary, finds
from tests.helpers.vaults import KEY, OpenVault, open_vault
from tests.services.test_bin import decrypted
from tests.ui.contract.paper import promise

AS_AGREED = ["We looked at the outages.", "And at the team."]


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def talk(vault: OpenVault, priya: PersonId) -> ConversationId:
    """A conversation with an agreed version and a summary of two paragraphs."""
    return agreed_talk(vault, priya)


def agreed_talk(vault: OpenVault, who: PersonId) -> ConversationId:
    talk = conversations.begin(vault.shared, who).value
    for text in AS_AGREED:
        summaries.write(vault.shared, talk, text)
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 12, 1))
    contracts.agree(vault.shared, contracts.draft(vault.shared, talk).value)
    return talk


def revised(vault: OpenVault, talk: ConversationId, words: str = "one incident") -> Contract:
    """Begin the next version, with something of everything that a draft can hold."""
    draft = contracts.revise(vault.shared, talk).value
    first, _ = summaries.paragraphs(vault.shared, talk)
    summaries.write(vault.shared, talk, f"Outages, and {words}.", paragraph=first.id)
    summaries.write(vault.shared, talk, "And a mentor.")
    promise(vault, talk, Owner.MANAGER, f"Pair on {words}", date(2026, 12, 8))
    draft = contracts.draft(vault.shared, talk).value
    changed = replace(
        draft,
        open_question=f"Why {words}?",
        next_conversation=date(2027, 1, 11),
        review="See what came of it",
        review_month=date(2027, 2, 1),
    )
    return contracts.word(vault.shared, changed).value


def texts(vault: OpenVault, talk: ConversationId) -> list[str]:
    return [p.text for p in summaries.paragraphs(vault.shared, talk)]


def binned(vault: OpenVault) -> list[str]:
    return [each.title.reveal() for each in rubbish.in_bin(vault.private)]


def test_after_a_lock_a_dropped_draft_comes_back_as_it_stood(
    vault: OpenVault, talk: ConversationId
) -> None:
    draft = revised(vault, talk)
    rubbish.drop_draft(vault.private, talk)
    assert texts(vault, talk) == AS_AGREED
    vault.close()
    again = open_vault(vault.folder, vault.clock)
    assert binned(again) == ["version 2, with Priya Nair"]
    standing = contracts.of_conversation(again.shared, talk)
    assert standing is not None
    assert not standing.is_draft

    dropped = rubbish.dropped_draft(again.private, talk)
    assert dropped == draft.id
    rubbish.bring_back(again.private, dropped)

    assert contracts.of_conversation(again.shared, talk) == draft
    assert texts(again, talk) == ["Outages, and one incident.", AS_AGREED[1], "And a mentor."]
    assert binned(again) == []
    again.close()


def test_the_summary_keeps_its_order_where_its_places_were_taken_since(
    vault: OpenVault, talk: ConversationId
) -> None:
    revised(vault, talk)
    before = texts(vault, talk)
    dropped = rubbish.drop_draft(vault.private, talk).value
    agreed_talk(vault, people.add(vault.shared, "Hanna Lindqvist").value)

    rubbish.bring_back(vault.private, dropped)

    assert texts(vault, talk) == before


def test_both_of_two_drafts_lie_there_and_the_second_is_refused_once_one_is_back(
    vault: OpenVault, talk: ConversationId
) -> None:
    first = revised(vault, talk)
    rubbish.drop_draft(vault.private, talk)
    second = revised(vault, talk, "two incidents")
    rubbish.drop_draft(vault.private, talk)
    assert rubbish.dropped_draft(vault.private, talk) == second.id
    rubbish.bring_back(vault.private, first.id)

    with pytest.raises(Refusal, match="Another version has been begun since"):
        rubbish.bring_back(vault.private, second.id)

    assert contracts.of_conversation(vault.shared, talk) == first
    assert rubbish.dropped_draft(vault.private, talk) is None
    assert len(binned(vault)) == 1


def test_a_draft_waits_in_the_bin_for_its_conversation_and_comes_back_after_it(
    vault: OpenVault, talk: ConversationId
) -> None:
    draft = revised(vault, talk)
    rubbish.drop_draft(vault.private, talk)
    rubbish.delete_conversation(vault.private, talk)
    with pytest.raises(Refusal, match="Bring that back first"):
        rubbish.bring_back(vault.private, draft.id)

    rubbish.bring_back(vault.private, talk)
    rubbish.bring_back(vault.private, draft.id)

    assert contracts.of_conversation(vault.shared, talk) == draft


@pytest.mark.parametrize("whole_person", [True, False], ids=["person", "conversation"])
def test_erased_with_its_person_or_conversation_no_word_of_it_is_left(
    vault: OpenVault, priya: PersonId, talk: ConversationId, whole_person: bool
) -> None:
    word = canary()
    revised(vault, talk, word)
    rubbish.drop_draft(vault.private, talk)
    file = vault.folder / "notes.db"
    assert finds(decrypted(file), word)
    if whole_person:
        rubbish.delete_person(vault.private, priya)
    else:
        rubbish.delete_conversation(vault.private, talk)

    rubbish.erase(vault.private, rubbish.in_bin(vault.private)[0])

    assert rubbish.in_bin(vault.private) == ()
    vault.close()
    assert not finds(decrypted(file), word)


def test_it_is_erased_after_thirty_days_and_not_before(
    vault: OpenVault, talk: ConversationId
) -> None:
    revised(vault, talk)
    rubbish.drop_draft(vault.private, talk)
    vault.clock.forward(days=30)
    rubbish.erase_what_is_due(vault.private)
    assert rubbish.dropped_draft(vault.private, talk) is not None

    for _ in range(2):  # seen due on one day, erased on the next
        vault.clock.forward(days=1)
        rubbish.erase_what_is_due(vault.private)

    assert rubbish.dropped_draft(vault.private, talk) is None
    assert binned(vault) == []


def test_a_vault_that_is_restored_from_a_backup_still_has_it_in_its_bin(
    vault: OpenVault, talk: ConversationId, tmp_path: Path
) -> None:
    draft = revised(vault, talk)
    rubbish.drop_draft(vault.private, talk)
    restoring.restore(vault.backups.make(), bytearray(KEY), tmp_path / "again")

    again = open_vault(tmp_path / "again", vault.clock)
    rubbish.bring_back(again.private, draft.id)

    assert contracts.of_conversation(again.shared, talk) == draft
    again.close()
