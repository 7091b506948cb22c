"""Each kind of conversation asks what it is for, and what was promised comes first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.conversations.conversation import Kind
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.questions import Stage
from desktop.services import contracts, conversations, people, question_bank, today
from desktop.services.packs import pack
from desktop.services.question_bank import built_in
from desktop.services.today import Standing
from tests.helpers.vaults import OpenVault
from tests.ui.pages.story import Story, day


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.fixture
def agreed(vault: OpenVault, priya: PersonId) -> PersonId:
    """Priya, with a contract from September."""
    Story(vault).agreed(
        priya,
        day("2026-09-10"),
        mine={"Introduce Priya to Marta": "2026-10-01"},
        theirs={"Write the runbook": "2026-10-10"},
    )
    return priya


def asked(vault: OpenVault, who: PersonId, kind: Kind) -> list[str]:
    return [step.question for step in conversations.planned(vault.shared, who, kind)]


@pytest.mark.parametrize("kind", Kind)
def test_a_pack_holds_only_questions_that_exist_each_once(kind: Kind) -> None:
    ids = [question for of_stage in pack(kind).questions.values() for question in of_stage]

    assert [question for question in ids if question not in built_in()] == []
    assert len(ids) == len(set(ids))
    assert pack(kind).minutes[0] < pack(kind).minutes[1]
    assert pack(kind).purpose
    assert pack(kind).source


def test_every_question_that_comes_with_onward_is_asked_in_some_kind(
    vault: OpenVault, priya: PersonId, agreed: PersonId
) -> None:
    ever = {"O2"}.union(*(asked(vault, agreed, kind) for kind in Kind))

    assert ever == {question.id for question in built_in().all()}


def test_the_half_year_conversation_has_nine_questions_each_time(
    vault: OpenVault, priya: PersonId
) -> None:
    first = asked(vault, priya, Kind.HALF_YEAR)
    Story(vault).agreed(priya, day("2026-09-10"), mine={"Ask Ruth": "2026-10-01"})
    later = asked(vault, priya, Kind.HALF_YEAR)

    assert len(first) == 9
    assert later[0] == "O4"
    assert len(later[1:]) == 9


@pytest.mark.parametrize("kind", Kind)
def test_what_was_promised_comes_first_from_the_second_conversation_on(
    vault: OpenVault, priya: PersonId, kind: Kind
) -> None:
    before = asked(vault, priya, kind)
    Story(vault).agreed(priya, day("2026-09-10"), mine={"Ask Ruth": "2026-10-01"})

    assert not {"O3", "O4"}.intersection(before)
    assert asked(vault, priya, kind)[:2] == ["O4", "O3"]


def test_without_a_contract_there_is_nothing_to_go_through(
    vault: OpenVault, priya: PersonId
) -> None:
    conversations.begin(vault.shared, priya)

    assert asked(vault, priya, Kind.FULL)[0] == "O3"


def test_a_retired_question_leaves_the_packs(vault: OpenVault, agreed: PersonId) -> None:
    question_bank.retire(vault.shared, QuestionId("D14"))

    assert "D14" not in asked(vault, agreed, Kind.HALF_YEAR)


def test_a_chosen_set_is_asked_in_playing_order_and_stays_with_its_conversation(
    vault: OpenVault, agreed: PersonId
) -> None:
    chosen = {QuestionId(q) for q in ("K10", "N1", "CI1", "O1", "D3")}

    talk = conversations.begin(vault.shared, agreed, Kind.FULL, chosen).value
    steps = conversations.path(vault.shared, talk).steps

    assert [step.question for step in steps] == ["O4", "O1", "N1", "CI1", "D3", "K10"]
    assert {step.stage for step in steps} == {Stage.NOW, Stage.DIRECTION, Stage.GAP}


def test_an_empty_set_is_refused(vault: OpenVault, agreed: PersonId) -> None:
    with pytest.raises(Refusal, match="at least one"):
        conversations.begin(vault.shared, agreed, Kind.FULL, set())


def test_what_is_gone_through_is_not_the_contract_of_the_same_conversation(
    vault: OpenVault, agreed: PersonId
) -> None:
    talk = conversations.begin(vault.shared, agreed, Kind.CONTRACT_REVIEW).value
    draft = contracts.draft(vault.shared, talk).value
    contracts.agree(vault.shared, replace(draft, review_month=date(2026, 12, 1)))

    gone_through = contracts.gone_through_at(vault.shared, talk)

    assert gone_through is not None
    assert gone_through.version == 1


def test_a_check_in_owes_no_summary_and_takes_no_conversations_place(
    vault: OpenVault, priya: PersonId
) -> None:
    talk = conversations.begin(vault.shared, priya, Kind.CHECK_IN).value
    conversations.close(vault.shared, talk)

    assert today.today(vault.shared).owed == ()
    assert today.standings(vault.shared)[priya] is Standing.NEVER_TALKED


def test_a_contract_review_owes_a_page_and_does_not_stretch_the_quarter(
    vault: OpenVault, agreed: PersonId
) -> None:
    contract = contracts.standing(vault.shared, agreed)
    assert contract is not None
    for commitment in contract.commitments:
        contracts.settle(vault.shared, commitment.id, done=True)
    vault.clock.at = day("2026-09-10") + timedelta(days=93)
    talk = conversations.begin(vault.shared, agreed, Kind.CONTRACT_REVIEW).value
    conversations.close(vault.shared, talk)

    assert [t.conversation.id for t in today.today(vault.shared).owed] == [talk]
    assert today.standings(vault.shared)[agreed] is Standing.LATE
