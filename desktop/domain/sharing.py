"""The only door from private to shared, and the look back at what may have slipped through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from desktop.domain.likeness import Page, Sentence, sentences
from desktop.domain.private.answers import UNDERNEATH
from desktop.domain.private.words import PrivateText


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A sentence of a page, and the private sentence that it resembles."""

    on_page: str
    noted: PrivateText


def starting_words(selected: PrivateText) -> str:
    """Return a selected line as the first draft of a shared sentence.

    The manager asked for it by name and sees it in the shared field, to be put into words meant
    for both. Nothing else turns private words into shared ones.
    """
    return selected.reveal().strip().removeprefix(UNDERNEATH).lstrip()


def private_sentences_in(page: str, notes: Iterable[PrivateText]) -> tuple[Resemblance, ...]:
    """Return where private sentences stand in a page, word for word or nearly so (product F1).

    A word changed, added or left out, other capitals, accents or stops hide nothing, and neither
    does a line break; short sentences that anybody says are passed over. Each sentence of the
    page is named once, with the first note that it resembles.
    """
    looked_at = Page(page)
    found: dict[str, Resemblance] = {}
    for note in dict.fromkeys(notes):
        for sentence in map(Sentence, sentences(note.reveal())):
            for there in islice(looked_at.resembling(sentence), 1):
                noted = PrivateText(sentence.text)
                found.setdefault(there.text, Resemblance(there.text, noted))
    return tuple(found.values())
