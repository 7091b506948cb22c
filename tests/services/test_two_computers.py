"""Two computers at one vault: who has it, and whether both still see the same line of it."""

import hashlib
import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.services import people
from desktop.services.presence import News
from desktop.services.reading import Why
from desktop.vault import in_use
from desktop.vault.in_use import HeldElsewhere, OpenElsewhere
from desktop.vault.last_seen import LastSeen
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, make_vault


class Computer:
    """One computer: its own copy of the synchronised folder, its own memory, its own clock."""

    def __init__(self, root: Path, folder: Path | None = None, years_off: int = 0) -> None:
        self.folder = folder or root / "vault"
        self.memory = root / "home" / "computer.json"
        self._off = timedelta(days=365 * years_off)
        self._clock = Clock()

    def now(self) -> datetime:
        return self._clock() + self._off

    def here(self) -> LastSeen:
        return LastSeen(self.memory, "")

    def open(self, *, take_over: bool = False) -> OpenVault:
        return OpenVault.open(
            self.folder, bytearray(KEY), self.now, here=self.here(), take_over=take_over
        )

    def write(self, name: str) -> None:
        """Open the vault, add somebody, and close it."""
        with_it = self.open()
        people.add(with_it.shared, name)
        with_it.close()

    def told(self) -> list[News]:
        """Open the vault and return what the manager is told."""
        opened = self.open()
        told = [each.news for each in opened.presence.found()]
        opened.close()
        return told


@pytest.fixture
def laptop(tmp_path: Path, clock: Clock) -> Computer:
    make_vault(tmp_path / "laptop" / "vault", clock)
    return Computer(tmp_path / "laptop")


@pytest.fixture(params=[0, 10, -10], ids=["clocks agree", "ten years ahead", "ten years back"])
def desk(tmp_path: Path, laptop: Computer, request: pytest.FixtureRequest) -> Computer:
    """A second computer with the same folder, whose clock may be far off."""
    carry(laptop, tmp_path / "desk" / "vault")
    return Computer(tmp_path / "desk", years_off=request.param)


def carry(source: Computer, target: Path | Computer) -> None:
    """Do what a service does that synchronises: make the folder there what it is here."""
    folder = target.folder if isinstance(target, Computer) else target
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source.folder, folder)


def test_the_second_computer_is_told_that_the_vault_is_open_and_since_when(
    laptop: Computer, desk: Computer
) -> None:
    first = laptop.open()
    carry(laptop, desk)
    (marker,) = in_use.others(desk.folder, desk.here().computer)
    assert marker.since == laptop.now()
    with pytest.raises(OpenElsewhere):
        desk.open()
    first.close()
    carry(laptop, desk)
    desk.open().close()


def test_the_computer_that_has_it_is_not_told_of_itself_also_after_a_kill(
    laptop: Computer, tmp_path: Path
) -> None:
    first = laptop.open()
    carry(laptop, tmp_path / "stopped")
    first.close()
    stopped = Computer(tmp_path / "laptop", tmp_path / "stopped")
    assert list(stopped.folder.glob("open-on-*")), "what a killed window leaves is there"
    stopped.open().close()
    assert not list(stopped.folder.glob("open-on-*"))


def test_a_sign_of_life_moves_whatever_the_clocks_say(laptop: Computer, desk: Computer) -> None:
    first = laptop.open()
    carry(laptop, desk)
    (before,) = in_use.others(desk.folder, desk.here().computer)
    assert first.presence.beat()
    carry(laptop, desk)
    (after,) = in_use.others(desk.folder, desk.here().computer)
    assert (after.opening, after.beat) == (before.opening, before.beat + 1)
    first.close()


def test_one_that_takes_over_goes_on_and_the_other_is_told_at_its_next_beat(
    laptop: Computer, desk: Computer
) -> None:
    first = laptop.open()
    carry(laptop, desk)
    second = desk.open(take_over=True)
    for marker in desk.folder.glob("open-on-*"):
        shutil.copy(marker, laptop.folder)
    assert not first.presence.beat()
    assert second.presence.beat()
    for marker in laptop.folder.glob("open-on-*"):
        shutil.copy(marker, desk.folder)
    assert second.presence.beat(), "what it took over may come back once more"
    first.close()
    second.close()


def test_a_disk_that_both_work_on_keeps_the_second_out_in_words(
    laptop: Computer, tmp_path: Path
) -> None:
    first = laptop.open()
    other = Computer(tmp_path / "other", laptop.folder)
    with pytest.raises(HeldElsewhere, match="another computer"):
        other.open(take_over=True)
    assert first.presence.beat()
    first.close()


def test_a_marker_that_arrived_in_halves_still_says_that_it_is_open(
    laptop: Computer, desk: Computer
) -> None:
    (desk.folder / f"open-on-{'0' * 32}.json").write_text('{"opening": "')
    with pytest.raises(OpenElsewhere):
        desk.open()
    desk.open(take_over=True).close()


def test_taking_turns_is_nothing_to_tell(laptop: Computer, desk: Computer) -> None:
    for name in ("Priya Nair", "Tomás Ortega", "Wren Abara"):
        laptop.write(name)
        carry(laptop, desk)
        assert desk.told() == []
        desk.write(name[::-1])
        carry(desk, laptop)
        assert laptop.told() == []


def test_a_vault_that_went_on_elsewhere_from_an_older_state_is_told(
    laptop: Computer, desk: Computer
) -> None:
    laptop.write("Priya Nair")
    carry(laptop, desk)
    laptop.write("Tomás Ortega")
    desk.write("Wren Abara")
    desk.write("Ida Falk")
    carry(desk, laptop)
    assert laptop.told() == [News.APART]
    assert laptop.told() == [News.APART], "until somebody has read it"
    opened = laptop.open()
    opened.presence.acknowledge()
    opened.close()
    assert laptop.told() == []


