"""How long it takes to find words in 100,000 private notes, held against counting them raw."""

from collections.abc import Iterator
from functools import partial
from statistics import median
from time import process_time

from desktop.domain.private.words import PrivateText
from desktop.services import people
from desktop.services.private import notes
from tests.bench.rows import Row, in_turns
from tests.helpers.vaults import OpenVault

_ROUNDS = 15
_AIM_MS = 50


def measure(vault: OpenVault) -> Iterator[Row]:
    """Yield a row for each way of looking for words in a vault with the notes."""
    rare = people.everybody(vault.shared)[-1].id
    looked_for = {
        "one letter": ("s", None),
        "two letters": ("se", None),
        "a word": ("settle", None),
        "two words": ("settle quarter", None),
        "a phrase": ('"word12 word40"', None),
        "a letter, one person": ("s", rare),
        "nothing there": ("xylophone", None),
    }
    for name, (typed, who) in looked_for.items():
        text = PrivateText(typed)
        _, ours, theirs = in_turns(
            _ROUNDS,
            lambda: None,
            partial(notes.find, vault.private, text, who),
            partial(notes.count, vault.private, rare),
            clock=process_time,
        )
        against = "counting one person's notes"
        worst = max(ours)
        yield Row(f"find {name}", median(ours), _AIM_MS, median(theirs), against, worst=worst)
