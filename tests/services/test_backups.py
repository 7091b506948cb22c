"""There is always a good backup, and restoring it never costs the vault that stands there."""

import os
import random
import shutil
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import backups, conversations, people, restoring, summaries, vaults
from desktop.services.private import answers
from desktop.session import Session
from desktop.storage import migrations
from desktop.storage.backup import Original
from desktop.storage.database import Database
from desktop.vault import backup_file, copies, derivation, recovery, replacing, unlocking
from desktop.vault.keyfile import KeyFile, to_bytes
from desktop.vault.lockfile import AlreadyOpen
from desktop.vault.unlocking import WrongPassphrase
from tests.helpers.canary import canary, files_holding
from tests.helpers.clock import Clock
from tests.helpers.disk import a_full_disk
from tests.helpers.vaults import KEY, OpenVault, make_vault, open_vault
from tests.services.stopped import rooms_after_each_stop

PASSPHRASE = "harbour velvet tactic onion lantern"

posix = pytest.mark.skipif(sys.platform == "win32", reason="forks, or looks at modes")


@pytest.fixture(scope="module")
def keys() -> KeyFile:
    """Return keys that a passphrase opens; made once, since a derivation takes its time."""
    return unlocking.new_keys(PASSPHRASE, bytearray(KEY), derivation.at_floor())


def names(folder: Path) -> list[str]:
    """Return who stands in the vault of a folder."""
    session = open_vault(folder, Clock())
    try:
        return [person.name for person in people.everybody(session.shared)]
    finally:
        session.close()


def names_if_whole(folder: Path) -> list[str] | None:
    """Return who stands in the vault of a folder, or None where it cannot be opened."""
    try:
        return names(folder)
    except Trouble:
        return None


