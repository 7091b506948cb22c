"""The bank is the manager's to change, and nothing that came with it is ever lost."""

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import QuestionId
from desktop.domain.questions import Stage, Trust
from desktop.services import conversations, people, question_bank
from tests.helpers.vaults import OpenVault, open_vault

N3 = QuestionId("N3")


def reword(vault: OpenVault, question: QuestionId, ask: str) -> None:
    now = question_bank.bank(vault.shared)[question]
    question_bank.reword(vault.shared, question, ask=ask, why=now.why, listen_for=now.listen_for)


def asked_next(vault: OpenVault) -> list[str]:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    return [step.question for step in conversations.path(vault.shared, talk).steps]


def test_a_reworded_question_keeps_its_original(vault: OpenVault) -> None:
    came = question_bank.built_in()[N3]

    reword(vault, N3, "What do you put off?")

    assert question_bank.bank(vault.shared)[N3].ask == "What do you put off?"
    assert question_bank.bank(vault.shared)[N3].why == came.why
    assert question_bank.original(N3) == came


def test_the_original_words_come_back_and_what_else_was_changed_stays(vault: OpenVault) -> None:
    reword(vault, N3, "What do you put off?")
    question_bank.set_trust(vault.shared, N3, Trust.WARM)

    question_bank.restore(vault.shared, N3)

    now = question_bank.bank(vault.shared)[N3]
    assert now.ask == question_bank.built_in()[N3].ask
    assert now.trust is Trust.WARM


def test_what_was_changed_is_there_after_the_vault_was_locked(vault: OpenVault) -> None:
    reword(vault, N3, "What do you put off?")
    question_bank.add_own(vault.shared, Stage.GAP, "Who could open a door for you?")
    question_bank.retire(vault.shared, QuestionId("N9"))
    vault.close()

    again = open_vault(vault.folder, vault.clock)
    known = question_bank.bank(again.shared)

    assert known[N3].ask == "What do you put off?"
    assert "Who could open a door for you?" in [q.ask for q in known.of(Stage.GAP)]
    assert known.retired == {"N9"}
    again.close()


@pytest.mark.parametrize("words", ["", "  \n "])
def test_a_question_without_words_is_refused(vault: OpenVault, words: str) -> None:
    with pytest.raises(Refusal, match="needs words"):
        reword(vault, N3, words)
    with pytest.raises(Refusal, match="needs words"):
        question_bank.add_own(vault.shared, Stage.NOW, words)


def test_a_retired_question_is_not_asked_next_and_can_come_back(vault: OpenVault) -> None:
    question_bank.retire(vault.shared, N3)
    without = asked_next(vault)
    question_bank.retire(vault.shared, N3, away=False)

    assert "N3" not in without
    assert "N3" in asked_next(vault)


def test_ones_own_question_is_asked_at_its_stage_before_the_one_that_leads_on(
    vault: OpenVault,
) -> None:
    mine = question_bank.add_own(vault.shared, Stage.GAP, "Who could open a door for you?").value

    assert asked_next(vault)[-2:] == [mine, "K10"]


def test_ones_own_question_is_called_by_its_first_words(vault: OpenVault) -> None:
    long = "Which of the people you know here could open a door for you, and to what?"
    mine = question_bank.add_own(vault.shared, Stage.GAP, long).value
    known = question_bank.bank(vault.shared)

    assert known[mine].short == "Which of the people you know…"

    reword(vault, mine, "Who opens doors?")

    assert question_bank.bank(vault.shared)[mine].short == "Who opens doors"


@pytest.mark.parametrize("typed", ["energie", "ÉNERGIE", "de  l'énergie", "e\u0301nergie"])
def test_search_looks_past_accents_case_and_curly_quotes(vault: OpenVault, typed: str) -> None:
    mine = question_bank.add_own(
        vault.shared, Stage.NOW, "Qu’est-ce qui te donne de l’énergie ?"
    ).value

    assert [q.id for q in question_bank.found(vault.shared, typed)] == [mine]


def test_search_finds_by_name_by_words_and_by_reason(vault: OpenVault) -> None:
    def found(typed: str) -> list[str]:
        return [q.id for q in question_bank.found(vault.shared, typed)]

    assert "N2" in found("énergy")
    assert found("lottery") == ["D14"]
    assert found("sigh at") == ["N3"]
    assert found("steady drain") == ["N3"]
    assert found("no such words") == []


def test_search_finds_a_reworded_question_by_the_words_it_came_with(vault: OpenVault) -> None:
    reword(vault, N3, "What do you put off?")

    assert [q.id for q in question_bank.found(vault.shared, "sigh at")] == ["N3"]
    assert "N3" in [q.id for q in question_bank.found(vault.shared, "put off")]
