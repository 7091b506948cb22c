import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Refusal
from desktop.vault.recovery import decode, encode, is_group, two_groups_to_ask

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=32, max_size=32).map(bytearray)


@given(keys)
def test_a_recovery_key_read_from_paper_gives_the_data_key_back(key: bytearray) -> None:
    groups = encode(key)
    assert [len(group) for group in groups] == [4] * 14
    assert decode(" ".join(groups)) == key


@given(keys)
def test_a_careless_hand_is_forgiven(key: bytearray) -> None:
    shown = "-".join(encode(key)).lower()
    assert decode(f"  {shown.replace('0', 'o').replace('1', 'l')}\n") == key
    assert decode("".join(encode(key)).replace("0", "O").replace("1", "I")) == key
    assert decode(" – ".join(encode(key))) == key


@given(keys, st.integers(0, 55), st.integers(1, 31))
def test_every_single_typo_is_noticed_and_its_group_is_named(
    key: bytearray, place: int, shift: int
) -> None:
    typed = list("".join(encode(key)))
    typed[place] = ALPHABET[(ALPHABET.index(typed[place]) + shift) % 32]
    with pytest.raises(Refusal, match=rf"^Group {place // 4 + 1} looks mistyped") as refusal:
        decode("".join(typed))
    assert refusal.value.field == "recovery_key"


@given(keys, st.integers(0, 54))
def test_two_neighbours_in_the_wrong_order_are_noticed(key: bytearray, place: int) -> None:
    typed = list("".join(encode(key)))
    if typed[place] == typed[place + 1]:
        return
    typed[place], typed[place + 1] = typed[place + 1], typed[place]
    with pytest.raises(Refusal):
        decode("".join(typed))


@given(keys, st.lists(st.integers(0, 13), min_size=2, max_size=2, unique=True))
def test_two_groups_in_the_wrong_order_are_noticed(key: bytearray, places: list[int]) -> None:
    groups = list(encode(key))
    first, second = places
    if groups[first] == groups[second]:
        return
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(Refusal):
        decode(" ".join(groups))


def test_a_character_that_is_never_used_and_a_missing_one_are_named_with_their_group() -> None:
    groups = list(encode(bytearray(range(32))))
    with pytest.raises(Refusal, match=r"group 3 again.*“U”"):
        decode(" ".join([*groups[:2], "U" + groups[2][1:], *groups[3:]]))
    with pytest.raises(Refusal, match=r"this one has 55\. Please look at group 6 again"):
        decode(" ".join([*groups[:5], groups[5][1:], *groups[6:]]))
    with pytest.raises(Refusal, match="this one has 0"):
        decode("")


def test_two_different_groups_are_asked_back() -> None:
    asked = {two_groups_to_ask() for _ in range(300)}
    assert all(1 <= first < second <= 14 for first, second in asked)
    assert {number for pair in asked for number in pair} == set(range(1, 15))
    assert is_group("A0B1", " aob-l ")
    assert not is_group("A0B1", "A0B2")


def test_the_sheet_of_a_known_key_never_changes() -> None:
    """A sheet in a drawer must open the vault in ten years."""
    assert " ".join(encode(bytearray(range(32)))) == (
        "000G 40R4 0M30 E209 185G R38E 1W81 24GK 2GAH C5RR 34D1 P70X 3RFG WYA6"
    )
