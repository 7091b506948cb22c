"""The vault that every bench is measured on is the same one every time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.conversations.conversation import Kind
from desktop.services import contracts, conversations, people, today
from desktop.services.private import answers
from tests.bench.ten_years import history, shelf
from tests.bench.ten_years.history import WHOLE, Size
from tests.helpers.clock import Clock
from tests.helpers.vaults import OpenVault, open_vault

SMALL = Size(people=2, talks_each=7, notes_each=50)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[OpenVault]:
    history.make(tmp_path / "small", SMALL, seed=7)
    vault = open_vault(tmp_path / "small", Clock())
    yield vault
    vault.close()


def test_the_same_seed_tells_the_same_history_and_another_one_does_not(tmp_path: Path) -> None:
    for name, seed in (("once", 7), ("again", 7), ("other", 8)):
        history.make(tmp_path / name, SMALL, seed)
    once, again, other = (shelf.fingerprint(tmp_path / n) for n in ("once", "again", "other"))

    assert once == again
    assert once != other


def test_every_conversation_holds_as_many_notes_as_were_asked_for(small: OpenVault) -> None:
    talks = small.shared.conversations.all()

    assert len(talks) == SMALL.people * SMALL.talks_each
    for talk in talks:
        on_paper = len(answers.notes_of(small.private, talk.id))
        on_the_pad = len(small.private.pads.of(talk.id).lines)
        assert on_paper + on_the_pad == SMALL.notes_each


def test_a_history_is_one_that_a_manager_could_have(small: OpenVault) -> None:
    first, second = people.everybody(small.shared)
    under_way = conversations.of_person(small.shared, first.id)[0]
    contract = contracts.standing(small.shared, second.id)

    assert under_way.is_open
    assert under_way.kind is Kind.FULL
    assert contract is not None
    assert contract.version > 1
    assert today.today(small.shared).mine


def test_the_whole_of_it_is_what_the_speed_is_asked_for_at() -> None:
    assert WHOLE.people == 50
    assert WHOLE.people * WHOLE.talks_each == 2_000
    assert WHOLE.people * WHOLE.talks_each * WHOLE.notes_each == 100_000


def test_it_is_made_once_and_copied_after_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    size = Size(people=1, talks_each=1, notes_each=50)

    shelf.ten_years(tmp_path / "one", size).close()
    (kept,) = (tmp_path / "cache" / "onward-bench").iterdir()
    made = (kept / "notes.db").stat().st_mtime_ns
    shelf.ten_years(tmp_path / "two", size).close()

    assert (kept / "notes.db").stat().st_mtime_ns == made
    assert shelf.fingerprint(tmp_path / "one") == shelf.fingerprint(tmp_path / "two")
