"""One file holds everything about one person, and nothing about anybody else."""

import stat
from pathlib import Path

from desktop.services import people
from desktop.services.private import access
from tests.helpers.vaults import OpenVault
from tests.rules.test_the_canary import a_whole_conversation


def test_every_private_word_about_somebody_is_in_the_file_and_nobody_elses(
    vault: OpenVault, tmp_path: Path
) -> None:
    words = a_whole_conversation(vault)
    others = a_whole_conversation(vault)
    [first, _second] = people.everybody(vault.shared)
    place = tmp_path / "everything.md"

    access.write(vault.private, first.id, place)

    text = place.read_text(encoding="utf-8")
    assert [word for word in words if word not in text] == []
    assert [word for word in others if word in text] == []
    assert "Finish the runbook" in text
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
