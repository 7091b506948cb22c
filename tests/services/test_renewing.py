"""A new data key: old or new whatever stops it, and never a word less than before."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.services import people
from desktop.services.renewing import Cancelled, Renewal
from desktop.vault import copies, renewal, slots, unlocking
from tests.helpers.clock import Clock
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.vaults import KEY, OpenVault, make_vault, open_vault
from tests.services.stopped import NEW_KEY, rooms_after_each_stop, way_in


@pytest.fixture
def room(tmp_path: Path, clock: Clock) -> Path:
    """A closed vault with one person in it, and one way in."""
    make_vault(tmp_path / "room" / "vault", clock)
    session = open_vault(tmp_path / "room" / "vault", clock)
    people.add(session.shared, "Priya Nair")
    unlocking.add_keychain(session.folder, bytearray(KEY), way_in())
    session.close()
    return tmp_path / "room"


@pytest.fixture
def session(room: Path, clock: Clock) -> Iterator[OpenVault]:
    session = open_vault(room / "vault", clock)
    yield session
    session.close()


def test_only_the_new_key_opens_the_renewed_vault_and_everything_is_there(
    session: OpenVault, clock: Clock
) -> None:
    _renew(session)
    with pytest.raises(Trouble):
        OpenVault.open(session.folder, bytearray(KEY), clock)
    assert _opens(session.folder, clock) == (NEW_KEY, ("Priya Nair",))
    again = OpenVault.open(session.folder, bytearray(NEW_KEY), clock)
    assert copies.read(session.folder).epoch == 2
    assert again.backups.check() == ()
    again.close()


def test_every_way_in_that_was_brought_along_opens_the_renewed_vault(session: OpenVault) -> None:
    _renew(session)
    keys = copies.read(session.folder)
    (slot,) = keys.slots
    assert slots.unwrap(slot, way_in().key, keys.owner) == bytearray(NEW_KEY)


def test_a_backup_under_the_new_key_is_there_at_once_and_the_older_ones_can_go(
    session: OpenVault, clock: Clock
) -> None:
    session.backups.make()
    _renew(session)
    again = OpenVault.open(session.folder, bytearray(NEW_KEY), clock)
    assert [point.epoch for point in again.backups.kept()] == [2, 1]
    assert len(again.backups.of_older_keys()) == 1
    again.backups.remove_those_of_older_keys()
    assert [point.epoch for point in again.backups.kept()] == [2]
    again.close()


def test_backups_of_older_keys_stay_while_there_is_no_other(session: OpenVault) -> None:
    session.backups.make()
    session.backups.remove_those_of_older_keys()
    assert len(session.backups.kept()) == 1


def test_progress_only_rises_and_ends_at_the_whole(session: OpenVault) -> None:
    shares: list[object] = []
    begun = _begin(session)
    begun.build(shares.append)
    assert shares == sorted(shares, key=float)  # type: ignore[arg-type]
    assert shares[-1] == 1.0
    begun.discard()


def test_a_cancelled_renewal_leaves_the_vault_as_it_was(session: OpenVault, clock: Clock) -> None:
    before = _files(session.folder)
    begun = _begin(session)
    begun.cancel()
    with pytest.raises(Cancelled):
        begun.build(lambda _share: None)
    assert _files(session.folder) == before
    people.add(session.shared, "Tomás Ortega")
    session.close()
    assert _opens(session.folder, clock) == (KEY, ("Priya Nair", "Tomás Ortega"))


def test_words_written_meanwhile_are_never_left_behind(session: OpenVault) -> None:
    begun = _begin(session)
    begun.build(lambda _share: None)
    people.add(session.shared, "Tomás Ortega")
    with pytest.raises(Trouble, match="written in the meantime"):
        session.close_renewed(begun)
    people.add(session.shared, "Jun Watanabe")
    assert len(people.everybody(session.shared)) == 3


@on_posix
def test_a_full_disk_stops_it_in_words_and_changes_nothing(
    session: OpenVault, clock: Clock
) -> None:
    before = _files(session.folder)
    begun = _begin(session)
    with a_full_disk(room=8192), pytest.raises(Trouble):
        begun.build(lambda _share: None)
    assert _files(session.folder) == before
    session.close()
    assert _opens(session.folder, clock)[0] == KEY


@on_posix
def test_a_folder_that_reports_a_fault_stops_it_in_words_whenever_it_does(
    session: OpenVault, clock: Clock
) -> None:
    before = _files(session.folder)
    faults = 0
    while not _built_with_fault_at_folder(session, faults + 1):
        faults += 1
        assert _files(session.folder) == before
    assert faults > 1
    session.close()
    assert _opens(session.folder, clock)[0] == KEY


def _built_with_fault_at_folder(session: OpenVault, which: int) -> bool:
    """Renew while the disk fails at one of the folders it is to keep; True if it came to none."""
    real, left = os.fsync, [which]

    def faulty(descriptor: int) -> None:
        left[0] -= stat.S_ISDIR(os.fstat(descriptor).st_mode)
        if left[0] == 0:
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    begun = _begin(session)
    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "fsync", faulty)
        try:
            begun.build(lambda _share: None)
        except Trouble:
            return False
    return left[0] > 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the stops need a system that forks")
def test_stopped_anywhere_the_old_key_or_the_new_one_opens_everything_and_the_slots_fit(
    room: Path, tmp_path: Path, clock: Clock
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    seen = [_opens(each / "vault", clock) for each in rooms_after_each_stop("renew", room, scratch)]
    assert {names for _, names in seen} == {("Priya Nair",)}
    keys = [key for key, _ in seen]
    assert keys[0] == KEY
    assert keys[-1] == NEW_KEY
    assert keys == sorted(keys), "once it is renewed it stays renewed"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the stops need a system that forks")
def test_this_watcher_notices_keys_that_run_ahead_of_their_notes(
    room: Path, tmp_path: Path, clock: Clock
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    rooms = rooms_after_each_stop("renew_carelessly", room, scratch)
    with pytest.raises((Trouble, AssertionError)):
        _ = [_opens(each / "vault", clock) for each in rooms]


def test_lost_new_keys_are_written_again_from_the_notes(session: OpenVault, clock: Clock) -> None:
    begun = _begin(session)
    begun.build(lambda _share: None)
    folder = session.folder
    session.close()
    # As if the file that announces the new keys had been lost between the two steps.
    (folder / renewal.NOTES).replace(folder / "notes.db")
    assert _opens(folder, clock, bytearray(NEW_KEY)) == (NEW_KEY, ("Priya Nair",))


def _begin(session: OpenVault) -> Renewal:
    return session.keys.renewal(bytearray(NEW_KEY), ((slots.KEYCHAIN, way_in()),))


def _renew(session: OpenVault) -> None:
    begun = _begin(session)
    begun.build(lambda _share: None)
    session.close_renewed(begun)


def _opens(
    folder: Path, clock: Clock, key: bytearray | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Open a vault as the lock screen does, through its one slot; return key and people."""
    renewal.finish_if_free(folder)
    keys = copies.read(folder)
    (slot,) = keys.slots
    found = key or slots.unwrap(slot, way_in().key, keys.owner)
    assert found is not None
    kept = bytes(found)
    session = OpenVault.open(folder, bytearray(found), clock)
    names = tuple(person.name for person in people.everybody(session.shared))
    session.close()
    keys = copies.read(folder)
    (slot,) = keys.slots
    assert slots.unwrap(slot, way_in().key, keys.owner) == bytearray(kept)
    return kept, names


def _files(folder: Path) -> dict[str, int]:
    """Return what stands in a vault folder, without the folder of backups."""
    return {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
