"""What a person changed in their copy beside the commitments: sentences, review, question, day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from desktop.domain.ids import CommitmentId, ParagraphId
from desktop.domain.shared.contract import Contract
from desktop.domain.shared.corrections import ALIKE, CopiedPage, Corrected
from desktop.domain.shared.summary import Paragraph


class Passage(StrEnum):
    """A part of the page that is no commitment."""

    SUMMARY = "summary"
    REVIEW = "review"
    QUESTION = "open question"
    FOLLOWING = "next conversation"


@dataclass(frozen=True, slots=True)
class Theirs:
    """All that stands in a version in the person's own words."""

    commitments: frozenset[CommitmentId] = frozenset()
    paragraphs: frozenset[ParagraphId] = frozenset()
    passages: frozenset[Passage] = frozenset()


@dataclass(frozen=True, slots=True)
class PassageCorrection:
    """One change of a passage; ``day`` is the month of a review or the day of the next talk.

    ``before`` is the paragraph of the summary that was changed or left out, if it is one.
    """

    kind: Corrected
    passage: Passage
    text: str = ""
    day: date | None = None
    before: ParagraphId | None = None


def passage_corrections(
    agreed: Contract, summary: Sequence[Paragraph], copy: CopiedPage
) -> tuple[PassageCorrection, ...]:
    """Compare their copy with the version and the summary that they were sent."""
    found = list(_in_summary(summary, copy.summary)) if copy.summary is not None else []
    if copy.review is not None:
        what, month = copy.review
        same = same_words(what, agreed.review) and month == first_of(agreed.review_month)
        words = agreed.review if same_words(what, agreed.review) else what
        if not same:
            kind = _kind(bool(words or month), bool(agreed.review or agreed.review_month))
            found.append(PassageCorrection(kind, Passage.REVIEW, words, month))
    if copy.question is not None and not same_words(copy.question, agreed.open_question):
        kind = _kind(bool(copy.question), bool(agreed.open_question.strip()))
        found.append(PassageCorrection(kind, Passage.QUESTION, copy.question))
    following = copy.following
    if following is not None and following != agreed.next_conversation:
        kind = _kind(has=True, had=agreed.next_conversation is not None)
        found.append(PassageCorrection(kind, Passage.FOLLOWING, day=following))
    return tuple(found)


def still_waits(change: PassageCorrection, draft: Contract, summary: Sequence[Paragraph]) -> bool:
    """Return whether a draft with this summary does not have it yet."""
    if change.passage is not Passage.SUMMARY:
        return not is_taken_in(change, draft)
    if change.kind is Corrected.LEFT_OUT:
        return any(paragraph.id == change.before for paragraph in summary)
    return not any(same_words(paragraph.text, change.text) for paragraph in summary)


def is_taken_in(change: PassageCorrection, version: Contract) -> bool:
    """Return whether a version's review, question or next talk stands as they have it."""
    if change.passage is Passage.REVIEW:
        same_month = first_of(version.review_month) == first_of(change.day)
        return same_month and same_words(change.text, version.review)
    if change.passage is Passage.QUESTION:
        return same_words(change.text, version.open_question)
    return change.day == version.next_conversation


def same_words(one: str, other: str) -> bool:
    """Return whether two texts say the same, however they are broken into lines.

    A first letter is small after a colon and large at the beginning of a line.
    """
    one, other = " ".join(one.split()), " ".join(other.split())
    return one[1:] == other[1:] and one[:1].casefold() == other[:1].casefold()


def first_of(month: date | None) -> date | None:
    """Return the first day of a month."""
    return month.replace(day=1) if month else None


def _in_summary(agreed: Sequence[Paragraph], copy: Sequence[str]) -> Iterator[PassageCorrection]:
    left, rest = list(agreed), []
    for text in copy:
        same = next((p for p in left if same_words(p.text, text)), None)
        if same is None:
            rest.append(text)
        else:
            left.remove(same)
    for text in rest:
        near = max(left, key=lambda p: _likeness(p.text, text), default=None)
        if near is not None and _likeness(near.text, text) >= ALIKE:
            left.remove(near)
            yield PassageCorrection(Corrected.REWORDED, Passage.SUMMARY, text, before=near.id)
        else:
            yield PassageCorrection(Corrected.NEW, Passage.SUMMARY, text)
    for gone in left:
        yield PassageCorrection(
            Corrected.LEFT_OUT, Passage.SUMMARY, " ".join(gone.text.split()), before=gone.id
        )


def _kind(has: bool, had: bool) -> Corrected:
    if not has:
        return Corrected.LEFT_OUT
    return Corrected.REWORDED if had else Corrected.NEW


def _likeness(one: str, other: str) -> float:
    words = (one.casefold().split(), other.casefold().split())
    return SequenceMatcher(None, *words, autojunk=False).ratio()
