"""A vault that is erased leaves nothing that opens, and nothing of anybody else's is touched."""

import shutil
from pathlib import Path

import pytest

from desktop.services import people
from desktop.vault import erasing, lockfile
from desktop.vault import folder as vault_folder
from desktop.vault.folder import Standing
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault, make_vault, open_vault


def test_nothing_of_it_is_left_and_a_new_one_can_be_made_there(
    vault: OpenVault, clock: Clock
) -> None:
    people.add(vault.shared, "Priya Nair")
    vault.backups.make()
    shutil.copy(vault.folder / "keys.json", vault.folder / "notes 2.db")
    assert vault.close_erased() == ()
    assert not vault.folder.exists()
    make_vault(vault.folder, clock)
    again = open_vault(vault.folder, clock)
    assert people.everybody(again.shared) == ()
    again.close()


def test_what_is_not_ours_stays_and_is_named(vault: OpenVault) -> None:
    (vault.folder / "holiday.jpg").write_bytes(b"\xff\xd8")
    vault.backups.make()
    (vault.folder / "backups" / "my own.zip").write_bytes(b"PK")
    assert vault.close_erased() == ("backups", "holiday.jpg")
    assert (vault.folder / "holiday.jpg").read_bytes() == b"\xff\xd8"
    assert vault_folder.look_into(vault.folder).standing is Standing.NOTHING_YET


def test_what_stays_behind_in_blocks_of_the_disk_is_written_over_first(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")
    backup = vault.backups.make()
    for name in ("notes.db", "keys.json", f"backups/{backup.name}"):
        # A second name of the same blocks, as a disk that gives them to nobody yet.
        (vault.folder.parent / f"blocks of {Path(name).name}").hardlink_to(vault.folder / name)
    before = {p: p.read_bytes() for p in vault.folder.parent.glob("blocks of *")}
    vault.close_erased()
    for path, content in before.items():
        left = path.read_bytes()
        assert left[:4096] != content[:4096], path
        assert left[-512:] != content[-512:], path


@pytest.mark.parametrize("stopped_after", range(5))
def test_stopped_in_the_middle_it_is_finished_at_the_next_look(
    vault: OpenVault, stopped_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.backups.make()
    real = Path.unlink
    done: list[Path] = []

    class Stopped(BaseException):
        pass

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.parent in (vault.folder, vault.folder / "backups") and not path.name.startswith(
            "."
        ):
            if len(done) == stopped_after:
                raise Stopped
            done.append(path)
        real(path, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        with pytest.raises(Stopped):
            vault.close_erased()
    assert vault.folder.exists()
    erasing.finish_interrupted(vault.folder)
    assert not vault.folder.exists()


def test_a_vault_that_nobody_meant_to_erase_is_not_touched(vault: OpenVault, clock: Clock) -> None:
    vault.close()
    erasing.finish_interrupted(vault.folder)
    open_vault(vault.folder, clock).close()


def test_one_that_is_open_elsewhere_is_not_erased_on_the_side(vault: OpenVault) -> None:
    (vault.folder / erasing.MEANT).touch()
    with pytest.raises(lockfile.AlreadyOpen):
        erasing.finish_interrupted(vault.folder)
    assert (vault.folder / "notes.db").exists()
