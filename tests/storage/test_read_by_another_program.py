"""A second, independent reader opens the vault with what stands on the recovery sheet.

SQLite3 Multiple Ciphers is nobody of ours and shares no code with SQLCipher: what it reads, the
format holds. It is told what security.md documents (SQLCipher 4, the raw key) and nothing else.
"""

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people
from desktop.services.private import answers
from desktop.vault import recovery
from tests.helpers.vaults import KEY, OpenVault

apsw = pytest.importorskip("apsw", reason="the second reader is not installed")

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def key_on(sheet: str) -> str:
    """Read the sheet by hand: 52 letters of five bits each, the last four bits are spare."""
    number = 0
    for letter in sheet.replace(" ", "")[:52]:
        number = number << 5 | LETTERS.index(letter)
    return f"{number >> 4:064x}"


def opened(notes: Path, key: str) -> Any:
    reader = apsw.Connection(str(notes), flags=apsw.SQLITE_OPEN_READONLY)
    reader.execute("PRAGMA cipher = 'sqlcipher'")
    reader.execute("PRAGMA legacy = 4")
    reader.execute(f"PRAGMA key = \"x'{key}'\"")
    return reader


@pytest.fixture
def notes(vault: OpenVault) -> Path:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    question = conversations.path(vault.shared, talk).steps[0].question
    answers.write(vault.private, Answer(talk, question, PrivateText("Wants to teach."), 3))
    vault.close()
    return vault.folder / "notes.db"


def test_another_program_reads_the_whole_vault_with_the_key_from_the_sheet(notes: Path) -> None:
    sheet = " ".join(recovery.encode(bytearray(KEY)))
    reader = opened(notes, key_on(sheet))
    assert reader.execute("SELECT name FROM person").fetchall() == [("Priya Nair",)]
    assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = [
        name
        for (name,) in reader.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%STRICT%'")
    ]
    everything = str([reader.execute(f"SELECT * FROM {name}").fetchall() for name in tables])
    assert "Wants to teach." in everything
    reader.close()


def test_with_one_letter_of_the_sheet_changed_it_reads_nothing(notes: Path) -> None:
    groups = list(recovery.encode(bytearray(KEY)))
    groups[3] = ("0" if groups[3][0] != "0" else "1") + groups[3][1:]
    reader = opened(notes, key_on(" ".join(groups)))
    with pytest.raises(apsw.NotADBError):
        reader.execute("SELECT name FROM person").fetchall()
    reader.close()
