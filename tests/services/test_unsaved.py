"""Words that a full disk refused come back to where they were typed, whatever happened since."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import ids
from desktop.domain.ids import CommitmentId, ConversationId, ParagraphId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.shares import Way
from desktop.domain.shared.unsaved import UnsavedParagraph, UnsavedTerms, both
from desktop.services import contracts, conversations, people, shares, summaries
from desktop.services.private import answers, debriefs
from desktop.services.private.drafts import Draft
from desktop.vault.drafts import CannotUnseal
from tests.helpers.vaults import OpenVault

Q = QuestionId("N1")


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    who = people.add(vault.shared, "Priya Nair").value
    return conversations.begin(vault.shared, who).value


def back(vault: OpenVault, *drafts: Draft, later: bool = False) -> None:
    """Seal drafts and write them as an unlock does, or ``later`` when words may have been added."""
    vault.restore(vault.seal(drafts), keep_what_stands=later)


def paragraphs(vault: OpenVault, talk: ConversationId) -> Sequence[str]:
    return [p.text for p in summaries.paragraphs(vault.shared, talk)]


def contract(vault: OpenVault, talk: ConversationId) -> Contract:
    return contracts.draft(vault.shared, talk).value


def test_every_kind_of_words_comes_back(vault: OpenVault, talk: ConversationId) -> None:
    line = contracts.add_commitment(vault.shared, contract(vault, talk), Owner.MANAGER).value
    debrief = Debrief(talk, avoided=PrivateText("Pay."), talking=Talking.HALF)

    back(
        vault,
        Answer(talk, Q, PrivateText("Tired."), 3),
        debrief,
        UnsavedParagraph(talk, "Priya likes hard problems.", question=Q),
        UnsavedParagraph(talk, "And to rest.", ParagraphId(ids.fresh())),
        UnsavedTerms(talk, (("open_question", "A staff role?"), ("review_month", "2027-01-01"))),
        UnsavedTerms(
            talk, (("what", "Ask Ruth"), ("due", "2026-12-01"), ("owner", "person")), line
        ),
    )

    assert answers.note_to(vault.private, talk, Q) == Answer(talk, Q, PrivateText("Tired."), 3)
    assert debriefs.of_conversation(vault.private, talk) == debrief
    assert paragraphs(vault, talk) == ["Priya likes hard problems.", "And to rest."]
    found = contract(vault, talk)
    assert (found.open_question, found.review_month) == ("A staff role?", date(2027, 1, 1))
    (commitment,) = found.commitments
    assert (commitment.what, commitment.due) == ("Ask Ruth", date(2026, 12, 1))
    assert commitment.owner is Owner.PERSON


def test_what_was_taken_away_stays_away(vault: OpenVault, talk: ConversationId) -> None:
    written = summaries.write(vault.shared, talk, "One.", question=Q).value
    dated = replace(contract(vault, talk), next_conversation=date(2027, 2, 25))
    contracts.word(vault.shared, dated)

    back(vault, UnsavedParagraph(talk, "", written, Q))
    back(vault, UnsavedTerms(talk, (("next_conversation", None),)))

    assert paragraphs(vault, talk) == []
    assert contract(vault, talk).next_conversation is None


def test_a_sentence_alone_begins_no_contract(vault: OpenVault, talk: ConversationId) -> None:
    back(vault, UnsavedParagraph(talk, "Priya likes hard problems.", question=Q))

    assert contracts.of_conversation(vault.shared, talk) is None


def test_words_written_since_are_kept_beside_what_comes_back(
    vault: OpenVault, talk: ConversationId
) -> None:
    line = contracts.add_commitment(vault.shared, contract(vault, talk), Owner.MANAGER).value
    now = Answer(talk, Q, PrivateText("Slept badly."), 0)
    answers.write(vault.private, now)
    debriefs.write(vault.private, Debrief(talk, saw=PrivateText("Laughed.")))
    summaries.write(vault.shared, talk, "Written since.", question=Q)
    found = contract(vault, talk)
    since = replace(found.commitments[0], what="Written since", due=date(2026, 12, 1))
    contracts.word_commitment(vault.shared, found, since)

    back(
        vault,
        Answer(talk, Q, PrivateText("Tired."), 3),
        Debrief(talk, saw=PrivateText("Looked away.")),
        UnsavedParagraph(talk, "Before.", question=Q),
        UnsavedTerms(talk, (("what", "Before"), ("due", "2027-01-01")), line),
        UnsavedTerms(talk, (("review", "The rota"),)),
        later=True,
    )

    assert answers.note_to(vault.private, talk, Q).words == PrivateText("Slept badly.\nTired.")
    saw = debriefs.of_conversation(vault.private, talk).saw
    assert saw == PrivateText("Laughed.\nLooked away.")
    assert paragraphs(vault, talk) == ["Written since.\nBefore."]
    found = contract(vault, talk)
    assert found.commitments[0].what == "Written since\nBefore"
    assert found.commitments[0].due == date(2026, 12, 1)
    assert found.review == "The rota"


def test_words_of_two_locks_in_a_row_are_all_there(vault: OpenVault, talk: ConversationId) -> None:
    first = vault.seal([Answer(talk, Q, PrivateText("Tired."), 0)])
    second = vault.seal([Answer(talk, Q, PrivateText("And angry."), 0)], before=first)

    vault.restore(second)

    assert answers.note_to(vault.private, talk, Q).words == PrivateText("Tired.\nAnd angry.")


def test_drafts_that_cannot_be_read_keep_no_later_ones_from_being_sealed(
    vault: OpenVault, talk: ConversationId
) -> None:
    broken = bytes(80)
    sealed = vault.seal([Answer(talk, Q, PrivateText("Tired."), 0)], before=broken)

    vault.restore(sealed)

    assert answers.note_to(vault.private, talk, Q).words == PrivateText("Tired.")
    with pytest.raises(CannotUnseal):
        vault.restore(broken)


def test_words_for_a_version_that_was_agreed_meanwhile_begin_the_next(
    vault: OpenVault, talk: ConversationId
) -> None:
    written = summaries.write(vault.shared, talk, "One.").value
    because = replace(contract(vault, talk), nothing_agreed_because="no time")
    contracts.word(vault.shared, because)
    shares.note(vault.shared, talk, Way.PDF, b"the page")

    back(
        vault,
        UnsavedParagraph(talk, "One and a half.", written),
        UnsavedTerms(talk, (("review", "The rota"),)),
        UnsavedTerms(talk, (("what", "Ask Ruth"),), CommitmentId(ids.fresh())),
        later=True,
    )

    assert paragraphs(vault, talk) == ["One.\nOne and a half."]
    found = contract(vault, talk)
    assert (found.version, found.review, found.is_draft) == (2, "The rota", True)
    assert found.commitments[0].what == "Ask Ruth"


@given(st.text(), st.text())
def test_nothing_is_missing_from_two_texts_made_one(stands: str, unsaved: str) -> None:
    made = both(stands, unsaved)

    assert stands in made
    assert unsaved in made
