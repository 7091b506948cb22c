import io
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Trouble
from desktop.vault.answers import Answer, answers, heard, say
from desktop.vault.drafts import seal, unseal
from desktop.vault.handover import (
    DRAFTS_WAITING,
    HandOver,
    deliver,
    receive,
    start_gate,
    start_vault,
    to_bytes,
)
from desktop.vault.slots import WayIn

KEY = bytes(range(100, 132))


class Drip(io.RawIOBase):
    """A pipe that gives a few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self.left = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        count = min(7, len(buffer), len(self.left))
        buffer[:count], self.left = self.left[:count], self.left[count:]
        return count


def whole(key: bytes = KEY) -> HandOver:
    return HandOver(
        folder=Path("/home/jan/Zäpfchen 📁/vault"),
        key=bytearray(key),
        verb="create",
        manager_name="Žofie Nováková",
        first_person="Jürgen",
        sample=True,
        keys=b"{}",
        way_in=WayIn({"alg": "argon2id", "t": 3}, bytearray(range(32))),
        quick_unlock=True,
        drafts=bytes(50),
    )


@settings(max_examples=30)
@given(st.binary(min_size=32, max_size=32), st.text(), st.binary(max_size=200))
def test_what_is_handed_over_arrives(key: bytes, name: str, drafts: bytes) -> None:
    sent = replace(whole(key), manager_name=name, drafts=drafts)
    assert receive(Drip(bytes(to_bytes(sent)))) == sent
    without = replace(sent, way_in=None)
    assert receive(Drip(bytes(to_bytes(without)))) == without


def test_a_gate_that_closes_without_a_word_is_no_trouble() -> None:
    assert receive(Drip(b"")) is None


def test_a_hand_over_that_breaks_off_or_is_none_is_trouble() -> None:
    message = bytes(to_bytes(whole()))
    for length in (3, 9, 15, len(message) // 2, len(message) - 1):
        with pytest.raises(Trouble):
            receive(Drip(message[:length]))
    with pytest.raises(Trouble):
        receive(Drip(b"GET / HTTP/1.1\r\n" * 20))


def test_a_hand_over_shows_nothing_of_itself() -> None:
    shown = repr(whole())
    assert "create" in shown
    assert not any(secret in shown for secret in ("Nov", "Jürg", "vault", "key", "argon", "drafts"))


VAULT = """
from desktop.vault.answers import say, standard_output
from desktop.vault.handover import receive, standard_input
from desktop.domain.errors import Trouble
from desktop.vault.data_key import wipe
from hashlib import sha256
import threading

news = standard_output()
say(news, "built")
given = receive(standard_input())
if given is None:
    raise SystemExit(3)
print("a stray line", flush=True)
digest = sha256(given.key).hexdigest()
if given.verb == "create":
    wipe(given.key)
say(news, "trouble", Trouble(what_happened=digest, what_is_safe=given.manager_name,
                             what_to_do=str(given.folder)))
