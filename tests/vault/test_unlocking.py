from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal, Trouble
from desktop.vault import copies, derivation, recovery, slots
from desktop.vault.keyfile import Fault, KeysTrouble, from_bytes, to_bytes
from desktop.vault.slots import Slot, WayIn
from desktop.vault.unlocking import (
    WrongPassphrase,
    new_keys,
    new_way_in,
    set_passphrase,
    unlock,
    unlock_with_recovery_key,
)
from tests.vault.conftest import PASSPHRASE, Made

NEW = "seven quiet rivers in the north"


def test_the_right_passphrase_opens_the_vault_and_repairs_a_lost_copy(
    folder: Path, made: Made
) -> None:
    (folder / "keys.2.json").unlink()
    assert unlock(folder, PASSPHRASE) == made.data_key
    assert (folder / "keys.2.json").read_bytes() == (folder / "keys.json").read_bytes()


def test_a_wrong_passphrase_and_damage_are_told_apart(folder: Path) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        unlock(folder, PASSPHRASE + "s")
    assert wrong.value.field == "passphrase"
    for name in copies.NAMES:
        (folder / name).write_bytes((folder / name).read_bytes()[:-40])
    with pytest.raises(KeysTrouble) as damage:
        unlock(folder, PASSPHRASE)
    assert damage.value.fault is Fault.DAMAGED


def test_after_a_change_only_the_new_passphrase_opens_and_the_recovery_key_stays(
    folder: Path, made: Made
) -> None:
    sheet = " ".join(recovery.encode(bytearray(made.data_key)))
    data_key = unlock_with_recovery_key(sheet)
    keychain = Slot("k", "keychain", {"alg": "hkdf-sha256", "salt": "ab"}, bytes(12), bytes(48))
    copies.write(folder, replace(made.keys, slots=(*made.keys.slots, keychain)))
    way_in = new_way_in(NEW, derivation.at_floor())
    changed = set_passphrase(folder, data_key, way_in)
    assert way_in.key == bytes(32)
    assert copies.read(folder) == changed
    assert (changed.seq, len(changed.slots)) == (made.keys.seq + 1, 2)
    assert keychain in changed.slots
    assert unlock(folder, NEW) == made.data_key
    with pytest.raises(WrongPassphrase):
        unlock(folder, PASSPHRASE)


def test_a_passphrase_cannot_be_set_where_the_keys_are_lost(folder: Path, made: Made) -> None:
    for name in copies.NAMES:
        (folder / name).unlink()
    with pytest.raises(KeysTrouble):
        set_passphrase(folder, bytearray(made.data_key), WayIn({}, bytearray(32)))
    assert not (folder / "keys.json").exists()


def test_a_short_passphrase_is_refused_before_any_time_is_spent(made: Made) -> None:
    with pytest.raises(Refusal, match="12 characters"):
        new_way_in("too short")
    with pytest.raises(Refusal, match="12 characters"):
        new_keys("too short", bytearray(made.data_key))


def test_a_vault_without_a_passphrase_points_to_the_recovery_key(folder: Path, made: Made) -> None:
    copies.write(folder, replace(made.keys, slots=()))
    with pytest.raises(Trouble, match="recovery key"):
        unlock(folder, PASSPHRASE)


def test_any_edit_of_a_slot_or_its_owner_makes_it_refuse(made: Made) -> None:
    (slot,) = made.keys.slots
    owner = made.keys.owner
    key = derivation.derive(PASSPHRASE, derivation.from_fields(slot.kdf))
    assert slots.unwrap(slot, key, owner) == bytearray(made.data_key)
    edits = [
        replace(slot, id="another"),
        replace(slot, type="keychain"),
        replace(slot, kdf={**slot.kdf, "t": 4}),
        replace(slot, kdf={**slot.kdf, "salt": "00" * 16}),
        replace(slot, nonce=bytes(12)),
        replace(slot, ct=bytes(48)),
    ]
    assert [slots.unwrap(edited, key, owner) for edited in edits] == [None] * len(edits)
    assert slots.unwrap(slot, key, replace(owner, epoch=2)) is None
    assert slots.unwrap(slot, key, replace(owner, vault_id="another")) is None


def test_parameters_that_cost_a_thief_too_little_are_refused_even_with_a_right_checksum(
    made: Made,
) -> None:
    (slot,) = made.keys.slots
    for weak in ({"m_kib": 1024}, {"t": 1}, {"p": 0}, {"alg": "argon2d"}, {"v": 16}):
        edited = replace(made.keys, slots=(replace(slot, kdf={**slot.kdf, **weak}),))
        with pytest.raises(KeysTrouble):
            from_bytes(to_bytes(edited))
