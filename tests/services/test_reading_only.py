"""A vault that is damaged, may not be written or is too new is open for reading only, or says why.

Whatever the damage, every word that is shown is a word that was written.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.domain.errors import Damaged, Trouble
from desktop.domain.ids import QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import people, restoring
from desktop.services.private import answers
from desktop.services.reading import Why
from desktop.storage import opening
from desktop.storage.database import Database
from desktop.vault import folder as vault_folder
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE, can_be_kept_from_writing, flip, only_to_read, pages
from tests.helpers.vaults import KEY, OpenVault, open_vault
from tests.soak import damage
from tests.soak.damage import NAMES, Written


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A vault with three people, long notes about each, and one backup."""
    return Written.into(tmp_path_factory.mktemp("written"))


@pytest.fixture
def vault(written: Written, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return written.copy_to(tmp_path / "vault")


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that every user can look into; the ones of other tests are this user's own."""
    with tempfile.TemporaryDirectory() as room:
        Path(room).chmod(0o755)
        yield Path(room)


def notes(vault: Path) -> Path:
    """Return the file of the notes."""
    return vault / vault_folder.NOTES


def read_every_note(session: OpenVault) -> None:
    """Ask for all notes of everybody."""
    for person in people.everybody(session.shared):
        for talk in session.shared.conversations.of(person.id):
            answers.notes_of(session.private, talk.id)


def damage_a_long_note(vault: Path) -> str:
    """Damage the last page of the longest note; return the note as it was written."""
    session = open_vault(vault, Clock())
    longest = max(
        (
            (len(note.words.reveal()), talk.id, note.question)
            for person in people.everybody(session.shared)
            for talk in session.shared.conversations.of(person.id)
            for note in answers.notes_of(session.private, talk.id)
        ),
    )
    words = answers.note_to(session.private, longest[1], longest[2]).words.reveal()
    session.close()
    whole = notes(vault).read_bytes()
    for page in range(pages(notes(vault)) - 1, 1, -1):
        flip(notes(vault), page * PAGE + 100)
        if _is_the_end_of(vault, longest[1], longest[2]):
            return words
        notes(vault).write_bytes(whole)
    raise AssertionError("No page is the last one of that note.")


def _is_the_end_of(vault: Path, talk: str, question: QuestionId) -> bool:
    """Say whether the library gives this note with zeros at its end, and says nothing."""
    connection = opening.working(notes(vault), bytearray(KEY))
    try:
        row = connection.execute(
            "SELECT words FROM private_answer WHERE conversation = ? AND question = ?",
            (talk, question),
        ).fetchone()
    except Exception:  # noqa: BLE001 - any other page of it: the library says so itself
        return False
    finally:
        connection.close()
    return row is not None and row[0].endswith("\0")


def test_a_note_whose_last_page_is_damaged_is_never_shown_with_zeros_at_its_end(
    vault: Path,
) -> None:
    words = damage_a_long_note(vault)
    session = open_vault(vault, Clock())
    with pytest.raises(Damaged):
        read_every_note(session)
    session.close()
    vault_folder.mark_damaged(vault)

    session = open_vault(vault, Clock())

    assert session.reading is not None
    (loss,) = session.reading.lost
    assert (loss.kind, loss.number) == ("your own notes", 1)
    assert loss.person in NAMES
    assert loss.person == words.partition(",")[0]
    assert loss.talk is not None
    session.close()


def test_a_sample_of_flipped_bits_and_cuts_is_always_noticed_and_never_shown_as_truth(
    written: Written, tmp_path: Path
) -> None:
    tally = damage.soak(written, flips=3, cuts=3, seed=7, place=tmp_path / "damaged")

    assert not tally.wrong
    assert sum(tally.seen.values()) == 4 * 6


def test_the_look_for_silent_damage_would_see_a_note_that_nobody_wrote(
    written: Written, vault: Path
) -> None:
    session = open_vault(vault, Clock())
    talk = session.shared.conversations.of(people.everybody(session.shared)[0].id)[0]
    note = answers.notes_of(session.private, talk.id)[0]
    wrong = Answer(talk.id, note.question, PrivateText("something else"), 0)
    answers.write(session.private, wrong)
    session.close()

    with pytest.raises(damage.Wrong):
        damage.of_notes(written, vault)


def test_a_file_without_its_end_shows_what_stands_before_it(vault: Path) -> None:
    whole = notes(vault).read_bytes()
    notes(vault).write_bytes(whole[: (len(whole) // PAGE - 3) * PAGE])

    session = open_vault(vault, Clock())

    assert session.reading is not None
    assert session.reading.why is Why.DAMAGED
    assert {person.name for person in people.everybody(session.shared)} == set(NAMES)
    assert session.reading.lost
    session.close()


def test_nothing_is_written_into_a_damaged_vault_and_its_file_stays_as_it_is(vault: Path) -> None:
    flip(notes(vault), 60 * PAGE + 9)
    vault_folder.mark_damaged(vault)
    damaged = notes(vault).read_bytes()
    session = open_vault(vault, Clock())

    with pytest.raises(Trouble, match="open for reading only"):
        people.add(session.shared, "Amara Bello")
    with pytest.raises(Trouble, match="open for reading only"):
        session.keys.remove("whichever")
    session.close()

    assert notes(vault).read_bytes() == damaged


def test_a_vault_that_is_whole_again_opens_as_ever(written: Written, vault: Path) -> None:
    vault_folder.mark_damaged(vault)

    session = open_vault(vault, Clock())

    assert session.reading is None
    people.add(session.shared, "Amara Bello")
    session.close()
    assert not vault_folder.is_marked_damaged(vault)


def test_where_nothing_can_be_read_the_newest_whole_backup_is_named(vault: Path) -> None:
    flip(notes(vault), 100)

    with pytest.raises(Trouble) as refused:
        open_vault(vault, Clock())

    assert "3 people and 6 conversations" in str(refused.value)
    assert "Restore a backup" in refused.value.what_to_do


def test_the_newest_good_backup_is_the_newest_that_is_whole(vault: Path, clock: Clock) -> None:
    clock.forward(days=900)
    session = open_vault(vault, clock)
    people.add(session.shared, "Amara Bello")
    newest = session.backups.make()
    flip(newest, newest.stat().st_size // 2)

    good = session.backups.newest_good()

    assert good is not None
    assert good.inside.people == len(NAMES)
    session.close()


def test_what_can_be_read_can_take_the_place_of_the_damaged_vault(vault: Path) -> None:
    damage_a_long_note(vault)
    vault_folder.mark_damaged(vault)
    session = open_vault(vault, Clock())
    file = session.backups.take_of_what_is_read().finish()
    session.close()

    done = restoring.restore(file, bytearray(KEY), vault)

    assert done.kept is not None
    session = open_vault(vault, Clock())
    assert session.reading is None
    assert {person.name for person in people.everybody(session.shared)} == set(NAMES)
    session.close()
    assert vault_folder.is_marked_damaged(done.kept)


@can_be_kept_from_writing
@pytest.mark.parametrize("but_the_folder", [False, True])
def test_what_may_not_be_written_is_read_and_never_called_empty(
    written: Written, room: Path, but_the_folder: bool
) -> None:
    vault = written.copy_to(room / "vault")
    with only_to_read(vault, but_the_folder=but_the_folder):
        session = open_vault(vault, Clock())
        assert session.reading is not None
        assert session.reading.why is Why.NOT_WRITABLE
        assert {person.name for person in people.everybody(session.shared)} == written.names
        with pytest.raises(Trouble, match="open for reading only"):
            people.add(session.shared, "Amara Bello")
        session.close()


def a_newer(vault: Path, *changes: str) -> None:
    """Let a newer Onward have written in a vault."""
    database = Database(notes(vault), bytearray(KEY))
    with database.transaction():
        for sql in (*changes, "PRAGMA user_version = 900"):
            database.write(sql)
    database.close()


def test_a_newer_vault_that_has_all_we_know_is_read_and_not_touched(
    written: Written, vault: Path
) -> None:
    a_newer(
        vault,
        "CREATE TABLE something_new (id TEXT PRIMARY KEY) STRICT",
        "ALTER TABLE person ADD COLUMN shoe_size INTEGER",
    )
    before = notes(vault).read_bytes()

    session = open_vault(vault, Clock())

    assert session.reading is not None
    assert session.reading.why is Why.NEWER
    assert {person.name for person in people.everybody(session.shared)} == written.names
    session.close()
    assert notes(vault).read_bytes() == before


def test_a_newer_vault_that_says_things_otherwise_is_refused_politely(vault: Path) -> None:
    a_newer(vault, "ALTER TABLE person RENAME COLUMN team TO group_name")

    with pytest.raises(Trouble, match="newer"):
        open_vault(vault, Clock())


def test_what_a_crash_left_half_done_travels_with_the_vault(
    written: Written, vault: Path, tmp_path: Path
) -> None:
    session = open_vault(vault, Clock())
    elsewhere = tmp_path / "elsewhere"
    _stop_in_the_middle_of_writing(session, vault, elsewhere)

    moved = open_vault(elsewhere, Clock())

    assert moved.reading is None
    assert {person.name for person in people.everybody(moved.shared)} == written.names
    moved.close()


@can_be_kept_from_writing
def test_what_a_crash_left_half_done_is_read_where_nothing_may_be_written(
    written: Written, vault: Path, room: Path
) -> None:
    session = open_vault(vault, Clock())
    elsewhere = room / "elsewhere"
    _stop_in_the_middle_of_writing(session, vault, elsewhere)

    with only_to_read(elsewhere):
        moved = open_vault(elsewhere, Clock())
        assert moved.reading is not None
        assert moved.reading.why is Why.NOT_WRITABLE
        assert {person.name for person in people.everybody(moved.shared)} == written.names
        moved.close()


def _stop_in_the_middle_of_writing(session: OpenVault, vault: Path, elsewhere: Path) -> None:
    """Copy a vault while a change is half written into its file, as a crash would leave it."""
    with suppress(InterruptedError), session.shared.transaction():
        _write_much(session)
        shutil.copytree(vault, elsewhere)
        raise InterruptedError
    session.close()
    assert (elsewhere / vault_folder.JOURNAL).stat().st_size


def _write_much(session: OpenVault) -> None:
    """Write more than the database keeps in memory, so that it goes into the file."""
    for number in range(3000):
        people.add(session.shared, f"Somebody {number} {'of a long name ' * 200}")


def test_whoever_waits_is_told_when_the_damage_is_met_and_only_then(vault: Path) -> None:
    told: list[str] = []

    def open_it() -> None:
        def tell() -> None:
            told.append("read row by row")

        OpenVault.open(vault, bytearray(KEY), Clock(), rescuing=tell).close()

    open_it()
    assert told == []
    whole = notes(vault).read_bytes()
    notes(vault).write_bytes(whole[: len(whole) - 3 * PAGE - 100])
    open_it()
    assert told == ["read row by row"]
