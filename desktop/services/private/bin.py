"""Deleting with a way back for thirty days, and erasing for good (product K3 and A8).

Everything deleted lies whole in the bin. What is erased is overwritten in the file itself
(``secure_delete``), which is then written anew without free pages; the journal is empty between
transactions. Backups keep what they hold: ``Backups.holding`` names them.
"""

from contextlib import suppress
from datetime import date
from typing import Final

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal, Trouble
from desktop.domain.ids import (
    ConversationId,
    ExperimentId,
    MomentId,
    NoteId,
    OpportunityId,
    PersonId,
    SignalId,
)
from desktop.domain.private.bin import Binned, Thing
from desktop.domain.private.notes import title
from desktop.domain.private.words import PrivateText
from desktop.storage.shelves import PrivateShelf

_SEEN_DUE: Final = "bin seen due"


def delete_person(shelf: PrivateShelf, who: PersonId) -> Done[str]:
    """Put somebody into the bin with everything that is here of them."""
    return _put(shelf, Binned(who, Thing.PERSON, _name(shelf, who), who, shelf.now()))


def delete_conversation(shelf: PrivateShelf, which: ConversationId) -> Done[str]:
    """Put a conversation into the bin with its notes, its contract and all that left of it."""
    talk = shelf.conversations.get(which)
    name = _name(shelf, talk.person)
    return _put(shelf, Binned(which, Thing.CONVERSATION, name, talk.person, shelf.now()))


def delete_opportunity(shelf: PrivateShelf, which: OpportunityId) -> Done[str]:
    """Put an opportunity into the bin."""
    what = next(each.what for each in shelf.opportunities.all() if each.id == which)
    return _put(shelf, Binned(which, Thing.OPPORTUNITY, what, None, shelf.now()))


def delete_signal(shelf: PrivateShelf, which: SignalId) -> Done[str]:
    """Put something noticed into the bin."""
    seen = shelf.signals.get(which)
    if seen is None:
        raise KeyError(which)
    name = _name(shelf, seen.person)
    return _put(shelf, Binned(which, Thing.SIGNAL, name, seen.person, shelf.now()))


def delete_note(shelf: PrivateShelf, which: NoteId) -> Done[str]:
    """Put a private note into the bin."""
    note = shelf.notes.get(which)
    if note is None:
        raise KeyError(which)
    return _put(shelf, Binned(which, Thing.NOTE, title(note), note.person, shelf.now()))


def delete_moment(shelf: PrivateShelf, which: MomentId) -> Done[str]:
    """Put what was kept between conversations into the bin."""
    kept = shelf.moments.get(which)
    if kept is None:
        raise KeyError(which)
    name = _name(shelf, kept.person)
    return _put(shelf, Binned(which, Thing.MOMENT, name, kept.person, shelf.now()))


def delete_experiment(shelf: PrivateShelf, which: ExperimentId) -> Done[str]:
    """Put a try into the bin."""
    tried = shelf.experiments.get(which)
    if tried is None:
        raise KeyError(which)
    name = _name(shelf, tried.person)
    return _put(shelf, Binned(which, Thing.EXPERIMENT, name, tried.person, shelf.now()))


def drop_draft(shelf: PrivateShelf, which: ConversationId) -> Done[str]:
    """Put the revised draft of a conversation into the bin; what was agreed is the last word again.

    Raises Refusal for an agreed version, a first draft, and one of which something has left.
    """
    draft = shelf.contracts.of_conversation(which)
    before = shelf.contracts.revised_by(draft) if draft is not None else None
    if draft is None or before is None or shelf.contracts.has_left(draft.id):
        raise Refusal(
            "contract", "Only a draft that revises an agreed version, and was not sent, is dropped."
        )
    name = PrivateText(f"version {draft.version}, with {shelf.people.get(draft.person).name}")
    with shelf.transaction():
        shelf.bin.put(Binned(draft.id, Thing.DRAFT, name, draft.person, shelf.now()))
        shelf.summaries.put_all(which, shelf.summaries.agreed_with(before.id))
    return Done(draft.id, Touched.EVERYTHING)


def dropped_draft(shelf: PrivateShelf, which: ConversationId) -> str | None:
    """Return the draft dropped last of a conversation, while it can take its place again."""
    return shelf.bin.draft_of(which)


def in_bin(shelf: PrivateShelf) -> tuple[Binned, ...]:
    """Return what can be brought back, the latest first."""
    return shelf.bin.all()


def bring_back(shelf: PrivateShelf, identity: str) -> Done[str]:
    """Put something back as it was; Refusal where its place was taken, or what it belongs to."""
    with shelf.transaction():
        shelf.bin.bring_back(identity)
    return Done(identity, Touched.EVERYTHING)


def erase(shelf: PrivateShelf, binned: Binned) -> Done[str]:
    """Erase something in the bin for good; with a person, whatever else of them lies there.

    With a conversation, the drafts of its contract that were dropped.
    """
    with shelf.transaction():
        shelf.bin.erase(binned.id)
        if binned.thing is Thing.PERSON and binned.person is not None:
            shelf.bin.erase_all_about(binned.person)
        if binned.thing is Thing.CONVERSATION:
            shelf.bin.erase_drafts_of(ConversationId(binned.id))
    _overwrite(shelf)
    return Done(binned.id, Touched.PEOPLE)


def erase_what_is_due(shelf: PrivateShelf) -> Done[int]:
    """Erase what has lain in the bin for more than thirty days; return how many things.

    Only what was due already on an earlier day on which the vault was opened: a clock that stands
    years ahead for one day costs nobody the way back.
    """
    seen, today = _last_seen_due(shelf), shelf.today()
    due = [each for each in shelf.bin.all() if each.last_day() < today]
    going = [each for each in due if seen is not None and each.last_day() < seen < today]
    left = today.isoformat() if len(going) < len(due) else ""
    if going or left != (seen.isoformat() if seen else ""):
        with shelf.transaction():
            for each in going:
                shelf.bin.erase(each.id)
            shelf.settings.choose(_SEEN_DUE, left)
    if going:
        _overwrite(shelf)
    return Done(len(going), Touched.NOTHING)


def _last_seen_due(shelf: PrivateShelf) -> date | None:
    """Return the day on which something in the bin was found due, and left for another day."""
    try:
        return date.fromisoformat(shelf.settings.value(_SEEN_DUE) or "")
    except ValueError:
        return None


def _put(shelf: PrivateShelf, binned: Binned) -> Done[str]:
    with shelf.transaction():
        shelf.bin.put(binned)
    return Done(binned.id, Touched.EVERYTHING)


def _name(shelf: PrivateShelf, who: PersonId) -> PrivateText:
    return PrivateText(shelf.people.get(who).name)


def _overwrite(shelf: PrivateShelf) -> None:
    # The words are overwritten already; without room on the disk the empty pages stay for now.
    with suppress(Trouble):
        shelf.bin.overwrite_what_is_free()
