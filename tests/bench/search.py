"""How long it takes to find words in 100,000 private notes, held against counting them raw."""

import random
from collections.abc import Iterator
from functools import partial
from statistics import median
from time import process_time

from desktop.domain.ids import NoteId
from desktop.domain.private.notes import Note
from desktop.domain.private.words import PrivateText
from desktop.services import people
from desktop.services.private import notes
from tests.bench.rows import Row, in_turns
from tests.helpers.vaults import OpenVault

NOTES = 100_000
_ROUNDS = 15
_AIM_MS = 50
_WORDS = 60
"""Words of a note, about 400 letters."""


def measure(vault: OpenVault) -> Iterator[Row]:
    """Write the notes once, then yield a row for each way of looking for words."""
    _write(vault)
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


def _write(vault: OpenVault) -> None:
    chance = random.Random(1)
    everybody = people.everybody(vault.shared)
    known = ["settle", "secure", "quarter", "séance", "on-call", *(f"word{n}" for n in range(9000))]
    shelf = vault.private
    with shelf.transaction():
        for number in range(NOTES):
            words = PrivateText(" ".join(chance.choices(known, k=_WORDS)))
            who = everybody[number % len(everybody)].id
            shelf.notes.put(Note(NoteId(f"{number:032x}"), who, shelf.today(), words))
