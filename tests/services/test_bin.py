"""Deleted is brought back whole for thirty days; erased is in no byte of the vault any more."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.domain.errors import Refusal
from desktop.domain.private.answers import Answer
from desktop.domain.private.bin import Thing
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.hand_over import HandOver
from desktop.services import contracts, conversations, people, sample, summaries
from desktop.services.private import answers
from desktop.services.private import bin as rubbish
from desktop.session import Session
from desktop.storage.database import Database
from tests.helpers.canary import canary, finds
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, make_vault, open_vault
from tests.ui.contract.paper import promise

_PAGE, _IV_AND_HMAC, _SALT = 4096, 80, 16


def decrypted(file: Path) -> bytes:
    """Return every page of a vault file in the clear, the free ones too (SQLCipher 4's format)."""
    content, clear = file.read_bytes(), b""
    for start in range(0, len(content), _PAGE):
        page = content[start : start + _PAGE]
        begin = _SALT if start == 0 else 0
        iv = page[_PAGE - _IV_AND_HMAC : _PAGE - _IV_AND_HMAC + 16]
        decryptor = Cipher(algorithms.AES(KEY), modes.CBC(iv)).decryptor()
        clear += decryptor.update(page[begin : _PAGE - _IV_AND_HMAC]) + decryptor.finalize()
    return clear


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.SampleClock]:
    """A closed vault with the sample people and their three years, to be copied."""
    folder, clock = tmp_path_factory.mktemp("sample") / "vault", sample.SampleClock()
    make_vault(folder, Clock())
    session = Session.open(folder, bytearray(KEY), clock)
    sample.fill(session.shared, session.private, clock)
    session.close()
    return folder, clock


@pytest.fixture
def told(
    filled: tuple[Path, sample.SampleClock], tmp_path: Path
) -> tuple[Path, sample.SampleClock]:
    """A copy of it for one test."""
    folder, clock = filled
    shutil.copytree(folder, tmp_path / "sample")
    return tmp_path / "sample", clock


