"""Whether one sentence is another with a word or two changed; plain words in, in any script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

_ENDS = re.compile(r"(?<=[.!?…])\s+|(?<=[\u3002\uff01\uff1f])|\n+")
_ASCII_ENDS = re.compile(r"\s(?:(?<=[.!?]\s)\s*|(?<=\n))")
"""The same where no other letters are; it begins at a space, so that the rest is passed over."""
_WORDS = re.compile(
    # Scripts that write no spaces: every character is a word.
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W_]"
    "[^\\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]*"
)
_TELLING = 12
"""Weight below which a sentence ("Yes, she said so.") may stand in two places by chance."""

_MOSTLY = 0.72
"""The share of a sentence's weight that must stand in the other, in its order."""

_SHORT, _NEARLY_ALL_OF_SHORT = 21, 0.78
"""Up to this weight more of a sentence must stand in the other."""

_KNOWN = 0.45
"""The share of words that must be known for ``_MOSTLY`` of the weight to be."""

_NEARLY_ALL = 0.9
"""The share that must stand in the other in whatever order."""

_RUN = 7
"""Words in a row that nobody writes twice by chance, in a sentence otherwise new."""

_RUN_WEIGHT = 17


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text, without the spaces around them."""
    ends = _ASCII_ENDS if text.isascii() else _ENDS
    return (part for piece in ends.split(text) if (part := piece.strip()))


@dataclass(frozen=True)
class Sentence:
    """A sentence, and its words made comparable: no capitals, no accents, no endings."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The comparable words in their order."""
        return tuple(_stem(word) for word in _WORDS.findall(_bare(self.text)))

    @cached_property
    def weight(self) -> int:
        """How much the sentence tells: a word counts by its length."""
        return sum(map(_weight, self.words))

    @property
    def is_telling(self) -> bool:
        """Whether the sentence says enough to be known again."""
        return len(self.words) > 3 and self.weight >= _TELLING

    def stands_in(self, other: "Sentence") -> bool:
        """Return whether most of this one stands in the other: in its order, or nearly all of it.

        A long run of words that also stands there is enough, however much is new around it.
        """
        return (
            self._weight_in_order(other) >= self.least
            or self._stands_reordered_in(other)
            or not self.runs.isdisjoint(other.runs)
        )

    @property
    def least(self) -> float:
        """The weight that must stand in another one; a short sentence must say nearly the same."""
        return (_MOSTLY if self.weight > _SHORT else _NEARLY_ALL_OF_SHORT) * self.weight

    @cached_property
    def bag(self) -> Counter[str]:
        """The comparable words, however they are ordered."""
        return Counter(self.words)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words that is long enough to tell."""
        starts = range(len(self.words) - _RUN + 1)
        runs = (self.words[start : start + _RUN] for start in starts)
        return frozenset(run for run in runs if sum(map(_weight, run)) >= _RUN_WEIGHT)

    def _weight_in_order(self, other: "Sentence") -> int:
        blocks = SequenceMatcher(None, self.words, other.words, autojunk=False)
        shared = [block for block in blocks.get_matching_blocks() if block.size]
        if not shared or shared[-1].b + shared[-1].size - shared[0].b > self._room:
            return 0
        runs = (self.words[block.a : block.a + block.size] for block in shared)
        return sum(_weight(word) for run in runs for word in run)

    def _stands_reordered_in(self, other: "Sentence") -> bool:
        close = len(other.words) <= self._room
        return close and _weight_of(self.bag & other.bag) >= _NEARLY_ALL * self.weight

    @property
    def _room(self) -> float:
        """How many words of another sentence this one may be spread over."""
        return 1.3 * len(self.words) + 1


class Page:
    """The sentences of a page, and a quick way to those that another one could resemble."""

    def __init__(self, text: str) -> None:
        """Read a page; every two sentences count together too, for one that was broken in two."""
        single = tuple(sentences(text))
        pairs = (f"{one} {other}" for one, other in pairwise(single))
        self._sentences = tuple(map(Sentence, (*single, *pairs)))
        self._runs = frozenset(run for sentence in self._sentences for run in sentence.runs)
        self._words = frozenset(word for sentence in self._sentences for word in sentence.words)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for place, sentence in enumerate(self._sentences):
            for word, times in sentence.bag.items():
                if _weight(word) > 1:
                    self._places.setdefault(word, []).append((place, times))

    def resembling(self, sentence: Sentence) -> Iterator[Sentence]:
        """Give the sentences of the page in which this one stands, nearly or altogether."""
        known = sum(map(self._words.__contains__, sentence.words))
        if known < min(_KNOWN * len(sentence.words), _RUN) or not sentence.is_telling:
            return
        if sentence.runs.isdisjoint(self._runs):
            candidates = self._sharing_enough_with(sentence)
        else:
            candidates = self._sentences
        yield from (found for found in candidates if sentence.stands_in(found))

    def _sharing_enough_with(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Little words stand everywhere, so only the others are counted."""
        little = 0
        shared: dict[int, int] = {}
        for word, times in sentence.bag.items():
            weight = _weight(word)
            little += times if weight == 1 else 0
            for place, there in self._places.get(word, ()):
                shared[place] = shared.get(place, 0) + weight * min(times, there)
        least = _MOSTLY * sentence.weight - little
        return tuple(self._sentences[place] for place, w in sorted(shared.items()) if w >= least)


def _weight_of(bag: Counter[str]) -> int:
    return sum(_weight(word) * times for word, times in bag.items())


def _bare(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "")
    apart = unicodedata.normalize("NFKD", text.casefold())
    marks = "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’")
    return unicodedata.normalize("NFC", marks)


def _stem(word: str) -> str:
    return word if len(word) < 5 else word[:5].rstrip("s")


def _weight(word: str) -> int:
    """Return 1 for a little word ("to", "the"), 2 for a character of its own, 3 for any other."""
    if len(word) > 3:
        return 3
    return 2 if not word.isascii() and len(word) == 1 else 1
