"""100,000 private notes, written into a vault of ten years for whoever looks for words in them."""

from random import Random

from desktop.domain.ids import NoteId
from desktop.domain.private.notes import Note
from desktop.domain.private.words import PrivateText
from desktop.services import people
from tests.helpers.vaults import OpenVault

NOTES = 100_000
_WORDS = 60
"""Words of a note, about 400 letters."""


def write(vault: OpenVault, seed: int) -> None:
    """Write the notes, spread over everybody; half a minute of work for the index."""
    chance = Random(seed)
    everybody = people.everybody(vault.shared)
    known = ["settle", "secure", "quarter", "séance", "on-call", *(f"word{n}" for n in range(9000))]
    shelf = vault.private
    with shelf.transaction():
        for number in range(NOTES):
            words = PrivateText(" ".join(chance.choices(known, k=_WORDS)))
            who = everybody[number % len(everybody)].id
            shelf.notes.put(Note(NoteId(f"{number:032x}"), who, shelf.today(), words))
