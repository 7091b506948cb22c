from collections.abc import Mapping

import pytest

from desktop.domain.errors import Trouble
from desktop.vault.data_key import new_data_key, wipe
from desktop.vault.derivation import (
    Argon2Parameters,
    at_floor,
    calibrated,
    derive,
    free_memory_kib,
    from_fields,
    to_fields,
)

MIB = 1024


def test_the_same_word_typed_on_another_keyboard_gives_the_same_key() -> None:
    parameters = at_floor()
    composed = derive("caf\u00e9 am see", parameters)
    assert composed == derive("cafe\u0301 am see", parameters)
    assert len(composed) == 32


def chosen(seconds: Mapping[int, float], free_mib: int | None = None) -> int:
    def free() -> int | None:
        return None if free_mib is None else free_mib * MIB

    return calibrated(lambda m_kib: seconds[m_kib // MIB], free).m_kib // MIB


def test_the_memory_doubles_until_a_guess_takes_about_a_second() -> None:
    assert chosen({128: 0.4, 256: 0.8}) == 256
    assert chosen({128: 0.9}) == 128
    assert chosen({128: 0.1, 256: 0.2, 512: 0.4, 1024: 0.6}) == 1024


def test_a_slow_computer_gets_no_less_than_128_mib_and_no_step_that_takes_too_long() -> None:
    assert chosen({128: 2.5}) == 128
    assert chosen({128: 0.5, 256: 1.9}) == 128


def test_only_a_computer_short_of_memory_gets_the_floor() -> None:
    assert chosen({}, free_mib=200) == 64
    assert chosen({128: 0.1, 256: 0.2}, free_mib=600) == 256


def test_memory_that_is_refused_steps_back() -> None:
    def measure(m_kib: int) -> float:
        if m_kib > 128 * MIB:
            raise Trouble(what_happened="", what_is_safe="", what_to_do="")
        return 0.1

    assert calibrated(measure, lambda: None).m_kib == 128 * MIB


def test_every_vault_gets_a_salt_of_its_own() -> None:
    assert at_floor().salt != at_floor().salt
    assert len(at_floor().salt) == 16


def test_parameters_come_back_as_they_were_written() -> None:
    parameters = Argon2Parameters(256 * MIB, 3, 4, bytes(range(16)))
    assert from_fields(to_fields(parameters)) == parameters


@pytest.mark.parametrize(
    "edit",
    [
        {"m_kib": 64 * MIB - 1},
        {"m_kib": 2 * 1024 * MIB + 1},
        {"m_kib": "65536"},
        {"m_kib": True},
        {"t": 2},
        {"t": 21},
        {"p": 17},
        {"p": 0},
        {"v": 20},
        {"alg": "argon2i"},
        {"salt": "00"},
        {"salt": "no hex"},
    ],
)
def test_parameters_too_weak_too_heavy_or_unknown_are_refused(edit: dict[str, str | int]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reason is of no use to anybody
        from_fields({**to_fields(at_floor()), **edit})


def test_a_data_key_is_random_and_can_be_wiped() -> None:
    key = bytearray(range(32))
    wipe(key)
    assert key == bytes(32)
    assert new_data_key() != new_data_key()


def test_free_memory_is_a_number_or_unknown() -> None:
    free = free_memory_kib()
    assert free is None or free > 0
