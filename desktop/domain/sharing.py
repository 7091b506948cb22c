"""The only door from private to shared, and the look back at what may have slipped through it."""

import re
from collections.abc import Iterable

from desktop.domain.private.words import PrivateText

_SHORTEST_TELLING_SENTENCE = 20
"""Characters below which a sentence ("Yes, she said.") may stand in both by chance."""


def starting_words(selected: PrivateText) -> str:
    """Return a selected line as the first draft of a shared sentence.

    The manager asked for it by name and sees it in the shared field, to be put into words meant
    for both. Nothing else turns private words into shared ones.
    """
    return selected.reveal().strip()


def private_sentences_in(page: str, notes: Iterable[PrivateText]) -> tuple[str, ...]:
    """Return the sentences of the notes that stand word for word in the page, each once."""
    shared = _plain(page)
    found = {
        sentence.strip(): None
        for note in notes
        for sentence in _sentences(note.reveal())
        if len(_plain(sentence)) >= _SHORTEST_TELLING_SENTENCE and _plain(sentence) in shared
    }
    return tuple(found)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?…])\s+|\n+", text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