def damage(path: Path, place: int) -> None:
    """Flip one bit."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def listing(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# Making one


def test_a_restore_point_holds_what_stood_in_the_vault_and_opens_with_its_key(
    vault: OpenVault,
) -> None:
    priya = people.add(vault.shared, "Priya Nair").value
    conversations.begin(vault.shared, priya)

    made = vault.backups.make()

    inside = restoring.verify(made, bytearray(KEY))
    assert (inside.people, inside.conversations) == (1, 1)
    assert inside.made == inside.latest == vault.clock.at
    assert made.name == "000001-2026-11-22-150000.zip"
    assert made.parent == vault.folder / "backups"
    with zipfile.ZipFile(made) as archive:
        assert archive.namelist() == ["notes.db", "keys.json"]


@posix
def test_backups_belong_to_their_owner_alone(vault: OpenVault) -> None:
    made = vault.backups.make()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_no_word_of_a_note_and_no_name_can_be_read_in_a_backup(
    vault: OpenVault, tmp_path: Path
) -> None:
    secret, person, paragraph = canary(), canary(), canary()
    who = people.add(vault.shared, person).value
    talk = conversations.begin(vault.shared, who).value
    question = conversations.path(vault.shared, talk).steps[0].question
    answers.write(vault.private, Answer(talk, question, PrivateText(secret), 0))
    summaries.write(vault.shared, talk, paragraph)
    vault.backups.make()
    vault.backups.make(tmp_path / "mine.zip")
    vault.backups.check()
    restoring.restore(tmp_path / "mine.zip", bytearray(KEY), tmp_path / "again")

    assert files_holding(tmp_path, [secret, person, paragraph]) == set()

    with zipfile.ZipFile(tmp_path / "leaky.zip", "w", zipfile.ZIP_DEFLATED) as leaky:
        leaky.writestr("notes.txt", f"She said: {secret}")
    assert files_holding(tmp_path, [secret]) == {tmp_path / "leaky.zip"}


def test_nothing_but_the_backup_is_left_behind(vault: OpenVault, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    vault.backups.make()
    vault.backups.make(tmp_path / "stick" / "mine.zip")
    assert vault.backups.check() == ()
    assert len(listing(vault.folder / "backups")) == 1
    assert listing(tmp_path / "stick") == {"mine.zip"}


def test_a_backup_is_finished_beside_the_window_while_it_goes_on_writing(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")
    taken = vault.backups.take()
    made: list[Path] = []
    beside = threading.Thread(target=lambda: made.append(taken.finish()))
    beside.start()
    for number in range(20):
        people.add(vault.shared, f"Person {number}")
    beside.join()

    assert restoring.verify(made[0], bytearray(KEY)).people == 1
    assert len(people.everybody(vault.shared)) == 21


def test_a_backup_is_verified_against_the_vault_before_it_counts(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = (vault.folder / "notes.db").read_bytes()
    people.add(vault.shared, "Priya Nair")
    monkeypatch.setattr(Original, "content", lambda _original, _database: earlier)

    with pytest.raises(Trouble, match="did not come back"):
        vault.backups.make()

    assert listing(vault.folder / "backups") == set()


@posix
def test_a_disk_that_keeps_something_else_is_found_out(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.add(vault.shared, "Priya Nair")
    real = os.fsync

    def lie(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.pwrite(descriptor, b"?", 9000)
        real(descriptor)

    taken = vault.backups.take()
    monkeypatch.setattr(os, "fsync", lie)
    with pytest.raises(Trouble, match="Do not trust that disk"):
        taken.finish()

    assert listing(vault.folder / "backups") == set()


def test_no_backup_is_made_of_a_damaged_vault_and_the_good_one_stays(vault: OpenVault) -> None:
    with vault.shared.transaction():
        for number in range(100):
            people.add(vault.shared, f"Person {number}")
    good = vault.backups.make()
    vault.close()
    damage(vault.folder / "notes.db", 3 * 4096 + 1000)  # the first page of people
    session = open_vault(vault.folder, vault.clock)

    with pytest.raises(Trouble, match=r"damaged: .*people\. Your earlier backups"):
        session.backups.make()

    assert session.backups.check()[1] == "These cannot all be read any more: people."
    assert listing(vault.folder / "backups") == {good.name}
    session.close()


# When one is due


def test_one_is_due_at_opening_and_again_after_15_minutes_with_changes(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: minutes[0] * 60)
    assert vault.backups.due()
    vault.backups.make()
    people.add(vault.shared, "Priya Nair")
    minutes[0] = 14
    assert not vault.backups.due()
    minutes[0] = 15
    assert vault.backups.due()
    vault.backups.make()
    minutes[0] = 60
    assert not vault.backups.due()
    people.add(vault.shared, "Tom Reed")
    assert vault.backups.due()


def test_none_is_due_while_one_is_under_way_and_a_failed_one_is_tried_again(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: minutes[0] * 60)
    taken = vault.backups.take()
    minutes[0] = 20
    assert not vault.backups.due()
    (vault.folder / "backups").write_text("A file where the folder should be.")
    with pytest.raises(Trouble):
        taken.finish()
    assert vault.backups.due()


def test_one_that_could_not_even_be_taken_is_not_tried_every_minute(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: minutes[0] * 60)
    vault.close()
    damage(vault.folder / "notes.db", 4 * 4096 + 1000)  # by which people are counted
    session = open_vault(vault.folder, vault.clock)
    assert session.backups.due()
    with pytest.raises(Trouble, match="damaged"):
        session.backups.take()
    assert not session.backups.due()
    minutes[0] = 15
    assert session.backups.due()
    session.close()


def test_a_vault_opened_without_a_change_gets_no_second_copy(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")
    first = vault.backups.make()
    vault.close()

    session = open_vault(vault.folder, vault.clock)
    assert session.backups.make() == first
    assert len(session.backups.kept()) == 1
    people.add(session.shared, "Tom Reed")
    assert session.backups.make() != first
    assert [point.number for point in session.backups.kept()] == [2, 1]
    session.close()


def test_a_newest_backup_that_rotted_is_made_again(vault: OpenVault) -> None:
    first = vault.backups.make()
    damage(first, 9000)
    assert vault.backups.make() != first


def test_a_clock_ten_years_off_neither_reorders_nor_removes(vault: OpenVault) -> None:
    for year in (2036, 2016, 2026):
        vault.clock.at = datetime(year, 11, 22, 15, 0, tzinfo=UTC)
        people.add(vault.shared, f"Met in {year}")
        vault.backups.make()
    assert [point.made.year for point in vault.backups.kept()] == [2026, 2016, 2036]


def test_many_backups_are_thinned_and_what_is_not_ours_stays(vault: OpenVault) -> None:
    made = vault.backups.make()
    mine = vault.folder / "backups" / "before the reorganisation.zip"
    shutil.copy(made, mine)
    for number in range(2, 50):
        # Stand-ins for a day of backups: whole, and of the same vault.
        shutil.copy(made, made.with_name(f"{number:06d}-2026-11-22-150000.zip"))
    people.add(vault.shared, "Priya Nair")
    newest = vault.backups.make()

    kept = vault.backups.kept()
    assert len(kept) == 30
    assert kept[0].path == newest
    assert mine.exists()


def test_the_backups_of_another_vault_are_neither_counted_nor_thinned(
    vault: OpenVault, tmp_path: Path
) -> None:
    make_vault(tmp_path / "other", vault.clock)
    other = open_vault(tmp_path / "other", vault.clock)
    made = other.backups.make()
    other.close()
    (vault.folder / "backups").mkdir()
    for number in range(1, 45):
        name = f"{number:06d}-2026-11-22-150000.zip"
        shutil.copy(made, vault.folder / "backups" / name)

    mine = vault.backups.make()

    assert [point.path for point in vault.backups.kept()] == [mine]
    assert mine.name.startswith("000045-")
    assert len(listing(vault.folder / "backups")) == 45


# Faults


@posix
def test_a_kill_at_any_moment_leaves_every_backup_and_the_vault_whole(
    vault: OpenVault, tmp_path: Path
) -> None:
    people.add(vault.shared, "Priya Nair")
    first = vault.backups.make()
    people.add(vault.shared, "Tom Reed")
    vault.close()
    rooms = rooms_after_each_stop("back_up", room_of(vault, tmp_path), tmp_path / "stopped")

    assert len(rooms) > 10
    for room in rooms:
        assert names(room / "vault") == ["Priya Nair", "Tom Reed"]
        assert restoring.verify(room / "vault" / "backups" / first.name, bytearray(KEY)).people == 1
        session = open_vault(room / "vault", Clock())
        session.backups.make()
        kept = session.backups.kept()
        session.close()
        assert restoring.verify(kept[0].path, bytearray(KEY)).people == 2
        assert listing(room / "vault" / "backups") == {point.path.name for point in kept}


@posix
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new_one(
    vault: OpenVault, tmp_path: Path
) -> None:
    people.add(vault.shared, "Priya Nair")
    template = room_of(vault, tmp_path)
    vault.backups.make(template / "mine.zip")
    people.add(vault.shared, "Tom Reed")
    vault.backups.make(template / "newer.zip")
    vault.close()
    room_of(vault, tmp_path)
    found = people_in_backups_after("back_up_over", template, tmp_path)

    assert set(found) == {1, 2}
    assert found[-1] == 2
    # The same watch over a writer that overwrites in place sees what it must see:
    assert None in people_in_backups_after("carelessly", template, tmp_path)


@posix
@pytest.mark.parametrize("verb", ["restore", "restore_in_two_steps"])
def test_a_kill_at_any_moment_of_a_restore_leaves_the_old_vault_or_the_new_one(
    vault: OpenVault, tmp_path: Path, verb: str
) -> None:
    people.add(vault.shared, "Priya Nair")
    template = room_of(vault, tmp_path)
    vault.backups.make(template / "older.zip")
    people.add(vault.shared, "Tom Reed")
    vault.backups.make()
    vault.close()
    room_of(vault, tmp_path)
    old, new = ["Priya Nair", "Tom Reed"], ["Priya Nair"]
    rooms = rooms_after_each_stop(verb, template, tmp_path / "stopped")

    stood: list[list[str] | None] = []
    for room in rooms:
        if verb == "restore_in_two_steps":
            replacing.finish_interrupted(room / "vault")
        stood.append(names_if_whole(room / "vault"))
        replacing.finish_interrupted(room / "vault")
        kept = room / "vault.before-restore-1"
        assert stood[-1] == old or names(kept) == old
        assert (room / "vault" / "backups").exists() or (kept / "backups").exists()
        restoring.restore(room / "older.zip", bytearray(KEY), room / "vault")
        assert names(room / "vault") == new
        assert not [name for name in listing(room) if name.startswith(".")]
    assert len(rooms) > 20
    assert old in stood
    assert stood[-1] == new
    assert all(each in (old, new) for each in stood)


@posix
def test_the_watch_over_restores_sees_one_that_writes_over_the_vault(
    vault: OpenVault, tmp_path: Path
) -> None:
    people.add(vault.shared, "Priya Nair")
    template = room_of(vault, tmp_path)
    vault.backups.make(template / "older.zip")
    vault.close()
    rooms = rooms_after_each_stop("restore_carelessly", template, tmp_path / "stopped")
    assert None in [names_if_whole(room / "vault") for room in rooms]


@posix
@pytest.mark.parametrize("room_kb", [60, 200])
def test_a_full_disk_leaves_nothing_half_written(
    vault: OpenVault, tmp_path: Path, room_kb: int
) -> None:
    people.add(vault.shared, "Priya Nair")
    with small_disk(tmp_path / "stick", room_kb) as stick:
        with pytest.raises(Trouble, match="could not be written or checked"):
            vault.backups.make(stick / "mine.zip")
        assert listing(stick) == set()

    people.add(vault.shared, "Tom Reed")
    vault.backups.make(tmp_path / "stick" / "mine.zip")
    assert restoring.verify(tmp_path / "stick" / "mine.zip", bytearray(KEY)).people == 2


@posix
def test_a_restore_onto_a_full_disk_leaves_what_was_there(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make(tmp_path / "mine.zip")
    with small_disk(tmp_path / "stick", 60) as stick:
        with pytest.raises(Trouble):
            restoring.restore(made, bytearray(KEY), stick / "vault")
        assert listing(stick) == set()


def test_a_folder_that_is_not_there_is_named(vault: OpenVault, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="its folder is not there"):
        vault.backups.make(tmp_path / "unplugged" / "mine.zip")
    (tmp_path / "a file").write_text("")
    with pytest.raises(Trouble, match="its folder is not there"):
        vault.backups.make(tmp_path / "a file" / "mine.zip")


def test_a_damaged_backup_is_noticed_and_never_restored(vault: OpenVault, tmp_path: Path) -> None:
    people.add(vault.shared, "Priya Nair")
    made = vault.backups.make(tmp_path / "mine.zip")
    vault.close()
    whole, chance = made.read_bytes(), random.Random(20261122)
    for _ in range(25):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        made.write_bytes(changed)
        with pytest.raises(Trouble):
            restoring.verify(made, bytearray(KEY))
        with pytest.raises(Trouble):
            restoring.restore(made, bytearray(KEY), vault.folder)
    made.write_bytes(whole)
    assert restoring.verify(made, bytearray(KEY)).people == 1
    assert listing(tmp_path) == {"mine.zip", "vault"}
    assert names(vault.folder) == ["Priya Nair"]


# Looking inside and restoring


def test_a_look_says_whether_it_is_this_vault(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make(tmp_path / "mine.zip")
    make_vault(tmp_path / "other", vault.clock)

    def compared_with(folder: Path) -> bool | None:
        return restoring.look(made, bytearray(KEY), folder).of_this_vault

    assert compared_with(vault.folder) is True
    assert compared_with(tmp_path / "other") is False
    assert compared_with(tmp_path / "nothing") is None


def test_another_key_is_refused_in_words(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make(tmp_path / "mine.zip")
    for verb in (restoring.look, restoring.verify):
        with pytest.raises(Trouble, match="This key does not open the notes in this backup"):
            verb(made, bytearray(32))
    vault.close()
    with pytest.raises(Trouble, match="This key does not open"):
        restoring.restore(made, bytearray(32), vault.folder)
    assert listing(tmp_path) == {"mine.zip", "vault"}


def test_a_new_machine_needs_only_the_file_and_the_passphrase(
    tmp_path: Path, clock: Clock, keys: KeyFile
) -> None:
    made = backup_with_passphrase(tmp_path, clock, keys)
    with pytest.raises(WrongPassphrase):
        restoring.unlock(made, PASSPHRASE + "s")

    restored = restoring.restore(
        made, restoring.unlock(made, PASSPHRASE), tmp_path / "new machine" / "vault"
    )

    assert restored.kept is None
    key = unlocking.unlock(tmp_path / "new machine" / "vault", PASSPHRASE)
    session = Session.open(tmp_path / "new machine" / "vault", key, clock)
    assert [person.name for person in people.everybody(session.shared)] == ["Priya Nair"]
    session.close()
    assert listing(tmp_path / "new machine") == {"vault"}


def test_a_new_machine_needs_only_the_file_and_the_recovery_key(
    tmp_path: Path, clock: Clock, keys: KeyFile
) -> None:
    made = backup_with_passphrase(tmp_path, clock, keys)
    sheet = " ".join(recovery.encode(bytearray(KEY)))

    restoring.restore(made, unlocking.unlock_with_recovery_key(sheet), tmp_path / "vault")

    assert names(tmp_path / "vault") == ["Priya Nair"]


def test_a_backup_made_while_the_key_files_were_lost_still_carries_the_keys(
    tmp_path: Path, clock: Clock, keys: KeyFile
) -> None:
    backup_with_passphrase(tmp_path, clock, keys)
    session = open_vault(tmp_path / "first", clock)
    for name in copies.NAMES:
        (tmp_path / "first" / name).unlink()
    made = session.backups.make()
    session.close()
    assert restoring.unlock(made, PASSPHRASE) == KEY


def test_the_vault_that_was_there_is_kept_and_its_backups_go_on(
    vault: OpenVault, tmp_path: Path
) -> None:
    people.add(vault.shared, "Priya Nair")
    made = vault.backups.make()
    people.add(vault.shared, "Tom Reed")
    vault.close()

    first = restoring.restore(made, bytearray(KEY), vault.folder)
    made = vault.folder / "backups" / made.name
    second = restoring.restore(made, bytearray(KEY), vault.folder)

    assert first.kept == tmp_path / "vault.before-restore-1"
    assert second.kept == tmp_path / "vault.before-restore-2"
    assert names(vault.folder) == ["Priya Nair"]
    assert names(tmp_path / "vault.before-restore-1") == ["Priya Nair", "Tom Reed"]
    session = open_vault(vault.folder, vault.clock)
    people.add(session.shared, "Lena Voss")
    assert session.backups.make().name.startswith("000002-")
    session.close()
    modes = {path.stat().st_mode & 0o077 for path in vault.folder.rglob("*")}
    assert modes == {0}


def test_the_backups_of_another_vault_stay_with_it(
    vault: OpenVault, tmp_path: Path, clock: Clock
) -> None:
    theirs = vault.backups.make()
    vault.close()
    make_vault(tmp_path / "other", clock)
    other = open_vault(tmp_path / "other", clock)
    made = other.backups.make(tmp_path / "other.zip")
    other.close()

    restored = restoring.restore(made, bytearray(KEY), vault.folder)

    assert restored.inside.of_this_vault is False
    assert not (vault.folder / "backups").exists()
    assert restored.kept is not None
    assert (restored.kept / "backups" / theirs.name).exists()


def test_a_vault_that_lost_its_notes_is_kept_too(vault: OpenVault, tmp_path: Path) -> None:
    people.add(vault.shared, "Priya Nair")
    made = vault.backups.make()
    vault.close()
    (vault.folder / "notes.db").unlink()

    restored = restoring.restore(made, bytearray(KEY), vault.folder)

    assert names(vault.folder) == ["Priya Nair"]
    assert restored.kept is not None
    assert (restored.kept / "keys.json").exists()


def test_an_open_vault_is_not_restored_over(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make(tmp_path / "mine.zip")
    with pytest.raises(AlreadyOpen):
        restoring.restore(made, bytearray(KEY), vault.folder)
    people.add(vault.shared, "Priya Nair")
    assert listing(tmp_path) == {"mine.zip", "vault"}


def test_a_folder_of_somebody_is_never_moved_aside(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make(tmp_path / "mine.zip")
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents" / "letter.txt").write_text("Dear")
    with pytest.raises(Refusal, match="other things in this folder"):
        restoring.restore(made, bytearray(KEY), tmp_path / "Documents")
    assert listing(tmp_path / "Documents") == {"letter.txt"}

    (tmp_path / "empty").mkdir()
    assert restoring.restore(made, bytearray(KEY), tmp_path / "empty").kept is None
    assert names(tmp_path / "empty") == []


def test_a_backup_from_a_newer_version_is_refused_politely(
    vault: OpenVault, tmp_path: Path
) -> None:
    vault.close()
    database = Database(vault.folder / "notes.db", bytearray(KEY))
    with database.transaction():
        database.write("PRAGMA user_version = 99")
    database.close()
    made = tmp_path / "newer.zip"
    pack(vault.folder, made)
    for verb in (restoring.look, restoring.verify):
        with pytest.raises(Trouble, match="newer Onward"):
            verb(made, bytearray(KEY))
    with pytest.raises(Trouble, match="newer Onward"):
        restoring.restore(made, bytearray(KEY), tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_a_backup_from_an_older_version_is_brought_up_to_date_when_it_is_opened(
    vault: OpenVault, tmp_path: Path, next_version: Callable[[], None]
) -> None:
    people.add(vault.shared, "Priya Nair")
    made = vault.backups.make(tmp_path / "mine.zip")
    next_version()

    restoring.restore(made, bytearray(KEY), tmp_path / "again")

    assert names(tmp_path / "again") == ["Priya Nair"]
    again = Database(tmp_path / "again" / "notes.db", bytearray(KEY))
    assert migrations.version_of(again) == len(migrations.steps())
    assert again.rows("SELECT * FROM later") == []
    again.close()


def test_before_a_migration_the_vault_is_backed_up_as_it_was(
    vault: OpenVault, next_version: Callable[[], None]
) -> None:
    people.add(vault.shared, "Priya Nair")
    vault.close()
    assert backups.before_migration(vault.folder, bytearray(KEY), vault.clock()) is None
    next_version()

    made = backups.before_migration(vault.folder, bytearray(KEY), vault.clock())

    assert made is not None
    inside = restoring.verify(made, bytearray(KEY))
    assert (inside.people, inside.version) == (1, len(migrations.steps()) - 1)


# Looking the vault over


def test_a_whole_vault_has_nothing_wrong_and_lost_key_copies_are_named(vault: OpenVault) -> None:
    assert vault.backups.check() == ()
    (vault.folder / "keys.2.json").unlink()
    assert vault.backups.check() == ("keys.2.json is damaged or behind; unlocking repairs it.",)
    (vault.folder / "keys.json").unlink()
    (found,) = vault.backups.check()
    assert "are missing" in found


def test_looking_a_damaged_vault_over_does_not_stop_the_manager_from_writing(
    vault: OpenVault,
) -> None:
    vault.close()
    damage(vault.folder / "notes.db", -1000)
    session = open_vault(vault.folder, vault.clock)

    assert "Damaged parts of the file: 1 of " in session.backups.check()[0]

    people.add(session.shared, "Priya Nair")
    session.close()


# What the tests above stand on


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what turns this Onward into the next one, with one more step of the schema."""
    step = tmp_path / "9999_later.sql"
    step.write_text("CREATE TABLE later (seq INTEGER PRIMARY KEY) STRICT;")
    known = migrations.steps()

    def update() -> None:
        monkeypatch.setattr(migrations, "steps", lambda: (*known, step))

    return update


