"""Every paper speaks the language of the person's letters, and nothing in it stays English."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.ids import PersonId
from desktop.domain.shared.agreement import Clause
from desktop.domain.shared.letter import ENGLISH, LANGUAGES
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.shares import Document, Outgoing
from desktop.files import resources
from desktop.services import (
    agreements,
    authority,
    letter_languages,
    papers,
    people,
    plans,
    sending,
    wording,
)
from desktop.services.plans import Booking
from desktop.services.starting_points import starting_points
from tests.helpers.vaults import OpenVault

OTHERS = tuple(tag for tag in LANGUAGES if tag != ENGLISH)
FOLDERS = (
    "before",
    "starting_points",
    "paper",
    "paper/papers",
    "paper/messages",
    "paper/calendar",
    "paper/sheet",
)
THE_MANAGERS = {"title", "days", "asks", "asks_more"}
"""What asks the manager for the details of a starting point: it stays out of the letter."""


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("document", [Document.AGREEMENT, Document.NOTES])
def test_a_paper_has_no_sentence_of_the_english_one(
    vault: OpenVault, priya: PersonId, language: str, document: Document
) -> None:
    out = Outgoing(document, priya)
    english = papers.paper(vault.shared, out)
    letter_languages.choose(vault.shared, priya, language)
    paper = papers.paper(vault.shared, out)
    assert paper.language == language
    assert not sentences(english.words()) & sentences(paper.words())
    assert len(sentences(paper.words())) >= len(paper.blocks)


def sentences(words: str) -> set[str]:
    """Return the lines and sentences of more than one word, those with only names left out."""
    parts = (part.strip() for part in re.split(r"\n|(?<=[.?!:]) ", words))
    return {part for part in parts if " " in part and "Priya Nair" not in part}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_word_of_ours_that_leaves_has_one_in_each_language(
    folder: str, language: str
) -> None:
    english, own = (told(resources() / folder / f"{tag}.toml") for tag in ("en", language))
    left_out = {place for place in english if place[-1] in THE_MANAGERS}
    optional = {place for place in english if place[-1] == "small_after_colon"}
    assert set(own) - optional >= set(english) - left_out - optional
    for place, text in own.items():
        words = re.findall(r"[a-z]{3,}", re.sub(r"\{\w+\}|\.(ics|pdf)", "", text))
        assert len(words) < 2 or text != english.get(place), place


def told(file: Path) -> dict[tuple[str, ...], str]:
    """Return every text of a file by its place, lists counted."""
    return dict(_told((), tomllib.loads(file.read_text(encoding="utf-8"))))


def _told(place: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _told((*place, key), inner)
    elif isinstance(value, list) and place[-1] != "small_after_colon":
        for number, inner in enumerate(value):
            yield from _told((*place, str(number)), inner)
    elif isinstance(value, str):
        yield place, value


@pytest.mark.parametrize("language", OTHERS)
def test_a_draft_that_nobody_has_reworded_follows_the_letters_and_what_was_said_stays(
    vault: OpenVault, priya: PersonId, language: str
) -> None:
    agreements.word(vault.shared, priya, Clause.LOGISTICS, "Fridays, walking.")
    letter_languages.choose(vault.shared, priya, language)
    draft = agreements.draft(vault.shared, priya)
    assert draft.text(Clause.LOGISTICS) == "Fridays, walking."
    assert draft.text(Clause.ROLES) == wording.clause(Clause.ROLES, language).text


@pytest.mark.parametrize("language", OTHERS)
def test_what_both_agreed_on_stays_as_it_was_said(
    vault: OpenVault, priya: PersonId, language: str
) -> None:
    agreements.agree(vault.shared, priya, vault.shared.today())
    letter_languages.choose(vault.shared, priya, language)
    agreed = agreements.standing(vault.shared, priya)
    assert agreed is not None
    assert (
        agreed.text(Clause.ROLES)
        in papers.paper(vault.shared, Outgoing(Document.AGREEMENT, priya)).words()
    )


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", MessageKind)
def test_an_e_mail_before_a_talk_has_its_subject_and_language_from_the_letters(
    vault: OpenVault, priya: PersonId, language: str, kind: MessageKind
) -> None:
    person = people.person(vault.shared, priya)
    people.describe(vault.shared, replace(person, email="priya@example.org"))
    talk = plans.book(vault.shared, priya, Booking(date(2026, 11, 26), "10:00", "60")).value
    english = sending.planned_draft(vault.shared, talk, kind, "…").content
    letter_languages.choose(vault.shared, priya, language)
    own = sending.planned_draft(vault.shared, talk, kind, "…").content
    assert f'lang=3D"{language}"'.encode() in own
    subject = re.compile(rb"^Subject: .*$", re.MULTILINE)
    assert subject.findall(english) != subject.findall(own)


@pytest.mark.parametrize("language", OTHERS)
def test_the_starting_points_promise_nothing_beyond_ones_authority_in_any_language(
    vault: OpenVault, priya: PersonId, language: str
) -> None:
    letter_languages.choose(vault.shared, priya, language)
    plain = {point.key: point.sentence for point in starting_points()}
    for point in starting_points(language):
        assert point.sentence != plain[point.key]
        said = point.sentence.format(name="Priya", detail="Marta")
        assert authority.beyond(vault.shared, priya, said) is None
