"""What the person changed in their copy comes back as the next draft, marked as theirs."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.corrections import Corrected, Correction
from desktop.domain.shared.passages import Passage, PassageCorrection
from desktop.domain.shared.shares import Way
from desktop.services import (
    contracts,
    conversations,
    corrections,
    letter_languages,
    lives,
    people,
    shares,
    summaries,
)
from desktop.services.private import bin as rubbish
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
    marked = corrections.theirs(vault.shared, now).commitments
    assert {c.what for c in now.commitments if c.id in marked} == {RUNBOOK, "Draw the failover"}
    assert copy_of(vault, talk).count("in Priya’s words") == 2


def test_a_line_the_manager_rewords_is_no_longer_theirs(
    vault: OpenVault, talk: ConversationId
) -> None:
    changed = copy_of(vault, talk).replace("30 November 2026", "14 December 2026")
    corrections.keep(vault.shared, talk, changed)
    (change,) = corrections.waiting(vault.shared, draft(vault, talk))
    corrections.take_in(vault.shared, draft(vault, talk), change)
    (mine,) = corrections.theirs(vault.shared, draft(vault, talk)).commitments

    line = next(c for c in draft(vault, talk).commitments if c.id == mine)
    contracts.word_commitment(vault.shared, draft(vault, talk), replace(line, what="The runbook"))

    assert corrections.theirs(vault.shared, draft(vault, talk)).commitments == frozenset()


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
    assert which in corrections.theirs(vault.shared, draft(vault, talk)).commitments


OUTAGES = "Most of your energy comes from the hours after an outage, when it is quiet again."
TEAM = "The new team takes more of your week than we both thought it would."


@pytest.fixture
def whole(vault: OpenVault, talk: ConversationId) -> ConversationId:
    """A page with all its parts, agreed in its second version."""
    now = contracts.revise(vault.shared, talk).value
    for text in (OUTAGES, TEAM):
        summaries.write(vault.shared, talk, text)
    contracts.word(
        vault.shared,
        replace(
            now,
            review="How the runbook is used",
            review_month=date(2027, 1, 1),
            open_question="Does it have to be this team?",
            next_conversation=date(2027, 2, 3),
        ),
    )
    shares.note(vault.shared, talk, Way.TEXT, b"page")
    return talk


CHANGES = {
    "Most of your energy": "Nearly all of your energy",
    "In January: how the runbook": "In March: how the runbook",
    "Does it have to be this team?": "Which team could it be?",
    "Next conversation: 3 February 2027": "Next conversation: 10 Feb 2027",
}


def returned(vault: OpenVault, talk: ConversationId) -> str:
    copy = copy_of(vault, talk)
    for before, after in CHANGES.items():
        assert before in copy
        copy = copy.replace(before, after)
    return copy


def take_all_in(vault: OpenVault, talk: ConversationId) -> None:
    while waiting := corrections.waiting(vault.shared, draft(vault, talk)):
        corrections.take_in(vault.shared, draft(vault, talk), waiting[0])


def words(vault: OpenVault, talk: ConversationId) -> list[str]:
    return [" ".join(p.text.split()) for p in summaries.paragraphs(vault.shared, talk)]


def test_sentences_review_question_and_next_day_come_back_too(
    vault: OpenVault, whole: ConversationId
) -> None:
    corrections.keep(vault.shared, whole, returned(vault, whole))
    assert words(vault, whole) == [OUTAGES, TEAM]
    take_all_in(vault, whole)

    assert words(vault, whole) == [OUTAGES.replace("Most", "Nearly all"), TEAM]
    now = draft(vault, whole)
    assert (now.review, now.review_month) == ("How the runbook is used", date(2027, 3, 1))
    assert now.open_question == "Which team could it be?"
    assert now.next_conversation == date(2027, 2, 10)
    marks = corrections.theirs(vault.shared, now)
    assert (len(marks.paragraphs), marks.passages) == (
        1,
        frozenset({Passage.REVIEW, Passage.QUESTION}),
    )
    assert copy_of(vault, whole).count("in Priya’s words") == 3


def test_the_marks_stay_when_the_version_is_agreed_and_its_own_copy_changes_nothing(
    vault: OpenVault, whole: ConversationId
) -> None:
    corrections.keep(vault.shared, whole, returned(vault, whole))
    take_all_in(vault, whole)
    shares.note(vault.shared, whole, Way.TEXT, b"page")
    copy = copy_of(vault, whole)
    assert copy.count("in Priya’s words") == 3

    begun = corrections.keep(vault.shared, whole, copy).value
    assert corrections.waiting(vault.shared, begun) == ()


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_copy_in_another_language_is_read_as_well(
    vault: OpenVault, whole: ConversationId, language: str
) -> None:
    who = draft(vault, whole).person
    letter_languages.choose(vault.shared, who, language)
    copy = copy_of(vault, whole)
    begun = corrections.keep(vault.shared, whole, copy).value
    assert corrections.waiting(vault.shared, begun) == ()

    corrections.keep(vault.shared, whole, copy.replace("Does it have to be", "Must it be"))
    (change,) = corrections.waiting(vault.shared, begun)
    assert isinstance(change, PassageCorrection)
    assert change.text == "Must it be this team?"


def test_what_they_took_out_and_what_they_added_waits_like_the_rest(
    vault: OpenVault, whole: ConversationId
) -> None:
    copy = copy_of(vault, whole).replace("What we talked about", "WHAT we talked about  ")
    start, end = copy.index("Most of"), copy.index("The new team")
    corrections.keep(vault.shared, whole, copy[:start] + "I asked for a mentor.\n\n" + copy[end:])
    take_all_in(vault, whole)
    assert words(vault, whole) == [TEAM, "I asked for a mentor."]


def test_a_part_of_the_page_says_nothing_about_the_rest(
    vault: OpenVault, whole: ConversationId
) -> None:
    copy = copy_of(vault, whole)
    begin, end = copy.index("Priya will"), copy.index("Sam will")
    corrections.keep(vault.shared, whole, copy[begin:end].replace("one incident", "two incidents"))
    (change,) = corrections.waiting(vault.shared, draft(vault, whole))
    assert change.kind is Corrected.REWORDED


def test_a_text_without_any_heading_is_named_and_begins_no_draft(
    vault: OpenVault, whole: ConversationId
) -> None:
    with pytest.raises(Refusal, match="No heading of the page"):
        corrections.keep(vault.shared, whole, "Fine by me, only the date is too early.")
    assert not draft(vault, whole).is_draft


def test_a_dropped_draft_leaves_the_summary_as_it_was_agreed(
    vault: OpenVault, whole: ConversationId
) -> None:
    corrections.keep(vault.shared, whole, returned(vault, whole))
    take_all_in(vault, whole)
    changed = words(vault, whole)

    dropped = rubbish.drop_draft(vault.private, whole).value
    assert words(vault, whole) == [OUTAGES, TEAM]
    rubbish.bring_back(vault.private, dropped)
    assert words(vault, whole) == changed


def test_a_table_that_became_text_is_read_row_by_row(
    vault: OpenVault, whole: ConversationId
) -> None:
    as_text = f"""Priya Nair and Sam Patel
Career conversation
What we talked about
{OUTAGES}
{TEAM}
Priya will
{RUNBOOK}\t30 November 2026
Pair on two incidents
4 December 2026
Sam will
Introduce Priya to Marta\t2026-11-27
We will look at
In January: how the runbook is used
The question we are sitting with
Does it have to be this team?
"""
    manager = vault.shared.about.manager_name()
    as_text = as_text.replace("Sam Patel", manager).replace("Sam", manager.split()[0])
    corrections.keep(vault.shared, whole, as_text)
    (change,) = corrections.waiting(vault.shared, draft(vault, whole))
    assert isinstance(change, Correction)
    assert (change.line.what, change.line.due) == ("Pair on two incidents", date(2026, 12, 4))
