from datetime import date

import pytest

from desktop.export.messages import Purpose, file_names, message
from desktop.files import resources

THURSDAY = date(2026, 11, 26)
LANGUAGES = sorted(file.stem for file in (resources() / "paper" / "messages").glob("*.toml"))


TALKS = (Purpose.INVITATION, Purpose.REFLECTION, Purpose.SUMMARY, Purpose.CHANGED_GOALS)
COVERS = tuple(purpose for purpose in Purpose if purpose not in {*TALKS, Purpose.DRAFT})


@pytest.mark.parametrize("purpose", COVERS)
def test_a_cover_note_is_signed_and_names_no_day(purpose: Purpose) -> None:
    words = message(purpose, "Priya Nair", "Sam Okafor")
    # A hand-over goes to somebody whose name may not be known yet.
    assert words.body.startswith(("Hello Priya,\n\n", "Hello,\n\n"))
    assert words.body.endswith("\n\nSam")
    assert not set("{}!") & set(words.subject + words.body)
    assert words == message(purpose, "Priya Nair", "Sam Okafor", THURSDAY)


@pytest.mark.parametrize("purpose", TALKS)
@pytest.mark.parametrize("day", [THURSDAY, None])
def test_a_message_greets_the_person_and_is_signed(purpose: Purpose, day: date | None) -> None:
    words = message(purpose, "Priya Nair", "Sam Okafor", day)
    assert words.body.startswith("Hello Priya,\n\n")
    assert words.body.endswith("\n\nSam")
    assert words.subject == words.subject.strip() != ""
    assert not set("{}!") & set(words.subject + words.body)
    assert ("Thursday 26 November" in words.subject + words.body) is (day is not None)


def test_the_invitation_says_what_it_is_not() -> None:
    body = message(Purpose.INVITATION, "Priya Nair", "Sam Okafor", THURSDAY).body
    assert "a proper hour" in body
    assert "not a 1:1 and it is not a review" in body


def test_the_reflection_prompt_asks_four_things_and_wants_nothing_back() -> None:
    body = message(Purpose.REFLECTION, "Priya Nair", "Sam Okafor").body
    assert body.count("\n– ") == 4
    assert "three to five years" in body
    assert "nothing to send back" in body


@pytest.mark.parametrize("purpose", Purpose)
def test_a_subject_names_nobody(purpose: Purpose) -> None:
    words = message(purpose, "Priya Nair", "Sam Okafor", THURSDAY)
    assert not {"Priya", "Nair", "Sam", "Okafor"} & set(words.subject.split())


def test_braces_in_a_name_are_only_braces() -> None:
    assert message(Purpose.SUMMARY, "{manager}", "Sam").body.startswith("Hello {manager},")


@pytest.mark.parametrize("language", ["en-GB", "xx", "", "../paper/en"])
def test_a_language_without_words_of_its_own_gets_english_ones(language: str) -> None:
    words = message(Purpose.SUMMARY, "Priya", "Sam", THURSDAY, language)
    assert words.subject == "Our conversation on Thursday 26 November"


def test_attachments_are_named_in_ascii_after_the_day_alone() -> None:
    assert file_names(THURSDAY) == ("Summary 2026-11-26.pdf", "Dates 2026-11-26.ics")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_message_and_plain_file_names(language: str) -> None:
    for purpose in Purpose:
        for day in (THURSDAY, None):
            assert message(purpose, "Priya", "Sam", day, language).body
    assert all(name.isascii() for name in file_names(THURSDAY, language))
