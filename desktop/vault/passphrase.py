"""A passphrase: made of five drawn words, or typed and measured honestly. No rules of complexity.

A typed one is measured against a thief with 100 graphics cards, each trying about 450 passphrases
a second against our derivation (security.md 2.3).
"""

import math
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from desktop.domain.errors import Refusal
from desktop.files import resources

SHORTEST: Final = 12
WORDS: Final = 5
GUESSES_PER_SECOND: Final = 100 * 450
_MEASURED_LENGTH: Final = 72
_KNOWN_TO_EVERYBODY: Final = ("correct horse battery staple", "correcthorsebatterystaple")
"""The example that made passphrases known (xkcd 936), which the lists of zxcvbn do not hold."""

_MINUTE: Final = 60.0
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_MONTH: Final = 30.44 * _DAY
_YEAR: Final = 365.25 * _DAY
_HISTORY: Final = 5_000 * _YEAR


class Verdict(Enum):
    """What a strength means: a thief succeeds within a year, within a century, or not at all."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """How long a passphrase withstands a thief: in bits, in seconds and in words."""

    bits: float
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """The strength in one of three steps, for a colour beside the words."""
        if self.seconds < _YEAR:
            return Verdict.WEAK
        return Verdict.FAIR if self.seconds < 100 * _YEAR else Verdict.STRONG

    @property
    def time(self) -> str:
        """The time a thief needs on average, such as "about 6 minutes"."""
        return _in_words(self.seconds)

    @property
    def sentence(self) -> str:
        """The strength as one sentence without a full stop."""
        return f"Would take a thief with 100 graphics cards {self.time}"


@cache
def words() -> tuple[str, ...]:
    """Return the 7,776 words that phrases are drawn from."""
    listed = resources() / "words" / "passphrase.en.txt"
    return tuple(listed.read_text("ascii").split())


def generated(count: int = WORDS) -> str:
    """Return a new phrase of ``count`` words with spaces between: 12.9 bits for each word."""
    return " ".join(secrets.choice(words()) for _ in range(count))


def strength_of_generated(count: int = WORDS) -> Strength:
    """Return the strength of a phrase that ``generated`` drew: exact, since we know how."""
    return _strength(count * math.log2(len(words())))


def strength(passphrase: str, own_words: Iterable[str] = ()) -> Strength:
    """Return the estimated strength of a typed passphrase.

    ``own_words`` are words a thief would try first: the manager's name, the name of the computer.
    Of a long passphrase the first 72 characters are measured, and the rest only adds to them. A
    sentence never counts for more than its words one by one: people do not join words by chance.
    The first call takes 0.1 s, then some 10 ms a word.
    """
    typed = unicodedata.normalize("NFKC", passphrase)[:_MEASURED_LENGTH]
    first_tries = [part for word in own_words for part in (word, *word.split())]
    first_tries += _KNOWN_TO_EVERYBODY
    if not typed:
        return Strength(0.0, 0.0)
    word_by_word = sum(_bits_of_word(word, first_tries) for word in typed.split())
    return _strength(min(_bits(typed, first_tries), word_by_word))


def _bits_of_word(word: str, first_tries: list[str]) -> float:
    """Return the bits of one word; one of our own list is never worth more than its chance."""
    bits = _bits(word, first_tries)
    return min(bits, math.log2(len(words()))) if word.lower() in words() else bits


def _bits(typed: str, first_tries: list[str]) -> float:
    """Return what zxcvbn thinks of a text, in bits.

    It counts the guesses until the text is found; bits count all, of which half are needed.
    """
    from zxcvbn import zxcvbn

    if not typed.strip():
        return 0.0
    return math.log2(int(zxcvbn(typed, user_inputs=first_tries)["guesses"])) + 1


def check_new_passphrase(passphrase: str) -> None:
    """Refuse (field ``passphrase``) a new passphrase of less than 12 characters; no other rule."""
    if len(unicodedata.normalize("NFKC", passphrase)) < SHORTEST:
        raise Refusal("passphrase", "Please use at least 12 characters. A few words are easiest.")


def _strength(bits: float) -> Strength:
    """The thief finds it on average after half of all guesses."""
    return Strength(bits, 2.0 ** (bits - 1) / GUESSES_PER_SECOND)


def _in_words(seconds: float) -> str:
    if seconds < 1:
        return "less than a second"
    if seconds > _HISTORY:
        return "longer than history"
    unit, name = next((unit, name) for unit, name, most in _UNITS if seconds < most)
    number = _rounded(seconds / unit)
    return f"about {number:,} {name}" if number > 1 else f"about 1 {name.removesuffix('s')}"


_UNITS: Final = (
    (1.0, "seconds", _MINUTE),
    (_MINUTE, "minutes", _HOUR),
    (_HOUR, "hours", _DAY),
    (_DAY, "days", 2 * _MONTH),
    (_MONTH, "months", 2 * _YEAR),
    (_YEAR, "years", math.inf),
)


def _rounded(number: float) -> int:
    """Two digits are all that an estimate deserves."""
    return max(1, int(round(number, min(0, 2 - len(str(int(number)))))))
