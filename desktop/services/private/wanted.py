"""What a person was heard to want: the goals that were kept of notes, or else the notes."""

from typing import Final

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.private.kept import KeptAs, Wanted
from desktop.services.private import kept
from desktop.storage.shelves import PrivateShelf

ASKED: Final = (
    ("3 years", QuestionId("D1")),
    ("2 years", QuestionId("D4")),
    ("6 months", QuestionId("D3")),
)
"""How far ahead each question asks; the person's page says by it where they are heading."""


def wanted(shelf: PrivateShelf, who: PersonId) -> tuple[Wanted, ...]:
    """Return every goal that was kept, the newest first.

    Where none was, it is what they last answered to the questions for three years, two and half a
    year: a note that nobody pressed anything on is heard all the same.
    """
    found = shelf.kept.of_person(who, (KeptAs.GOAL,))
    if found:
        return tuple(Wanted(goal.keeping.horizon, goal.words, on) for goal, on in found)
    headings = zip(ASKED, kept.headings(shelf, who, ASKED), strict=True)
    return tuple(
        Wanted(horizon, heading.words[0], heading.on)
        for (horizon, _), heading in headings
        if heading is not None
    )
