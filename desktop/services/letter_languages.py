"""In which language a person's letters are: the words around people's own, dates, the footer."""

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.shared.letter import LANGUAGES
from desktop.domain.shared.shares import NOBODY
from desktop.storage.shelves import SharedShelf


def of(shelf: SharedShelf, who: PersonId) -> str:
    """Return the BCP 47 tag of the language of a person's letters."""
    return shelf.letter_languages.of(who)


def of_somebody(shelf: SharedShelf, who: PersonId) -> str:
    """Return the same also for a paper that goes to no person: then that of most letters."""
    return shelf.letter_languages.mostly() if who == NOBODY else of(shelf, who)


def choose(shelf: SharedShelf, who: PersonId, language: str) -> Done[str]:
    """Write a person's letters in one of ``LANGUAGES``; Refusal for any other."""
    if language not in LANGUAGES:
        raise Refusal("language", "There are no words for the page in this language yet.")
    with shelf.transaction():
        shelf.letter_languages.put(who, language)
    return Done(language, Touched.PEOPLE)