def everything_in(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of a closed vault, in no order.

    Not how often it was written, which rises whatever is done, and not in which pages the index
    of the notes keeps their words, which it may choose anew; what it finds is among the rows.
    """
    database = Database(folder / "notes.db", bytearray(KEY))
    tables = database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'spell'"
        " AND name NOT LIKE 'private\\_note\\_index\\_%' ESCAPE '\\'"
    )
    rows = {t: sorted(database.rows(f'SELECT * FROM "{t}"'), key=repr) for (t,) in tables}
    database.close()
    return rows


def test_everybody_comes_back_from_the_bin_to_the_last_row(
    told: tuple[Path, sample.SampleClock],
) -> None:
    folder, clock = told
    before = everything_in(folder)
    again = Session.open(folder, bytearray(KEY), clock)
    everybody = people.everybody(again.shared)
    for person in everybody:
        rubbish.delete_person(again.private, person.id)
    assert people.everybody(again.shared) == ()
    assert again.shared.conversations.all() == ()

    for person in everybody:
        rubbish.bring_back(again.private, person.id)

    assert people.everybody(again.shared) == everybody
    again.close()
    assert everything_in(folder) == before


def test_a_conversation_comes_back_with_its_agreed_contract(
    told: tuple[Path, sample.SampleClock],
) -> None:
    folder, clock = told
    before = everything_in(folder)
    again = Session.open(folder, bytearray(KEY), clock)
    talks = again.shared.conversations.all()
    for talk in talks:
        rubbish.delete_conversation(again.private, talk.id)
    assert again.shared.conversations.all() == ()
    for binned in rubbish.in_bin(again.private):
        rubbish.bring_back(again.private, binned.id)
    assert again.shared.conversations.all() == talks
    again.close()
    assert everything_in(folder) == before


@pytest.fixture
def word(vault: OpenVault) -> str:
    """A word that stands in many notes about Priya, and in her name."""
    word = canary()
    who = people.add(vault.shared, f"Priya {word}").value
    talk = conversations.begin(vault.shared, who).value
    for step in conversations.path(vault.shared, talk).steps:
        note = PrivateText(f"Said {word} " * 400)
        answers.write(vault.private, Answer(talk, step.question, note, 4))
    with vault.private.transaction():
        vault.private.half_typed.put("an opportunity", who, PrivateText(f"Half of {word}"))
    return word


def delete_and_erase(vault: OpenVault) -> None:
    [person] = people.everybody(vault.shared)
    rubbish.delete_person(vault.private, person.id)
    [binned] = rubbish.in_bin(vault.private)
    rubbish.erase(vault.private, binned)


def test_somebody_erased_is_in_no_page_of_the_vault_free_ones_and_journal_included(
    vault: OpenVault, word: str
) -> None:
    vault.close()
    assert finds(decrypted(vault.folder / "notes.db"), word)
    again = open_vault(vault.folder, vault.clock)
    delete_and_erase(again)
    again.close()

    files = [file for file in vault.folder.rglob("*") if file.is_file()]
    assert not finds(decrypted(vault.folder / "notes.db"), word)
    assert not [file for file in files if finds(file.read_bytes(), word)]
    assert (vault.folder / "notes.db-journal").stat().st_size == 0


def test_the_search_would_find_what_is_only_deleted(vault: OpenVault, word: str) -> None:
    [person] = people.everybody(vault.shared)
    rubbish.delete_person(vault.private, person.id)
    vault.close()
    assert finds(decrypted(vault.folder / "notes.db"), word)


def test_the_search_would_find_a_page_that_was_freed_and_not_overwritten(
    vault: OpenVault, word: str
) -> None:
    vault.close()
    careless = Database(vault.folder / "notes.db", bytearray(KEY))
    careless.rows("PRAGMA secure_delete = OFF")
    with careless.transaction():
        careless.write("DELETE FROM person")
    careless.close()
    assert finds(decrypted(vault.folder / "notes.db"), word)


def test_the_backups_that_still_hold_somebody_are_named_and_can_be_replaced(
    vault: OpenVault,
) -> None:
    vault.backups.make()
    who = people.add(vault.shared, "Priya Nair").value
    holding = vault.backups.make()
    delete_and_erase(vault)

    held = vault.backups.holding(who)
    assert [point.path for point in held] == [holding]
    vault.backups.remove(held, but=vault.backups.make())

    assert vault.backups.holding(who) == ()
    assert len(vault.backups.kept()) == 2


def test_the_bin_is_emptied_after_thirty_days_and_not_before(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    rubbish.delete_person(vault.private, who)
    vault.clock.forward(days=30)
    rubbish.erase_what_is_due(vault.private)
    assert [binned.thing for binned in rubbish.in_bin(vault.private)] == [Thing.PERSON]

    for _ in range(2):  # seen due on one day, erased on the next
        vault.clock.forward(days=1)
        rubbish.erase_what_is_due(vault.private)

    assert rubbish.in_bin(vault.private) == ()


def test_a_clock_years_ahead_for_one_day_empties_no_bin(vault: OpenVault) -> None:
    rubbish.delete_person(vault.private, people.add(vault.shared, "Priya Nair").value)
    for days in (3650, -3650, 1, 3650):
        vault.clock.forward(days=days)
        for _ in range(2):
            rubbish.erase_what_is_due(vault.private)
    assert len(rubbish.in_bin(vault.private)) == 1


def test_what_belongs_to_somebody_in_the_bin_waits_there_for_them(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    rubbish.delete_conversation(vault.private, talk)
    rubbish.delete_person(vault.private, who)
    with pytest.raises(Refusal, match="Bring that back first"):
        rubbish.bring_back(vault.private, talk)

    rubbish.bring_back(vault.private, who)
    rubbish.bring_back(vault.private, talk)

    assert [each.id for each in vault.shared.conversations.all()] == [talk]


def test_paragraphs_keep_their_order_where_others_were_written_since(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk, other = (conversations.begin(vault.shared, who).value for _ in range(2))
    for text in ("First.", "Second.", "Third."):
        summaries.write(vault.shared, talk, text)
    rubbish.delete_conversation(vault.private, talk)
    for text in ("One.", "Two."):
        summaries.write(vault.shared, other, text)

    rubbish.bring_back(vault.private, talk)

    kept = [each.text for each in summaries.paragraphs(vault.shared, talk)]
    assert kept == ["First.", "Second.", "Third."]


@pytest.mark.parametrize("whole_person", [True, False], ids=["person", "conversation"])
def test_who_agreed_to_be_handed_over_can_be_deleted_and_comes_back_with_their_word(
    vault: OpenVault, whole_person: bool
) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    promise(vault, talk, Owner.PERSON, "Finish the runbook", date(2026, 12, 1))
    page = contracts.agree(vault.shared, contracts.draft(vault.shared, talk).value).value
    word = HandOver(who, "Lena Vogt", date(2026, 11, 20), page.id)
    with vault.shared.transaction():
        vault.shared.hand_overs.put(word)

    if whole_person:
        rubbish.delete_person(vault.private, who)
    else:
        rubbish.delete_conversation(vault.private, talk)
    rubbish.bring_back(vault.private, who if whole_person else talk)

    assert vault.shared.hand_overs.of(who) == word


def test_archived_people_are_out_of_the_way_and_come_back(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    conversations.begin(vault.shared, who)
    people.archive(vault.shared, who, away=True)
    assert people.everybody(vault.shared) == ()
    assert [person.name for person in people.archived(vault.shared)] == ["Priya Nair"]

    people.archive(vault.shared, who, away=False)

    assert [person.id for person in people.everybody(vault.shared)] == [who]
