"""Private words that come back after a full disk, written through the verbs that keep them."""

from contextlib import suppress

from desktop.domain.errors import Refusal
from desktop.domain.ids import (
    ExperimentId,
    MomentId,
    NoteId,
    OpportunityId,
    PersonId,
    PlannedId,
    SignalId,
)
from desktop.domain.private.limits import Limits, LimitsStep
from desktop.domain.private.preparation import Subject
from desktop.domain.private.unsaved import PrivateForm, PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.unsaved import both
from desktop.services.private import (
    experiments,
    half_typed,
    limits,
    moments,
    notes,
    opportunities,
    preparation,
    signals,
)
from desktop.storage.shelves import PrivateShelf


def write(shelf: PrivateShelf, note: UnsavedNote, *, keep_what_stands: bool = False) -> None:
    """Put words back where they were typed.

    With ``keep_what_stands`` nothing that was written there since is replaced: both texts stay.
    """
    put_back = {
        PrivatePlace.THOUGHT: _put_back_thought,
        PrivatePlace.LIMITS: _put_back_limits,
        PrivatePlace.OPPORTUNITY: _put_back_opportunity,
        PrivatePlace.FORM: _put_back_form,
        PrivatePlace.SIGNAL: _put_back_signal,
        PrivatePlace.MOMENT: _put_back_moment,
        PrivatePlace.EXPERIMENT: _put_back_experiment,
        PrivatePlace.NOTE: _put_back_note,
    }[note.place]
    with suppress(Refusal):
        put_back(shelf, note, keep_what_stands)


def _put_back_thought(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    plan, subject = PlannedId(note.which[0]), Subject(note.which[1])
    found = {thought.subject: thought for thought in preparation.thoughts(shelf, plan)}
    preparation.write(shelf, plan, subject, _joined(found[subject].words, note.words, keep))


def _put_back_limits(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    who, which, step = PersonId(note.which[0]), note.which[1], note.which[2]
    flow = _flow(shelf, who, which)
    if step:
        at = LimitsStep(step)
        limits.write(shelf, flow, at, _joined(flow.at(at), note.words, keep))
    else:
        limits.name(shelf, flow, _joined(flow.ambition, note.words, keep))


def _flow(shelf: PrivateShelf, who: PersonId, which: str) -> Limits:
    """Return the ambition; one that could not be begun is begun now, once for all its words."""
    found = limits.of_person(shelf, who)
    if which:
        return next(one for one in found if one.id == which)
    fresh = next((one for one in found if one.begun == shelf.today() and not one.words), None)
    return fresh or limits.begin(shelf, who).value


def _put_back_opportunity(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    which, part = OpportunityId(note.which[0]), note.which[1]
    now = next(one for one in opportunities.register(shelf) if one.id == which)
    what, limited = now.what, now.limits
    if part == "what":
        what = _joined(what, note.words, keep)
    else:
        limited = _joined(limited, note.words, keep)
    opportunities.word(shelf, which, what, limited)


def _put_back_form(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    form, which = PrivateForm(note.which[0]), note.which[1]
    words = _joined(half_typed.begun(shelf, form, which), note.words, keep)
    half_typed.keep(shelf, form, which, words)


def _put_back_signal(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    found = signals.signal(shelf, SignalId(note.which[0]))
    if found is not None:
        signals.word(shelf, found.id, _joined(found.words, note.words, keep))


def _put_back_moment(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    found = moments.moment(shelf, MomentId(note.which[0]))
    if found is not None:
        moments.word(shelf, found.id, _joined(found.words, note.words, keep))


def _put_back_experiment(shelf: PrivateShelf, note: UnsavedNote, keep: bool) -> None:
    found, part = experiments.experiment(shelf, ExperimentId(note.which[0])), note.which[1]
    if found is not None:
        words = _joined(experiments.words_of(found, part), note.words, keep)
        experiments.word(shelf, found.id, part, words)


def _put_back_note(shelf: PrivateShelf, unsaved: UnsavedNote, keep: bool) -> None:
    who, which = PersonId(unsaved.which[0]), NoteId(unsaved.which[1])
    found = notes.note(shelf, which)
    if found is None:
        notes.write(shelf, who, unsaved.words)
    else:
        notes.reword(shelf, which, _joined(found.words, unsaved.words, keep))


def _joined(stands: PrivateText, words: PrivateText, keep: bool) -> PrivateText:
    return PrivateText(both(stands.reveal(), words.reveal())) if keep else words
