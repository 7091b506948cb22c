"""What a manager does with the sweet spot: see what was kept, lay words, and say what follows."""

from datetime import date

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PersonId
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.sweet_spot import Circle, Laid
from desktop.domain.private.words import PrivateText
from desktop.domain.questions import Stage
from desktop.storage.shelves import PrivateShelf

_LIES_IN = {
    KeptAs.INTEREST: Circle.INTERESTS,
    KeptAs.ENERGY: Circle.INTERESTS,
    KeptAs.STRENGTH: Circle.STRENGTHS,
    KeptAs.UNUSED_STRENGTH: Circle.STRENGTHS,
}
"""What gives energy says where somebody is drawn (playbook N2)."""


def picture(shelf: PrivateShelf, who: PersonId) -> tuple[Laid, ...]:
    """Return every word of the picture with its circles; by hand counts before what was kept."""
    found: dict[str, Laid] = {}
    for kept, _ in shelf.kept.of_person(who, _LIES_IN):
        key = _key(kept.words)
        before = found[key].circles if key in found else Circle.NOWHERE
        found[key] = Laid(kept.words, before | _LIES_IN[kept.keeping.kind])
    for laid in shelf.sweet_spot.of(who):
        found[_key(laid.words)] = laid
    return tuple(laid for laid in found.values() if laid.circles)


def lay(shelf: PrivateShelf, who: PersonId, words: PrivateText, circles: Circle) -> Done[None]:
    """Lay a word where it belongs; without a circle it leaves the picture, not the notes."""
    with shelf.transaction():
        shelf.sweet_spot.put(who, Laid(words, circles))
    return Done(None, Touched.ANSWERS)


def needs_are_in_view(shelf: PrivateShelf, who: PersonId) -> bool:
    """Whether the organisation's needs may be shown now (playbook V3).

    During a conversation they come into view only in its third stage.
    """
    for talk in shelf.conversations.of(who):
        if talk.is_open:
            standing = shelf.conversations.standing_at(talk.id)
            steps = shelf.conversations.steps(talk.id)
            here = next((step.stage for step in steps if step.question == standing), None)
            return here not in (Stage.NOW, Stage.DIRECTION)
    return True


def elsewhere(shelf: PrivateShelf, who: PersonId) -> date | None:
    """Return since when a person is best served elsewhere, as the manager sees it."""
    return shelf.sweet_spot.elsewhere(who)


def say_elsewhere(shelf: PrivateShelf, who: PersonId, *, said: bool) -> Done[None]:
    """Say that a person is best served elsewhere, an honest result; or take it back."""
    with shelf.transaction():
        shelf.sweet_spot.say_elsewhere(who, shelf.today() if said else None)
    return Done(None, Touched.ANSWERS)


def _key(words: PrivateText) -> str:
    return " ".join(words.reveal().split()).casefold()
