"""The promise check, measured on what managers write (V4); the lists are in tests/promises."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.shared.authority import beyond_authority
from desktop.services import authority, people
from tests.helpers.vaults import OpenVault

LISTS = sorted((Path(__file__).parents[1] / "promises").glob("*.toml"))
RECALL = 0.95


def phrases(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def is_asked_about(words: str, person: str = "Priya Nair") -> bool:
    return beyond_authority(words, person, authority.languages()) is not None


def test_every_language_of_the_windows_has_a_list_of_150_phrases_half_of_them_innocent() -> None:
    assert {file.stem for file in LISTS} == {"en", "de", "fr", "es"}
    for file in LISTS:
        told = phrases(file)
        assert len(set(told["beyond"])) + len(set(told["innocent"])) >= 150
        assert len(told["innocent"]) >= 75


@pytest.mark.parametrize("file", LISTS, ids=lambda file: str(file.stem))
def test_no_everyday_sentence_is_asked_about_by_the_rules_of_any_language(file: Path) -> None:
    told = phrases(file)
    assert not [words for words in told["innocent"] if is_asked_about(words, told["person"])]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: str(file.stem))
def test_a_promise_that_others_decide_is_asked_about(file: Path) -> None:
    told = phrases(file)
    found = [words for words in told["beyond"] if is_asked_about(words, told["person"])]
    assert len(found) >= RECALL * len(told["beyond"])


@pytest.mark.parametrize("file", LISTS, ids=lambda file: str(file.stem))
def test_what_is_suggested_raises_no_question_itself(file: Path) -> None:
    told = phrases(file)
    for words in told["beyond"]:
        found = beyond_authority(words, told["person"], authority.languages())
        assert found is None or not is_asked_about(found.instead, told["person"])


def test_the_suggestion_names_the_person(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    found = authority.beyond(vault.shared, who, "Get Priya promoted to staff")
    assert found is not None
    assert found.instead == "Make the case for Priya’s promotion, and pass on the answer"


@given(st.text(), st.text().filter(str.strip))
def test_any_words_and_any_name_can_be_read(words: str, person: str) -> None:
    assert is_asked_about(words, person) in (True, False)
