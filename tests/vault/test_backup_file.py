"""The one file of a backup: any zip tool reads it, and nothing in it changes unnoticed."""

import os
import random
import stat
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.vault import backup_file, keyfile
from desktop.vault.backup_file import Label, NotWhole
from desktop.vault.keyfile import KeyFile

NOTES = random.Random(1).randbytes(20 * 4096)
KEYS = KeyFile(vault_id="5e" * 16, epoch=1, seq=3, slots=())
MADE = datetime(2026, 11, 22, 15, 4, 5, tzinfo=UTC)


@pytest.fixture
def label() -> Label:
    return backup_file.labelled(NOTES, KEYS, MADE)


@pytest.fixture
def whole(tmp_path: Path, label: Label) -> Path:
    path = tmp_path / "whole.zip"
    backup_file.write(path, label, NOTES)
    return path


def flip(path: Path, place: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        changed = file.read(1)[0] ^ 1 << bit
        file.seek(place)
        file.write(bytes([changed]))


def is_refused(path: Path) -> bool:
    try:
        backup_file.read_through(path)
    except Trouble:
        return True
    return False


def test_what_is_written_is_read_again(tmp_path: Path, whole: Path, label: Label) -> None:
    assert backup_file.read(whole) == label
    assert backup_file.unpack_notes(whole, tmp_path / "notes.db") == label
    assert (tmp_path / "notes.db").read_bytes() == NOTES


def test_any_zip_tool_reads_it(whole: Path) -> None:
    with zipfile.ZipFile(whole) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["notes.db", "keys.json"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("notes.db") == NOTES
        assert archive.read("keys.json") == keyfile.to_bytes(KEYS)


def test_a_backup_and_what_is_unpacked_belong_to_their_owner_alone(
    tmp_path: Path, whole: Path
) -> None:
    backup_file.unpack_notes(whole, tmp_path / "notes.db")
    for path in (whole, tmp_path / "notes.db"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_flipped_bit_is_noticed_in_every_byte_outside_the_notes(whole: Path) -> None:
    content = whole.read_bytes()
    start = content.index(NOTES)
    outside = [*range(start), *range(start + len(NOTES), len(content))]
    unnoticed = []
    for place in outside:
        flip(whole, place, bit=place * 5 % 8)
        if not is_refused(whole):
            unnoticed.append(place)
        flip(whole, place, bit=place * 5 % 8)
    assert unnoticed == []
    assert not is_refused(whole)


def test_a_flipped_bit_is_noticed_inside_the_notes(whole: Path) -> None:
    start, chance = whole.read_bytes().index(NOTES), random.Random(20261122)
    for _ in range(200):
        place, bit = start + chance.randrange(len(NOTES)), chance.randrange(8)
        flip(whole, place, bit)
        with pytest.raises(NotWhole):
            backup_file.read_through(whole)
        flip(whole, place, bit)


def test_a_backup_that_was_cut_short_is_noticed_wherever_it_ends(
    tmp_path: Path, whole: Path
) -> None:
    content = whole.read_bytes()
    target = tmp_path / "cut.zip"
    target.write_bytes(content + b"\0")
    assert is_refused(target)
    for length in (*range(len(content) - 1, len(content) - 600, -7), *range(82000, 0, -997), 20, 0):
        os.truncate(target, length)
        assert is_refused(target)


def test_a_zip_of_somebody_else_is_named_as_such(tmp_path: Path) -> None:
    foreign = tmp_path / "holiday.zip"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("beach.jpg", bytes(100))
    with pytest.raises(Trouble, match="not a backup made by Onward"):
        backup_file.read(foreign)
    foreign.write_text("Not even a zip.")
    with pytest.raises(Trouble, match="not a backup made by Onward"):
        backup_file.read(foreign)


def test_a_backup_that_somebody_packed_again_is_not_taken_for_whole(
    tmp_path: Path, whole: Path
) -> None:
    again = tmp_path / "again.zip"
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(again, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name))
    with pytest.raises(NotWhole):
        backup_file.read(again)


def test_a_backup_with_the_keys_of_another_vault_is_noticed(
    tmp_path: Path, whole: Path, label: Label
) -> None:
    other = tmp_path / "other.zip"
    backup_file.write(other, replace(label, keys=replace(KEYS, vault_id="6f" * 16)), NOTES)
    swapped = whole.read_bytes().replace(b"5e" * 16, b"6f" * 16)
    whole.write_bytes(swapped)
    with pytest.raises(NotWhole):
        backup_file.read(whole)
    assert backup_file.read(other).keys.vault_id == "6f" * 16


def test_a_missing_file_and_a_folder_are_trouble_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read"):
        backup_file.read(tmp_path / "gone.zip")
    with pytest.raises(Trouble, match="cannot be read"):
        backup_file.read(tmp_path)
    with pytest.raises(Trouble, match="folder is not there"):
        backup_file.write(tmp_path / "gone" / "a.zip", backup_file.labelled(b"", KEYS, MADE), b"")


def test_nothing_that_stands_there_is_written_over(whole: Path, label: Label) -> None:
    before = whole.read_bytes()
    with pytest.raises(Trouble):
        backup_file.write(whole, label, NOTES)
    assert whole.read_bytes() == before
