"""Taking back what a person changed in their copy: it becomes the next draft, line by line (F8).

Their words wait beside the draft until the manager takes them in; nothing is taken by itself, and
what is taken in stays marked as theirs, in the window and on the page.
"""

from dataclasses import replace

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.corrections import (
    CopiedPage,
    Corrected,
    Correction,
    corrections,
    stands_as,
    waits,
)
from desktop.domain.shared.passages import (
    Passage,
    PassageCorrection,
    Theirs,
    is_taken_in,
    passage_corrections,
    same_words,
    still_waits,
)
from desktop.domain.shared.summary import Paragraph
from desktop.services import contracts, summaries
from desktop.storage.shelves import OutgoingShelf, SharedShelf

AnyCorrection = Correction | PassageCorrection


def keep(shelf: SharedShelf, which: ConversationId, copy: str) -> Done[Contract]:
    """Keep the copy they sent back; the next version is begun for it if there is no draft.

    Raises Refusal for nothing at all and for a text in which no part of the page can be found.
    """
    if not copy.strip():
        raise Refusal("copy", "Paste the text that came back, or type what was changed.")
    if not _read(shelf, which, copy):
        raise Refusal(
            "copy",
            "No heading of the page stands in this text, so nothing can be compared. "
            "Paste it with its headings, or change the draft by hand.",
        )
    begun = contracts.revise(shelf, which)
    with shelf.transaction():
        shelf.corrections.put(begun.value.id, copy, shelf.now().isoformat())
    return Done(begun.value, Touched.CONTRACT)


def may_come_back(shelf: SharedShelf, version: Contract) -> bool:
    """Return whether a person has a page in hand that this version could answer."""
    return not version.is_draft or _sent(shelf, version) is not None


def copy_of(shelf: SharedShelf, draft: Contract) -> str:
    """Return the copy that a draft answers; nothing if there is none."""
    return shelf.corrections.of(draft.id)


def waiting(shelf: SharedShelf, draft: Contract) -> tuple[AnyCorrection, ...]:
    """Return what they changed and the draft does not have yet."""
    lines, passages = _all(shelf, draft)
    if not passages:
        return tuple(c for c in lines if waits(c, draft))
    summary = shelf.summaries.of(draft.conversation)
    return (
        *(c for c in passages if still_waits(c, draft, summary)),
        *(c for c in lines if waits(c, draft)),
    )


def theirs(shelf: SharedShelf | OutgoingShelf, version: Contract) -> Theirs:
    """Return what stands in a version in the person's own words."""
    lines, passages = _all(shelf, version)
    if not lines and not passages:
        return Theirs()
    changed = [c for c in lines if c.kind is not Corrected.LEFT_OUT]
    worded = [c for c in passages if c.kind is not Corrected.LEFT_OUT and c.text]
    sentences = [c.text for c in worded if c.passage is Passage.SUMMARY]
    return Theirs(
        commitments=frozenset(
            line.id for line in version.commitments if any(stands_as(c, line) for c in changed)
        ),
        paragraphs=frozenset(
            paragraph.id
            for paragraph in shelf.summaries.of(version.conversation)
            if any(same_words(paragraph.text, text) for text in sentences)
        ),
        passages=frozenset(
            c.passage
            for c in worded
            if c.passage in (Passage.REVIEW, Passage.QUESTION) and is_taken_in(c, version)
        ),
    )


def take_in(shelf: SharedShelf, draft: Contract, correction: AnyCorrection) -> Done[None]:
    """Put one of their changes into the draft."""
    with shelf.transaction():
        if isinstance(correction, PassageCorrection):
            _take_passage_in(shelf, draft, correction)
        else:
            _take_line_in(shelf, draft, correction)
    return Done(None, Touched.CONTRACT | Touched.COMMITMENTS | Touched.SUMMARY)


def _take_passage_in(shelf: SharedShelf, draft: Contract, change: PassageCorrection) -> None:
    now = contracts.draft(shelf, draft.conversation).value
    match change.passage:
        case Passage.SUMMARY:
            here = {paragraph.id for paragraph in shelf.summaries.of(draft.conversation)}
            place = change.before if change.before in here else None
            text = "" if change.kind is Corrected.LEFT_OUT else change.text
            summaries.write(shelf, draft.conversation, text, paragraph=place)
        case Passage.REVIEW:
            contracts.word(shelf, replace(now, review=change.text, review_month=change.day))
        case Passage.QUESTION:
            contracts.word(shelf, replace(now, open_question=change.text))
        case Passage.FOLLOWING:
            contracts.word(shelf, replace(now, next_conversation=change.day))


def _take_line_in(shelf: SharedShelf, draft: Contract, correction: Correction) -> None:
    before, line = correction.before, correction.line
    if before is not None and correction.kind is Corrected.LEFT_OUT:
        contracts.remove_commitment(shelf, draft, before.id)
    elif before is not None and any(c.id == before.id for c in draft.commitments):
        now = next(c for c in draft.commitments if c.id == before.id)
        due = now.due if line.due == before.due else line.due
        worded = replace(now, what=line.what, due=due)
        contracts.word_commitment(shelf, draft, worded)
    else:
        new = contracts.add_commitment(shelf, draft, line.owner, line.what).value
        grown = contracts.draft(shelf, draft.conversation).value
        added = next(c for c in grown.commitments if c.id == new)
        contracts.word_commitment(shelf, draft, replace(added, due=line.due))


def _all(
    shelf: SharedShelf | OutgoingShelf, version: Contract
) -> tuple[tuple[Correction, ...], tuple[PassageCorrection, ...]]:
    copy = shelf.corrections.of(version.id)
    sent = _sent(shelf, version) if copy else None
    if sent is None:
        return (), ()
    before, summary = sent
    page = _read(shelf, before.conversation, copy)
    return corrections(before, page), passage_corrections(before, summary, page)


def _sent(
    shelf: SharedShelf | OutgoingShelf, version: Contract
) -> tuple[Contract, tuple[Paragraph, ...]] | None:
    """Return what the person has in hand: the draft that left, or the version before."""
    left = shelf.drafts_that_left.of(version)
    if left is not None:
        return left
    before = shelf.contracts.agreed_before(version)
    return (before, shelf.summaries.agreed_with(before.id)) if before else None


def _read(shelf: SharedShelf | OutgoingShelf, which: ConversationId, copy: str) -> CopiedPage:
    from desktop.export.copy_back import page_in

    talk = shelf.conversations.get(which)
    person, manager = shelf.people.get(talk.person).name, shelf.about.manager_name()
    return page_in(copy, person, manager, talk.begun.date())
