"""What a manager does with the agreement on confidentiality (playbook A1 to A5)."""

from dataclasses import replace
from datetime import date

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import AgreementId, PersonId
from desktop.domain.shared.agreement import Agreement, Clause, proper_agreed
from desktop.services import wording
from desktop.storage.shelves import SharedShelf


def versions(shelf: SharedShelf, who: PersonId) -> tuple[Agreement, ...]:
    """Return every version with a person, the latest first, a draft included."""
    return shelf.agreements.of(who)


def standing(shelf: SharedShelf, who: PersonId) -> Agreement | None:
    """Return the agreement as it stands: the latest agreed version."""
    return next((a for a in shelf.agreements.of(who) if not a.is_draft), None)


def draft(shelf: SharedShelf, who: PersonId) -> Agreement:
    """Return what can be written now: the draft, or one that begins from what stands.

    Nothing is kept before the first word is changed or it is agreed.
    """
    found = shelf.agreements.of(who)
    if found and found[0].is_draft:
        return found[0]
    new = AgreementId(ids.fresh())
    if found:
        return Agreement(new, who, found[0].version + 1, found[0].clauses)
    return suggested(who)


def suggested(who: PersonId) -> Agreement:
    """Return the words with which an agreement can begin; nothing of it is kept."""
    words = tuple((clause, wording.clause(clause).text) for clause in Clause)
    return Agreement(AgreementId(ids.fresh()), who, 1, words)


def word(shelf: SharedShelf, who: PersonId, clause: Clause, text: str) -> Done[None]:
    """Keep the words of one clause of the draft."""
    now = draft(shelf, who)
    with shelf.transaction():
        shelf.agreements.put(now.worded(clause, text))
    return Done(None, Touched.AGREEMENT)


def agree(shelf: SharedShelf, who: PersonId, on: date | None) -> Done[None]:
    """Turn the draft into a version that both agreed on that day."""
    now = draft(shelf, who)
    earlier = standing(shelf, who)
    day = proper_agreed(now, on, shelf.today())
    if earlier is not None and earlier.agreed is not None and day < earlier.agreed:
        raise Refusal("agreed", "The version before was agreed later than that.")
    with shelf.transaction():
        shelf.agreements.put(replace(now, agreed=day))
    return Done(None, Touched.AGREEMENT)
