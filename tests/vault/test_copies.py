import json
import random
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.vault import copies, slots
from desktop.vault.keyfile import Fault, KeysTrouble, from_bytes, to_bytes
from tests.vault.conftest import Made


def test_every_flipped_bit_of_a_copy_is_noticed(made: Made) -> None:
    content = to_bytes(made.keys)
    assert from_bytes(content) == made.keys
    for place in range(len(content)):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[place] ^= 1 << bit
            with pytest.raises(KeysTrouble) as trouble:
                from_bytes(bytes(flipped))
            assert trouble.value.fault is Fault.DAMAGED


@pytest.mark.parametrize("name", copies.NAMES)
def test_one_damaged_copy_heals_from_the_other(folder: Path, made: Made, name: str) -> None:
    content = to_bytes(made.keys)
    for place in random.Random(1).sample(range(len(content)), 12):
        (folder / name).write_bytes(content[:place] + b"?" + content[place + 1 :])
        assert copies.read(folder) == made.keys
        assert copies.heal(folder)
        assert (folder / name).read_bytes() == content
    assert not copies.heal(folder)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, Fault.MISSING),
        (b"", Fault.DAMAGED),
        (bytes(4096), Fault.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", Fault.FOREIGN),
        (b'{"keys": []}', Fault.FOREIGN),
        (b"[" * 100_000, Fault.FOREIGN),
    ],
)
def test_two_unusable_copies_are_named_for_what_they_are(
    folder: Path, content: bytes | None, fault: Fault
) -> None:
    for name in copies.NAMES:
        if content is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(content)
    with pytest.raises(KeysTrouble) as trouble:
        copies.read(folder)
    assert trouble.value.fault is fault
    assert "notes.db" in trouble.value.what_is_safe


def test_two_damaged_copies_are_damaged_even_if_one_is_gone(folder: Path, made: Made) -> None:
    (folder / "keys.json").write_bytes(to_bytes(made.keys)[:-1])
    (folder / "keys.2.json").unlink()
    with pytest.raises(KeysTrouble) as trouble:
        copies.read(folder)
    assert trouble.value.fault is Fault.DAMAGED


def test_the_copy_that_is_ahead_wins(folder: Path, made: Made) -> None:
    ahead = replace(made.keys, seq=9)
    (folder / "keys.2.json").write_bytes(to_bytes(ahead))
    assert copies.read(folder) == ahead
    copies.heal(folder)
    assert from_bytes((folder / "keys.json").read_bytes()) == ahead


def test_copies_of_two_vaults_are_not_mixed(folder: Path, made: Made) -> None:
    stranger = to_bytes(replace(made.keys, vault_id="another"))
    (folder / "keys.2.json").write_bytes(stranger)
    with pytest.raises(KeysTrouble) as trouble:
        copies.read(folder)
    assert trouble.value.fault is Fault.MIXED
    with pytest.raises(KeysTrouble):
        copies.heal(folder)
    assert (folder / "keys.2.json").read_bytes() == stranger


def test_a_newer_copy_is_never_overwritten_by_an_older_one(folder: Path, made: Made) -> None:
    fields = json.loads(to_bytes(made.keys))
    del fields["sha256"]
    fields["v"] = 2
    fields["something_new"] = True
    newer = slots.canonical({**fields, "sha256": sha256(slots.canonical(fields)).hexdigest()})
    (folder / "keys.2.json").write_bytes(newer)
    with pytest.raises(KeysTrouble) as trouble:
        copies.heal(folder)
    assert trouble.value.fault is Fault.NEWER
    assert (folder / "keys.2.json").read_bytes() == newer


def test_the_second_copy_failing_says_that_the_change_is_in_force(folder: Path, made: Made) -> None:
    (folder / "keys.2.json").unlink()
    (folder / "keys.2.json").mkdir()
    with pytest.raises(Trouble, match="in force"):
        copies.write(folder, replace(made.keys, seq=2))
    assert from_bytes((folder / "keys.json").read_bytes()).seq == 2


def test_bad_copies_are_set_aside_and_never_lost(folder: Path, made: Made) -> None:
    for round_, words in enumerate(("somebody else's", "another's"), 1):
        (folder / "keys.json").write_text(words)
        copies.set_aside(folder)
        copies.write(folder, made.keys)
        assert (folder / f"keys.json.aside-{round_}").read_text() == words
    assert copies.read(folder) == made.keys


KILLED_AT = """
import os, signal, sys
from pathlib import Path
from desktop.vault import copies
from desktop.vault.keyfile import from_bytes

folder, new, left = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])

def counted(call):
    def step(*given):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given)
    return step

os.fsync, os.replace = counted(os.fsync), counted(os.replace)
copies.write(folder, from_bytes(new))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such kill")
def test_killed_between_any_two_steps_the_keys_are_the_old_or_the_new(
    folder: Path, made: Made
) -> None:
    new = replace(made.keys, seq=2)
    seen = []
    for step in range(7):
        copies.write(folder, made.keys)
        arguments = [str(folder), to_bytes(new).hex(), str(step)]
        subprocess.run([sys.executable, "-c", KILLED_AT, *arguments], check=False)
        seen.append(copies.read(folder).seq)
    assert seen == [1, 1, 2, 2, 2, 2, 2]
    copies.write(folder, made.keys)
    assert sorted(p.name for p in folder.iterdir()) == ["keys.2.json", "keys.json", "notes.db"]
