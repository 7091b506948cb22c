"""Shared words that come back after a full disk, written through the verbs that keep them."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.errors import Refusal
from desktop.domain.ids import CommitmentId, PersonId, PlannedId
from desktop.domain.shared.agreement import Clause
from desktop.domain.shared.commitments import Commitment, Owner, Strength
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.messages import MessageKind
from desktop.domain.shared.unsaved import (
    Form,
    SharedPlace,
    UnsavedParagraph,
    UnsavedTerms,
    UnsavedWords,
    both,
)
from desktop.services import agreements, contracts, half_typed, messages, people, summaries
from desktop.storage.shelves import SharedShelf

_DATES = frozenset({"review_month", "next_conversation", "due"})


UnsavedShared = UnsavedParagraph | UnsavedTerms | UnsavedWords


def write(shelf: SharedShelf, words: UnsavedShared, *, keep_what_stands: bool = False) -> None:
    """Put words back where they were typed; a version agreed meanwhile gets a next one for them.

    With ``keep_what_stands`` nothing that was written there since is replaced: both texts stay.
    """
    if isinstance(words, UnsavedParagraph):
        _write_paragraph(shelf, words, keep_what_stands=keep_what_stands)
        return
    if isinstance(words, UnsavedWords):
        # A name or an address that a rule refuses was never more than on the screen.
        with suppress(Refusal):
            _write_words(shelf, words, keep_what_stands=keep_what_stands)
        return
    contract = contracts.revise(shelf, words.conversation).value
    if words.commitment is None:
        changed = _changed(contract, words, keep_what_stands=keep_what_stands)
        contracts.word(shelf, replace(contract, **changed))
    else:
        commitment = _found(contract, words.commitment)
        changed = _changed(commitment, words, keep_what_stands=keep_what_stands)
        contracts.word_commitment(shelf, contract, replace(commitment, **changed))


def _write_paragraph(
    shelf: SharedShelf, words: UnsavedParagraph, *, keep_what_stands: bool
) -> None:
    if summaries.is_shared(shelf, words.conversation):
        contracts.revise(shelf, words.conversation)
    known = {p.id: p for p in summaries.paragraphs(shelf, words.conversation)}
    found = known.get(words.paragraph) if words.paragraph else None
    if found is None and words.question is not None:
        found = summaries.grown_from(shelf, words.conversation, words.question)
    text = both(found.text, words.text) if found and keep_what_stands else words.text
    summaries.write(
        shelf,
        words.conversation,
        text,
        paragraph=found.id if found else words.paragraph,
        question=words.question,
    )


def _write_words(shelf: SharedShelf, unsaved: UnsavedWords, *, keep_what_stands: bool) -> None:
    first, second = unsaved.which
    if unsaved.place is SharedPlace.CLAUSE:
        who, clause = PersonId(first), Clause(second)
        draft = agreements.draft(shelf, who)
        words = both(draft.text(clause), unsaved.words) if keep_what_stands else unsaved.words
        agreements.word(shelf, who, clause, words)
    elif unsaved.place is SharedPlace.MESSAGE:
        which, kind = PlannedId(first), MessageKind(second)
        now = messages.message(shelf, which, kind)
        stands = now.text or ""
        words = both(stands, unsaved.words) if keep_what_stands else unsaved.words
        if now.sent is None:
            messages.word(shelf, which, kind, words)
    elif unsaved.place is SharedPlace.FORM:
        form = Form(first)
        if not (keep_what_stands and half_typed.begun(shelf, form, second)):
            half_typed.keep(shelf, form, second, unsaved.words)
    elif not keep_what_stands:
        known = people.person(shelf, PersonId(first))
        changed: dict[str, Any] = {second: unsaved.words}
        people.describe(shelf, replace(known, **changed))


def _found(contract: Contract, which: CommitmentId) -> Commitment:
    lines = (line for line in contract.commitments if line.id == which)
    return next(lines, None) or Commitment(which, owner=None, what="", due=None)


def _changed(
    stands: Contract | Commitment, words: UnsavedTerms, *, keep_what_stands: bool
) -> dict[str, Any]:
    changed = {field: _value(field, text) for field, text in words.changed}
    if not keep_what_stands:
        return changed
    return {field: _both(getattr(stands, field), value) for field, value in changed.items()}


def _both(stands: object, unsaved: object) -> object:
    if isinstance(stands, Owner | Strength) or not isinstance(stands, str):
        return unsaved if stands is None else stands
    return both(stands, str(unsaved))


def _value(field: str, text: str | None) -> str | date | Owner | Strength | None:
    if text is None:
        return None
    if field in _DATES:
        return date.fromisoformat(text)
    if field == "strength":
        return Strength(text or Strength.WILL)
    return Owner(text) if field == "owner" else text