def room_of(vault: OpenVault, tmp_path: Path) -> Path:
    """Return a folder to start from again and again, with a copy of the vault as it stands."""
    room = tmp_path / "room"
    shutil.rmtree(room / "vault", ignore_errors=True)
    # As another program would: reading it here would cost the open vault its lock.
    room.mkdir(exist_ok=True)
    subprocess.run(["cp", "-a", vault.folder, room / "vault"], check=True)
    return room


def people_in_backups_after(verb: str, template: Path, tmp_path: Path) -> list[int | None]:
    """Return how many people the backup of every stopped room holds; None where it is not whole."""
    found: list[int | None] = []
    for room in rooms_after_each_stop(verb, template, tmp_path / verb):
        try:
            found.append(restoring.verify(room / "mine.zip", bytearray(KEY)).people)
        except Trouble:
            found.append(None)
    return found


@contextmanager
def small_disk(folder: Path, room_kb: int) -> Iterator[Path]:
    """Give a disk of some kilobytes where we may mount one, and a limit on every file elsewhere."""
    folder.mkdir()
    size = ["-o", f"size={room_kb}k"]
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", *size, "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode == 0:
        try:
            yield folder
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    with a_full_disk(room=60 * 1024):
        yield folder


def backup_with_passphrase(tmp_path: Path, clock: Clock, keys: KeyFile) -> Path:
    folder = tmp_path / "first"
    vaults.create_vault(
        folder, bytearray(KEY), to_bytes(keys), manager_name="Sam Okafor", now=clock()
    )
    session = open_vault(folder, clock)
    people.add(session.shared, "Priya Nair")
    made = session.backups.make(tmp_path / "mine.zip")
    session.close()
    return made


def pack(folder: Path, out: Path) -> None:
    """Make a backup of a closed vault that Onward itself would not open."""
    content = (folder / "notes.db").read_bytes()
    made = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    backup_file.write(out, backup_file.labelled(content, copies.read(folder), made), content)
