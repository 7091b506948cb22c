"""What a manager does with the agreement on confidentiality (playbook A1 to A5)."""

from dataclasses import replace
from datetime import date

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import AgreementId, PersonId
from desktop.domain.shared.agreement import Agreement, Clause, proper_agreed
from desktop.domain.shared.letter import LANGUAGES
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
    found, language = shelf.agreements.of(who), shelf.letter_languages.of(who)
    if found and found[0].is_draft:
        return in_language(found[0], language)
    new = AgreementId(ids.fresh())
    if found:
        next_one = Agreement(new, who, found[0].version + 1, found[0].clauses)
        return in_language(next_one, language)
    return suggested(who, language)


def suggested(who: PersonId, language: str) -> Agreement:
    """Return the words with which an agreement can begin; nothing of it is kept.

    ``language`` is the BCP 47 tag of the person's letters.
    """
    words = tuple((clause, wording.clause(clause, language).text) for clause in Clause)
    return Agreement(AgreementId(ids.fresh()), who, 1, words)


def in_language(agreement: Agreement, language: str) -> Agreement:
    """Return a draft with the clauses that nobody has reworded in this language.

    What both agreed on stays as it was said, whatever its language.
    """
    if not agreement.is_draft:
        return agreement

    def said(clause: Clause, text: str) -> str:
        ours = {wording.clause(clause, tag).text for tag in LANGUAGES}
        return wording.clause(clause, language).text if text.strip() in ours else text

    return replace(agreement, clauses=tuple((c, said(c, text)) for c, text in agreement.clauses))


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
