"""A page can leave as a draft: it says so on every sheet, and nothing is agreed by it."""

from datetime import date, timedelta

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.corrections import Corrected, Correction
from desktop.domain.shared.letter import LANGUAGES
from desktop.domain.shared.passages import PassageCorrection
from desktop.domain.shared.shares import Document, Way
from desktop.export.paper import PageSize
from desktop.export.pdf import pdf
from desktop.export.plain_text import plain_text
from desktop.services import (
    contracts,
    conversations,
    corrections,
    letter_languages,
    letters,
    papers,
    people,
    shares,
    summaries,
    today,
)
from desktop.services.private import bin as rubbish
from tests.export.reading import pages_of
from tests.helpers.vaults import OpenVault
from tests.services.test_contracts import promise


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    conversations.close(vault.shared, talk)
    summaries.write(vault.shared, talk, "Teaching people gives you energy.")
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 11, 30))
    promise(vault, talk, Owner.MANAGER, "Introduce Priya to Marta", date(2026, 11, 27))
    return talk


def as_draft(vault: OpenVault, talk: ConversationId) -> str:
    out = papers.to_look_over(papers.of_conversation(vault.shared, talk))
    return plain_text(papers.paper(vault.shared, out))


def leave(vault: OpenVault, talk: ConversationId) -> None:
    shares.note_draft(vault.shared, talk, Way.TEXT, as_draft(vault, talk).encode())


def test_a_draft_that_left_agrees_nothing_and_answers_the_48_hours(
    vault: OpenVault, talk: ConversationId
) -> None:
    assert today.today(vault.shared).owed
    leave(vault, talk)

    contract = contracts.of_conversation(vault.shared, talk)
    assert contract is not None
    assert contract.is_draft
    assert contracts.standing(vault.shared, contract.person) is None
    assert today.today(vault.shared).mine == ()
    assert today.today(vault.shared).owed == ()
    (share,) = shares.of_conversation(vault.shared, talk)
    assert share.document is Document.DRAFT
    assert shares.looked_over_since(vault.shared, contract) == vault.clock.at


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_says_that_nothing_is_agreed(
    vault: OpenVault, talk: ConversationId, language: str
) -> None:
    for number in range(60):
        summaries.write(vault.shared, talk, f"Sentence {number} fills the sheet. " * 4)
    letter_languages.choose(
        vault.shared, conversations.conversation(vault.shared, talk).person, language
    )
    out = papers.to_look_over(papers.of_conversation(vault.shared, talk))
    sheets = pages_of(pdf(papers.paper(vault.shared, out), PageSize.A4))
    mark = {"en-GB": "Draft", "de": "Entwurf", "fr": "Projet", "es": "Borrador"}[language]
    assert len(sheets) > 2
    assert all(mark in sheet for sheet in sheets)
    whole = papers.paper(vault.shared, papers.of_conversation(vault.shared, talk)).words()
    assert mark not in whole


def test_what_comes_back_is_compared_with_the_draft_and_only_their_changes_are_theirs(
    vault: OpenVault, talk: ConversationId
) -> None:
    leave(vault, talk)
    vault.clock.at += timedelta(days=1)
    promise(vault, talk, Owner.PERSON, "Pair on one incident", date(2026, 12, 4))
    copy = as_draft(vault, talk).replace("- Pair on one incident (4 December 2026)\n", "")
    copy = copy.replace("Finish", "Draft").replace("Teaching people", "Teaching")

    corrections.keep(vault.shared, talk, copy)
    waiting = corrections.waiting(vault.shared, contracts.draft(vault.shared, talk).value)
    assert [c.kind for c in waiting] == [Corrected.REWORDED, Corrected.REWORDED]
    for change in waiting:
        corrections.take_in(vault.shared, contracts.draft(vault.shared, talk).value, change)
    draft = contracts.draft(vault.shared, talk).value
    marks = corrections.theirs(vault.shared, draft)
    assert [c.what for c in draft.commitments if c.id in marks.commitments] == ["Draft the runbook"]
    assert len(marks.paragraphs) == 1


def test_what_they_take_out_of_a_draft_is_not_lost(vault: OpenVault, talk: ConversationId) -> None:
    leave(vault, talk)
    copy = as_draft(vault, talk).replace("- Finish the runbook (30 November 2026)\n", "")
    corrections.keep(vault.shared, talk, copy.replace("Teaching people gives you energy.", ""))
    kinds = {
        (type(c), c.kind)
        for c in corrections.waiting(vault.shared, contracts.draft(vault.shared, talk).value)
    }
    assert kinds == {(Correction, Corrected.LEFT_OUT), (PassageCorrection, Corrected.LEFT_OUT)}


def test_once_it_is_agreed_it_leaves_as_what_it_is(vault: OpenVault, talk: ConversationId) -> None:
    leave(vault, talk)
    shares.note(vault.shared, talk, Way.PDF, b"page")
    contract = contracts.of_conversation(vault.shared, talk)
    assert contract is not None
    assert not contract.is_draft
    with pytest.raises(Refusal, match="agreed already"):
        shares.note_draft(vault.shared, talk, Way.PDF, b"page")
    with pytest.raises(Refusal, match="agreed already"):
        letters.letter(vault.shared, talk, to_look_over=True)


def test_a_draft_in_their_hands_is_not_dropped(vault: OpenVault, talk: ConversationId) -> None:
    shares.note(vault.shared, talk, Way.PDF, b"page")
    contracts.revise(vault.shared, talk)
    leave(vault, talk)
    draft = contracts.draft(vault.shared, talk).value
    assert not contracts.may_be_dropped(vault.shared, draft)
    with pytest.raises(Refusal):
        rubbish.drop_draft(vault.private, talk)


def test_an_incomplete_draft_is_named_before_it_leaves(
    vault: OpenVault, talk: ConversationId
) -> None:
    contracts.add_commitment(vault.shared, contracts.draft(vault.shared, talk).value, Owner.PERSON)
    with pytest.raises(Refusal):
        as_draft(vault, talk)


def test_a_draft_that_left_waits_under_today_until_it_is_agreed(
    vault: OpenVault, talk: ConversationId
) -> None:
    assert today.today(vault.shared).looked_over == ()
    leave(vault, talk)

    (waits,) = today.today(vault.shared).looked_over
    assert waits.talk.conversation.id == talk
    assert waits.talk.person.name == "Priya Nair"
    assert waits.left == vault.clock.at

    shares.note(vault.shared, talk, Way.PDF, b"the page")
    assert today.today(vault.shared).looked_over == ()
