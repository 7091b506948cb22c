"""What stands in the calendar on a day: words that give nothing away, and the telling ones."""

from dataclasses import dataclass

from desktop.export.languages import words_in


@dataclass(frozen=True, slots=True)
class Titles:
    """One language's file in ``resources/paper/calendar``; the fields are its keys."""

    follow_up: str
    review: str
    conversation: str
    for_person: str
    by_person: str
    review_with: str
    review_alone: str
    conversation_with: str


def titles(language: str) -> Titles:
    """Return the titles for a BCP 47 tag; English when the language has no file."""
    return Titles(**words_in("calendar", language))
