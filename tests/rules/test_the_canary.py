"""Above the five locks: a word of its own in every private field, looked for in what leaves."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.ids import ConversationId
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.shares import Way
from desktop.services import contracts, conversations, letters, people, shares, summaries
from desktop.services.private import answers, debriefs
from tests.helpers.canary import canary, files_holding, finds
from tests.helpers.vaults import OpenVault


@pytest.fixture
def canaries(vault: OpenVault) -> list[str]:
    """A vault in which every question has a private note with a canary; a letter is ready."""
    return [word for _ in range(2) for word in a_whole_conversation(vault)]


def test_no_private_word_is_in_the_page_that_leaves(vault: OpenVault, canaries: list[str]) -> None:
    for talk in vault.shared.conversations.all():
        page = letters.page(vault.shared, talk.id)
        assert finds(page, "runbook")
        assert not [word for word in canaries if finds(page, word)]


def test_no_private_word_is_in_what_the_vault_writes_down(
    vault: OpenVault, canaries: list[str]
) -> None:
    for talk in vault.shared.conversations.all():
        shares.note(vault.shared, talk.id, Way.PDF, letters.page(vault.shared, talk.id))
    vault.close()
    assert files_holding(vault.folder, canaries) == set()


def test_the_search_would_find_a_page_that_leaks(vault: OpenVault, canaries: list[str]) -> None:
    talk = vault.shared.conversations.all()[0]
    summaries.write(vault.shared, talk.id, f"Between us: {canaries[7]}.")

    page = letters.page(vault.shared, talk.id)

    assert canaries[7].encode() not in page
    assert finds(page, canaries[7])


def a_whole_conversation(vault: OpenVault) -> list[str]:
    """Note something private to every question, and write the contract."""
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    words = []
    for step in conversations.path(vault.shared, talk).steps:
        words.append(canary())
        note = PrivateText(f"Said {words[-1]}, and meant it.")
        answers.write(vault.private, Answer(talk, step.question, note, 4))
    words += look_back(vault, talk)
    summaries.write(vault.shared, talk, "Priya would like to own the design.")
    write_a_contract(vault, talk)
    return words


def look_back(vault: OpenVault, talk: ConversationId) -> list[str]:
    """Write a debrief with a canary in each of its fields."""
    parts = ("saw", "made_of_it", "surfaced", "promised", "avoided", "to_try")
    words = {part: canary() for part in parts}
    private = {part: PrivateText(word) for part, word in words.items()}
    debriefs.write(vault.private, Debrief(talk, **private, talking=Talking.HALF))
    return list(words.values())


def write_a_contract(vault: OpenVault, talk: ConversationId) -> None:
    draft = contracts.draft(vault.shared, talk).value
    new = contracts.add_commitment(vault.shared, draft, Owner.PERSON).value
    line = next(c for c in contracts.draft(vault.shared, talk).value.commitments if c.id == new)
    finished = replace(line, what="Finish the runbook", due=date(2026, 11, 30))
    contracts.word_commitment(vault.shared, draft, finished)
