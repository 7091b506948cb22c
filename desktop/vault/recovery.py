"""The recovery key: the data key itself, written for paper and for tired eyes.

52 characters of Crockford base32 and 4 check characters, in 14 groups of 4 (security.md 2.2). The
check takes each pair of characters as a number of GF(1024) and keeps two weighted sums at zero (a
Reed-Solomon code): one mistyped pair is always noticed and its place is known, two mistyped pairs
and two groups in the wrong order are always noticed.
"""

import secrets
import unicodedata
from functools import cache
from typing import Final

from desktop.domain.errors import Refusal
from desktop.vault.data_key import LENGTH

GROUPS: Final = 14
GROUP_LENGTH: Final = 4
FIELD: Final = "recovery_key"
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = str.maketrans(dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212_.,", " "))
_SPARE_BITS: Final = 4
_ORDER: Final = 1023
_POLYNOMIAL: Final = 0b10000001001  # x¹⁰ + x³ + 1, primitive


def encode(data_key: bytearray) -> tuple[str, ...]:
    """Return the recovery key of a data key: 14 groups of 4 characters."""
    number = int.from_bytes(data_key, "big") << _SPARE_BITS
    pairs = [number >> shift & 1023 for shift in range(250, -1, -10)]
    characters = "".join(_ALPHABET[p >> 5] + _ALPHABET[p & 31] for p in (*pairs, *_check(pairs)))
    return tuple(
        characters[start : start + GROUP_LENGTH]
        for start in range(0, GROUPS * GROUP_LENGTH, GROUP_LENGTH)
    )


def decode(text: str) -> bytearray:
    """Return the data key that a typed recovery key spells; wipe it after use.

    Forgives small letters, spaces, hyphens, O for 0, I and L for 1. Refusal (field
    ``recovery_key``) otherwise; it names the group that looks mistyped where that can be known.
    """
    typed = _split(text)
    characters = "".join(typed)
    _refuse_strange_characters(characters)
    _refuse_wrong_length(typed)
    values = [_ALPHABET.index(character) for character in characters]
    pairs = [high << 5 | low for high, low in zip(values[::2], values[1::2], strict=True)]
    _refuse_mistyped(pairs)
    number = 0
    for pair in pairs[:-2]:
        number = number << 10 | pair
    if number & (1 << _SPARE_BITS) - 1:
        raise _refusal("This is not a recovery key: please compare every group with your sheet.")
    return bytearray((number >> _SPARE_BITS).to_bytes(LENGTH, "big"))


def two_groups_to_ask() -> tuple[int, int]:
    """Return the numbers of two different groups (1 to 14, ascending) to ask back."""
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second


def is_group(shown: str, typed: str) -> bool:
    """Say whether a group typed back is the one shown, as forgivingly as ``decode`` reads."""
    return "".join(_split(typed)) == shown


def _split(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).translate(_SEPARATORS)
    return [part.upper().translate(_LOOKALIKES) for part in plain.split()]


def _refuse_strange_characters(characters: str) -> None:
    for place, character in enumerate(characters):
        if character not in _ALPHABET:
            raise _refusal(
                f"Please look at group {place // GROUP_LENGTH + 1} again: "
                f"a recovery key never contains “{character}”."
            )


def _refuse_wrong_length(typed: list[str]) -> None:
    count = sum(len(part) for part in typed)
    if count == GROUPS * GROUP_LENGTH:
        return
    sentence = f"A recovery key has 14 groups of 4 characters, 56 in all; this one has {count}."
    odd = [number for number, part in enumerate(typed, 1) if len(part) != GROUP_LENGTH]
    if len(typed) == GROUPS and odd:
        sentence += f" Please look at group {odd[0]} again."
    raise _refusal(sentence)


def _refuse_mistyped(pairs: list[int]) -> None:
    once, twice = _sums(pairs)
    if not once and not twice:
        return
    if once and twice:
        place = _logarithm(_divide(twice, once))
        if place < len(pairs):
            group = place * 2 // GROUP_LENGTH + 1
            raise _refusal(f"Group {group} looks mistyped. Please compare it with your sheet.")
    raise _refusal("More than one group looks mistyped. Please compare them with your sheet.")


def _check(pairs: list[int]) -> tuple[int, int]:
    """Solve for the two last pairs that bring both sums to zero."""
    once, twice = _sums(pairs)
    near, far = len(pairs), len(pairs) + 1
    last = _divide(twice ^ _multiply(once, _power(near)), _power(near + far) ^ _power(2 * far))
    return _divide(once ^ _multiply(last, _power(far)), _power(near)), last


def _sums(pairs: list[int]) -> tuple[int, int]:
    """Return the sums of all pairs, weighted by x to their place, and to twice their place."""
    once = twice = 0
    for place, pair in enumerate(pairs):
        once ^= _multiply(pair, _power(place))
        twice ^= _multiply(pair, _power(2 * place))
    return once, twice


def _power(exponent: int) -> int:
    return _tables()[0][exponent % _ORDER]


def _logarithm(number: int) -> int:
    return _tables()[1][number]


def _multiply(left: int, right: int) -> int:
    return _power(_logarithm(left) + _logarithm(right)) if left and right else 0


def _divide(left: int, right: int) -> int:
    return _power(_logarithm(left) - _logarithm(right)) if left else 0


@cache
def _tables() -> tuple[tuple[int, ...], dict[int, int]]:
    """Return the powers of x in GF(1024), and the exponent of each number."""
    powers = [1]
    while len(powers) < _ORDER:
        doubled = powers[-1] << 1
        powers.append(doubled ^ _POLYNOMIAL if doubled > _ORDER else doubled)
    return tuple(powers), {power: exponent for exponent, power in enumerate(powers)}


def _refusal(sentence: str) -> Refusal:
    return Refusal(FIELD, sentence)