say(news, "open")
threading.Event().wait()
"""


def test_a_real_vault_process_gets_the_key_answers_and_keeps_no_second_copy() -> None:
    found = {}
    for verb in ("open", "create"):
        key = bytearray(os.urandom(32))
        needle = bytes(key)
        vault = start_vault([sys.executable, "-c", VAULT])
        try:
            assert vault.stdout is not None
            heard_back = answers(vault.stdout)
            assert next(heard_back) == Answer("built")
            deliver(vault, replace(whole(), key=key, verb=verb))
            assert key == bytes(32)
            trouble = next(heard_back).trouble
            assert trouble is not None
            assert trouble.what_happened == sha256(needle).hexdigest()
            assert trouble.what_is_safe == "Žofie Nováková"
            assert next(heard_back) == Answer("open")
            found[verb] = copies_in_memory(vault.pid, needle)
        finally:
            vault.kill()
            vault.wait()
            assert vault.stdout is not None
            vault.stdout.close()
    assert found in ({"open": 1, "create": 0}, {"open": None, "create": None})


def copies_in_memory(pid: int, needle: bytes) -> int | None:
    """Count a secret in the writable memory of a process; None where the system does not let us."""
    maps = Path(f"/proc/{pid}/maps")
    if not maps.exists():
        return None
    count = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.read_text().splitlines():
            where, rights = line.split()[:2]
            start, end = (int(side, 16) for side in where.split("-"))
            if rights.startswith("rw"):
                memory.seek(start)
                count += memory.read(end - start).count(needle)
    return count


def test_a_vault_process_whose_gate_closes_ends_quietly() -> None:
    vault = start_vault([sys.executable, "-c", VAULT])
    assert vault.stdin is not None
    assert vault.stdout is not None
    vault.stdin.close()
    assert vault.wait(20) == 3
    vault.stdout.close()


def test_a_vault_process_that_is_gone_is_trouble_and_the_key_is_wiped_all_the_same() -> None:
    vault = start_vault([sys.executable, "-c", "pass"])
    vault.wait(20)
    sent = whole()
    with pytest.raises(Trouble, match="closed before"):
        deliver(vault, sent)
    assert sent.way_in is not None
    assert sent.key + sent.way_in.key == bytes(64)
    assert vault.stdout is not None
    vault.stdout.close()


GATE = """
import sys
from pathlib import Path
from desktop.vault.handover import DRAFTS_WAITING, standard_input, waiting_drafts
told = sys.argv[-1] == DRAFTS_WAITING
Path(sys.argv[1]).write_bytes(waiting_drafts(standard_input()) if told else b"none")
"""


@pytest.mark.parametrize("system", [sys.platform, "another"])
def test_drafts_reach_the_next_gate_however_long_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("desktop.vault.handover.sys.platform", system)
    drafts = os.urandom(300_000)
    command = [sys.executable, "-c", GATE, str(tmp_path / "arrived")]
    with start_gate(command, drafts) as gate:
        assert gate.wait(20) == 0
    assert (tmp_path / "arrived").read_bytes() == drafts
    with start_gate(command) as gate:
        assert gate.wait(20) == 0
    assert (tmp_path / "arrived").read_bytes() == b"none"
    assert DRAFTS_WAITING not in command


def test_only_the_vault_that_sealed_drafts_reads_them() -> None:
    words = "Žofie said she would rather lead".encode()
    sealed = seal(bytearray(KEY), words)
    assert words not in sealed
    assert unseal(bytearray(KEY), sealed) == words
    assert seal(bytearray(KEY), words) != sealed
    for wrong in (sealed[:-1], b"", sealed[:20], bytes(len(sealed))):
        with pytest.raises(Trouble):
            unseal(bytearray(KEY), wrong)
    with pytest.raises(Trouble):
        unseal(bytearray(32), sealed)


def test_answers_are_one_line_each_and_strange_lines_are_passed_over() -> None:
    trouble = Trouble(what_happened="A\nB “c”", what_is_safe="…", what_to_do="Ž")
    pipe = io.BytesIO()
    say(pipe, "built")
    pipe.write(b"libpng warning: open\n\xff\xfe\ntrouble but no list\n\n")
    say(pipe, "trouble", trouble)
    say(pipe, "quit")
    pipe.seek(0)
    built, told, quitted = answers(pipe)
    assert (built, quitted) == (Answer("built"), Answer("quit"))
    assert told.word == "trouble"
    assert str(told.trouble) == str(trouble)
    assert heard(b"trouble [1, 2]\n") is None


def test_nobody_listening_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", buffering=0) as deaf:  # noqa: PTH123
        say(deaf, "open")


def test_what_the_lock_screen_needs_at_once_brings_no_heavy_company() -> None:
    listed = """
import sys
import desktop.vault.unlocking, desktop.vault.folder, desktop.vault.attempts
import desktop.vault.passphrase, desktop.vault.recovery, desktop.vault.handover
import desktop.vault.answers, desktop.vault.hardening, desktop.vault.lockfile, desktop.vault.drafts
heavy = {"cryptography", "zxcvbn", "platformdirs", "ctypes", "PySide6", "sqlcipher3"}
print(sorted(heavy & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", listed], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"
