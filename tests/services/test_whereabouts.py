"""An open vault whose folder is renamed, deleted or replaced is noticed, and can be copied."""

import shutil
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.services import people, restoring
from desktop.services.whereabouts import SENTENCES, Where
from tests.helpers.vaults import KEY, OpenVault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="open files stay where they are")


def test_a_vault_that_stays_is_here(vault: OpenVault) -> None:
    people.add(vault.shared, "Priya Nair")
    vault.backups.make()

    assert vault.whereabouts.look() is Where.HERE


def test_a_folder_that_was_renamed_is_gone_and_comes_back(vault: OpenVault) -> None:
    away = vault.folder.rename(vault.folder.with_name("renamed"))
    assert vault.whereabouts.look() is Where.GONE

    away.rename(vault.folder)

    assert vault.whereabouts.look() is Where.HERE


def test_another_file_in_its_place_is_no_way_back(vault: OpenVault, tmp_path: Path) -> None:
    other = Path(shutil.copyfile(vault.folder / "notes.db", tmp_path / "other"))

    other.replace(vault.folder / "notes.db")

    assert vault.whereabouts.look() is Where.REPLACED


def test_while_it_is_away_nothing_is_written_and_then_again(vault: OpenVault) -> None:
    vault.write_nothing(SENTENCES[Where.GONE])
    with pytest.raises(Trouble, match="not in its place"):
        people.add(vault.shared, "Priya Nair")

    vault.write_again()
    people.add(vault.shared, "Priya Nair")

    assert [each.name for each in people.everybody(vault.shared)] == ["Priya Nair"]


def test_a_vault_whose_folder_was_deleted_can_still_be_written_to_a_file(
    vault: OpenVault, tmp_path: Path
) -> None:
    people.add(vault.shared, "Priya Nair")
    shutil.rmtree(vault.folder)
    vault.write_nothing(SENTENCES[vault.whereabouts.look()])

    out = vault.backups.make(tmp_path / "rescued.zip")

    assert restoring.verify(out, bytearray(KEY)).people == 1