def test_an_older_file_put_back_is_told_and_opens(laptop: Computer, desk: Computer) -> None:
    laptop.write("Priya Nair")
    carry(laptop, desk)
    laptop.write("Tomás Ortega")
    carry(desk, laptop)
    assert laptop.told() == [News.OLDER]


def test_an_older_file_of_the_same_opening_is_told(laptop: Computer, tmp_path: Path) -> None:
    first = laptop.open()
    people.add(first.shared, "Priya Nair")
    carry(laptop, tmp_path / "before")
    people.add(first.shared, "Tomás Ortega")
    first.close()
    shutil.rmtree(laptop.folder)
    shutil.copytree(tmp_path / "before", laptop.folder)
    assert laptop.told() == [News.OLDER]


def test_a_kill_is_no_reason_to_tell_anything(laptop: Computer, tmp_path: Path) -> None:
    first = laptop.open()
    people.add(first.shared, "Priya Nair")
    assert first.presence.beat()
    people.add(first.shared, "Tomás Ortega")
    carry(laptop, tmp_path / "stopped")
    # What the killed computer remembers is what it knew at the last beat.
    memory = laptop.memory.read_bytes()
    first.close()
    laptop.memory.write_bytes(memory)
    assert Computer(tmp_path / "laptop", tmp_path / "stopped").told() == []


def test_looking_without_writing_changes_nothing_in_the_file(laptop: Computer) -> None:
    laptop.write("Priya Nair")
    before = (laptop.folder / "notes.db").read_bytes()
    laptop.open().close()
    laptop.open().close()
    assert (laptop.folder / "notes.db").read_bytes() == before


def test_a_conflict_copy_is_named_and_left_as_it_is(laptop: Computer) -> None:
    names = (
        "notes (conflicted copy 2026-11-22).db",
        "notes-LAPTOP.db",
        "notes.sync-conflict-20261122-101500-ABCDEFG.db",
    )
    for name in names:
        shutil.copy(laptop.folder / "notes.db", laptop.folder / name)
    opened = laptop.open()
    (found,) = opened.presence.found()
    assert (found.news, set(found.names)) == (News.COPIES, set(names))
    opened.close()
    assert {path.name for path in laptop.folder.iterdir()} >= set(names)


def test_a_folder_that_is_carried_elsewhere_is_told_once(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "Dropbox (Personal)" / "vault"
    make_vault(folder, clock)
    computer = Computer(tmp_path, folder)
    opened = computer.open()
    (found,) = opened.presence.found()
    assert (found.news, found.names) == (News.SYNCED, ("Dropbox",))
    opened.presence.acknowledge()
    opened.close()
    assert computer.told() == []


def test_the_memory_and_the_marker_carry_no_word_name_or_path(laptop: Computer) -> None:
    opened = laptop.open()
    people.add(opened.shared, "Priya Nair")
    opened.presence.beat()
    (marker,) = laptop.folder.glob("open-on-*")
    written = marker.read_text() + laptop.memory.read_text() + marker.name
    opened.close()
    for word in (
        "Priya",
        "Okafor",
        "vault/",
        str(laptop.folder),
        __import__("socket").gethostname(),
    ):
        assert word not in written


def test_no_table_of_paths_tells_which_folders_the_memory_means(
    laptop: Computer, tmp_path: Path
) -> None:
    laptop.open().close()
    other = Computer(tmp_path / "other", laptop.folder)
    other.open().close()

    kept, kept_there = (json.loads(each.memory.read_bytes())["places"] for each in (laptop, other))
    assert kept != kept_there, "the same folder is another fingerprint on every computer"
    plain = hashlib.sha256(os.fsencode(laptop.folder)).hexdigest()
    assert plain not in laptop.memory.read_text()
    assert laptop.here().had_one_in(laptop.folder)
    assert not laptop.here().had_one_in(tmp_path / "elsewhere")


def test_a_memory_with_plain_fingerprints_goes_on_with_keyed_ones(
    laptop: Computer, tmp_path: Path
) -> None:
    folders = (laptop.folder, tmp_path / "stick" / "vault")
    plain = [hashlib.sha256(os.fsencode(folder)).hexdigest() for folder in folders]
    laptop.memory.parent.mkdir(parents=True)
    laptop.memory.write_text(json.dumps({"machine": "", "computer": "this", "places": plain}))

    assert all(laptop.here().had_one_in(folder) for folder in folders)
    laptop.open().close()

    assert not any(each in laptop.memory.read_text() for each in plain)
    assert laptop.here().computer == "this"
    assert all(laptop.here().had_one_in(folder) for folder in folders)


def test_it_can_be_read_meanwhile_and_whoever_writes_is_not_disturbed(
    laptop: Computer, tmp_path: Path
) -> None:
    first = laptop.open()
    people.add(first.shared, "Priya Nair")
    # Both on one disk, whose lock the first one holds.
    reader = OpenVault.open_to_read(laptop.folder, bytearray(KEY), laptop.now)
    assert reader.reading is not None
    assert reader.reading.why is Why.ELSEWHERE
    assert [each.name for each in people.everybody(reader.shared)] == ["Priya Nair"]
    with pytest.raises(Trouble, match="open for reading only"):
        people.add(reader.shared, "Tomás Ortega")
    people.add(first.shared, "Wren Abara")
    assert first.presence.beat()
    reader.close()
    assert len(list(laptop.folder.glob("open-on-*"))) == 1, "the first one still has it"
    first.close()
    assert laptop.told() == []
