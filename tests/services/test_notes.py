"""Private notes about a person: written, found again, put away and brought back."""

from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.ids import NoteId, PersonId
from desktop.domain.private.notes import Note
from desktop.domain.private.words import PrivateText
from desktop.services import people
from desktop.services.private import access, bin, notes
from desktop.storage.database import Database
from tests.helpers.vaults import KEY, OpenVault


@pytest.fixture
def priya(vault: OpenVault) -> PersonId:
    return people.add(vault.shared, "Priya Nair").value


def words(*found: Note) -> list[str]:
    return [note.words.reveal() for note in found]


def written(vault: OpenVault, who: PersonId, text: str) -> NoteId:
    return notes.write(vault.private, who, PrivateText(text)).value


def found(vault: OpenVault, typed: str, who: PersonId | None = None) -> list[str]:
    passages = notes.find(vault.private, PrivateText(typed), who)
    return [passage.note.words.reveal() for passage in passages]


def test_a_pinned_note_stays_above_the_latest(vault: OpenVault, priya: PersonId) -> None:
    first = written(vault, priya, "Do not raise the lead role before she does.")
    written(vault, priya, "Tired today.")
    notes.pin(vault.private, first, pinned=True)
    old = written(vault, priya, "From the old book")
    notes.date_it(vault.private, old, date(2024, 2, 29))

    told = notes.of_person(vault.private, priya, 10)

    assert words(*told) == [
        "Do not raise the lead role before she does.",
        "Tired today.",
        "From the old book",
    ]


def test_nothing_is_no_note(vault: OpenVault, priya: PersonId) -> None:
    with pytest.raises(Refusal):
        written(vault, priya, "  \n ")


@pytest.mark.parametrize(
    "typed",
    [
        *("reli", "RELIEVED", "cafe", "café", '"lead opening"', "quiet lead", "on-call", "growth"),
        *("*", '"', "NOT", "a OR", "words:quiet", "(", 'quiet "'),
    ],
)
def test_words_are_found_by_their_beginning_and_nothing_typed_is_an_error(
    vault: OpenVault, priya: PersonId, typed: str
) -> None:
    note = "Went quiet at the café when I mentioned the lead opening; relieved. On-call again."
    which = written(vault, priya, note)
    notes.tag(vault.private, which, PrivateText("#Growth, money , growth,"))
    written(vault, priya, "Something else")

    expected = [] if typed in ("*", '"', "NOT", "a OR", "words:quiet", "(") else [note]

    assert found(vault, typed) == expected


def test_a_phrase_stands_in_this_order_and_accents_do_not_matter(
    vault: OpenVault, priya: PersonId
) -> None:
    note = "Zoë möchte führen"
    written(vault, priya, note)

    assert found(vault, '"zoe mochte"') == [note]
    assert found(vault, '"mochte zoe"') == []


@pytest.mark.parametrize("typed", ["会议", "ประชุม", "会議"])
def test_scripts_without_spaces_are_found_within_a_line(
    vault: OpenVault, priya: PersonId, typed: str
) -> None:
    written(vault, priya, f"我觉得太多{typed}了")

    passages = notes.find(vault.private, PrivateText(typed))

    assert [part.reveal() for part in passages[0].parts] == ["我觉得太多", typed, "了"]


def test_a_passage_marks_what_was_looked_for(vault: OpenVault, priya: PersonId) -> None:
    written(vault, priya, "She was relieved.")

    passage = notes.find(vault.private, PrivateText("reliev"))[0]

    assert [part.reveal() for part in passage.parts] == ["She was ", "relieved", "."]


def test_only_notes_about_the_one_person_are_found_when_asked(
    vault: OpenVault, priya: PersonId
) -> None:
    tomas = people.add(vault.shared, "Tomás Ortega").value
    written(vault, priya, "Calm week")
    written(vault, tomas, "Calm at last")

    assert found(vault, "calm", tomas) == ["Calm at last"]
    assert found(vault, "calm") == ["Calm at last", "Calm week"]


def test_what_was_reworded_is_found_by_its_new_words_only(
    vault: OpenVault, priya: PersonId
) -> None:
    which = written(vault, priya, "Aardvark")
    notes.reword(vault.private, which, PrivateText("Badger"))

    assert found(vault, "aardvark") == []
    assert found(vault, "badger") == ["Badger"]


def test_a_note_in_the_bin_is_not_found_and_comes_back_as_it_was(
    vault: OpenVault, priya: PersonId
) -> None:
    which = written(vault, priya, "# A heading\nAardvark")
    notes.tag(vault.private, which, PrivateText("zoo"))
    before = notes.note(vault.private, which)

    bin.delete_note(vault.private, which)
    assert found(vault, "aardvark") == []
    assert bin.in_bin(vault.private)[0].title == PrivateText("A heading")

    bin.bring_back(vault.private, which)
    assert notes.note(vault.private, which) == before
    assert found(vault, "zoo") == ["# A heading\nAardvark"]


def test_with_the_person_their_notes_go_and_come_back(vault: OpenVault, priya: PersonId) -> None:
    written(vault, priya, "Aardvark")

    bin.delete_person(vault.private, priya)
    assert found(vault, "aardvark") == []

    bin.bring_back(vault.private, priya)
    assert found(vault, "aardvark", priya) == ["Aardvark"]


def test_erased_words_are_nowhere_in_the_file_nor_in_its_index(
    vault: OpenVault, priya: PersonId
) -> None:
    for number in range(300):
        written(vault, priya, f"Aardvarkzoo{number} among other words")
    bin.delete_person(vault.private, priya)

    bin.erase(vault.private, bin.in_bin(vault.private)[0])

    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    try:
        blobs = database.rows("SELECT block FROM private_note_index_data")
        assert not [blob for (blob,) in blobs if b"aardvarkzoo" in blob]
        assert database.rows("SELECT 1 FROM private_note") == []
    finally:
        database.close()


def test_everything_about_one_person_holds_their_notes(vault: OpenVault, priya: PersonId) -> None:
    which = written(vault, priya, "Aardvark")
    notes.tag(vault.private, which, PrivateText("zoo"))

    told = access.about(vault.private, priya).reveal()

    assert "Aardvark" in told
    assert "zoo" in told
