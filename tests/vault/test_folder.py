import errno
import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.vault import copies, slots
from desktop.vault.folder import (
    BEING_MADE,
    JOURNAL,
    NOTES,
    Standing,
    look_into,
    make,
    put_in_place,
)
from desktop.vault.keyfile import to_bytes
from tests.vault.conftest import Made

Harm = Callable[[Path], None]


def notes_missing(folder: Path) -> None:
    (folder / NOTES).unlink()


def notes_empty(folder: Path) -> None:
    (folder / NOTES).write_bytes(b"")


def notes_cut_short(folder: Path) -> None:
    (folder / NOTES).write_bytes(bytes(4096 + 17))


def notes_foreign(folder: Path) -> None:
    (folder / NOTES).write_bytes(b"SQLite format 3\x00".ljust(8192, b"\x00"))


def notes_a_folder(folder: Path) -> None:
    (folder / NOTES).unlink()
    (folder / NOTES).mkdir()


def journal_alone(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / JOURNAL).write_bytes(b"hot")


def keys_missing(folder: Path) -> None:
    for name in copies.NAMES:
        (folder / name).unlink()


def keys_foreign(folder: Path) -> None:
    for name in copies.NAMES:
        (folder / name).write_text("{}")


def keys_damaged(folder: Path) -> None:
    for name in copies.NAMES:
        (folder / name).write_bytes((folder / name).read_bytes() + b" ")


def keys_newer(folder: Path) -> None:
    fields = json.loads((folder / "keys.json").read_bytes())
    del fields["sha256"]
    fields["v"] = 2
    newer = slots.canonical({**fields, "sha256": sha256(slots.canonical(fields)).hexdigest()})
    for name in copies.NAMES:
        (folder / name).write_bytes(newer)


@pytest.mark.parametrize(
    ("harm", "standing", "words"),
    [
        (notes_missing, Standing.NOTES_MISSING, "does not start an empty one"),
        (journal_alone, Standing.NOTES_MISSING, "does not start an empty one"),
        (notes_empty, Standing.NOTES_EMPTY, "empty"),
        (notes_cut_short, Standing.NOTES_CUT_SHORT, "incomplete"),
        (notes_foreign, Standing.NOTES_FOREIGN, "not written by Onward"),
        (notes_a_folder, Standing.NOTES_FOREIGN, "not written by Onward"),
        (keys_missing, Standing.KEYS_MISSING, "missing"),
        (keys_foreign, Standing.KEYS_FOREIGN, "not written by Onward"),
        (keys_damaged, Standing.KEYS_DAMAGED, "damaged"),
        (keys_newer, Standing.KEYS_NEWER, "newer version"),
    ],
)
def test_each_harm_is_named_and_nothing_is_touched(
    folder: Path, harm: Harm, standing: Standing, words: str
) -> None:
    harm(folder)
    before = contents(folder)
    look = look_into(folder)
    assert look.standing is standing
    assert look.trouble is not None
    assert words in str(look.trouble)
    assert all((look.trouble.what_happened, look.trouble.what_is_safe, look.trouble.what_to_do))
    assert contents(folder) == before
    assert look.recovery_key_helps == standing.value.startswith("keys") - (
        standing is Standing.KEYS_NEWER
    )


def test_a_whole_vault_is_ready_even_with_one_copy_of_its_keys(folder: Path) -> None:
    assert look_into(folder).standing is Standing.READY
    (folder / "keys.json").unlink()
    assert look_into(folder).standing is Standing.READY


def test_a_change_broken_off_halfway_is_no_damage(folder: Path) -> None:
    notes_cut_short(folder)
    (folder / JOURNAL).write_bytes(b"what is needed to put it right")
    assert look_into(folder).standing is Standing.READY


def test_an_empty_or_absent_folder_waits_for_its_first_vault(tmp_path: Path) -> None:
    assert look_into(tmp_path).standing is Standing.NOTHING_YET
    assert look_into(tmp_path / "absent").standing is Standing.NOTHING_YET
    assert look_into(tmp_path).trouble is None


def test_a_new_vault_interrupted_at_any_step_can_be_begun_again(tmp_path: Path, made: Made) -> None:
    folder = tmp_path / "deep" / "vault"
    for steps in range(4):
        make(folder)
        assert look_into(folder).standing is Standing.NOTHING_YET
        if steps > 0:
            (folder / BEING_MADE).write_bytes(bytes(4096))
        if steps > 1:
            (folder / "keys.json").write_bytes(to_bytes(made.keys))
        if steps > 2:
            copies.write(folder, made.keys)
        assert look_into(folder).standing is Standing.NOTHING_YET
    (folder / f"{BEING_MADE}-journal").write_bytes(b"not closed")
    with pytest.raises(Trouble):
        put_in_place(folder)
    (folder / f"{BEING_MADE}-journal").write_bytes(b"")
    put_in_place(folder)
    assert look_into(folder).standing is Standing.READY
    assert set(contents(folder)) == {NOTES, *copies.NAMES}
    (folder / BEING_MADE).write_bytes(b"a second one")
    for over_the_first in (make, put_in_place):
        with pytest.raises(Trouble, match="already"):
            over_the_first(folder)


def test_a_harmed_vault_is_never_made_anew(folder: Path) -> None:
    notes_missing(folder)
    before = contents(folder)
    with pytest.raises(Trouble, match="does not start an empty one"):
        make(folder)
    assert contents(folder) == before


def test_a_vault_folder_that_cannot_be_made_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "mkdir", full)
    with pytest.raises(Trouble, match="could not be made"):
        make(tmp_path / "vault")


def test_a_path_that_is_no_folder_is_unreadable_and_not_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert look_into(tmp_path / "file").standing is Standing.UNREADABLE


def contents(folder: Path) -> dict[str, bytes | None]:
    return {p.name: p.read_bytes() if p.is_file() else None for p in folder.iterdir()}
