"""A disk that fails in the middle of a copy is told in a sentence."""

from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.domain.ids import ConversationId
from desktop.services import conversations, people, summaries
from desktop.storage import renewing
from tests.helpers.disk import a_full_disk, on_posix
from tests.helpers.vaults import KEY, OpenVault

LONG = "A sentence that goes on. " * 4000


@pytest.fixture
def talk(vault: OpenVault) -> ConversationId:
    return conversations.begin(vault.shared, people.add(vault.shared, "Priya Nair").value).value


@on_posix
def test_a_copy_under_another_key_says_that_the_disk_is_full(
    vault: OpenVault, talk: ConversationId, tmp_path: Path
) -> None:
    summaries.write(vault.shared, talk, LONG)
    vault.close()
    new = bytearray(range(32, 64))
    source = vault.folder / "notes.db"
    with a_full_disk(room=40960), pytest.raises(Trouble):
        renewing.copy_under(source, bytearray(KEY), tmp_path / "new", new, lambda _d, _o: None)
