"""How the arc is said: each mark in one sentence, its short form, and its rows of the table."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.private.arc import Arc, ArcKind, ArcMark, Passage, Told
from desktop.domain.private.words import PrivateText
from desktop.domain.shortened import shortened
from desktop.ui.look import dates
from desktop.ui.plots.marks import Mark, Shape
from desktop.ui.plots.twin import Row

LANES = (ArcKind.ACHIEVEMENT, ArcKind.GOAL, ArcKind.CONTRACT)
_SHAPES = {
    ArcKind.TALK: Shape.ROUND,
    ArcKind.ACHIEVEMENT: Shape.DIAMOND,
    ArcKind.GOAL: Shape.FILLED,
    ArcKind.CONTRACT: Shape.SQUARE,
}
_KINDS = {
    ArcKind.TALK: QT_TRANSLATE_NOOP("Arc", "Conversation"),
    ArcKind.ACHIEVEMENT: QT_TRANSLATE_NOOP("Arc", "Proud of"),
    ArcKind.GOAL: QT_TRANSLATE_NOOP("Arc", "Goals"),
}
_TOLD = {
    Told.GIVES: QT_TRANSLATE_NOOP("Arc", "Gives energy"),
    Told.DRAINS: QT_TRANSLATE_NOOP("Arc", "Drains"),
    Told.ACHIEVEMENT: QT_TRANSLATE_NOOP("Arc", "Proud of"),
    Told.SEEN: QT_TRANSLATE_NOOP("Arc", "Achieved, as you saw it"),
    Told.NEW_GOAL: QT_TRANSLATE_NOOP("Arc", "New goal"),
    Told.CHANGED_GOAL: QT_TRANSLATE_NOOP("Arc", "Goal changed"),
    Told.REACHED_GOAL: QT_TRANSLATE_NOOP("Arc", "Goal reached"),
    Told.GOAL_SET_ASIDE: QT_TRANSLATE_NOOP("Arc", "Goal set aside"),
    Told.CONTRACT: QT_TRANSLATE_NOOP("Arc", "Contract"),
}
_LONGEST = 180
_ENDS = (".", "?", "!", "…")


def marks(arc: Arc) -> list[Mark]:
    """Return the arc as marks: conversations on the curve, the rest in lanes."""
    return [_mark(mark) for mark in arc.marks]


def marks_at_a_glance(arc: Arc) -> list[Mark]:
    """Return the conversations alone, each with what stands out beside it.

    What happened between two conversations stands at the later one: that is where it was told.
    """
    talks = arc.of(ArcKind.TALK)
    found, told = [], 0
    rest = [mark for mark in arc.marks if mark.kind in (ArcKind.ACHIEVEMENT, ArcKind.GOAL)]
    for place, talk in enumerate(talks):
        is_last = place == len(talks) - 1
        since = [m for m in rest[told:] if is_last or m.on <= talk.on]
        told += len(since)
        found.append(_at_a_glance(talk, since))
    return found


def rows(arc: Arc) -> list[Row]:
    """Return the same as a table: when, what, and the words."""
    return [row for mark in arc.marks for row in _rows(mark)]


def kind_said(mark: ArcMark) -> str:
    """Return what a mark tells of."""
    if mark.kind is ArcKind.ACHIEVEMENT and not mark.words(Told.ACHIEVEMENT):
        return told_said(Told.SEEN)
    if mark.kind is ArcKind.CONTRACT:
        return _tr("Contract v{version} agreed").format(version=mark.version)
    return _tr(str(_KINDS[mark.kind]))


def told_said(told: Told) -> str:
    """Return what a passage is."""
    return _tr(str(_TOLD[told]))


def on_one_line(words: PrivateText) -> str:
    """Return words on one line, without the breaks of the note."""
    return " ".join(words.reveal().split())


def _mark(mark: ArcMark) -> Mark:
    lane = LANES.index(mark.kind) if mark.kind in LANES else None
    drains = mark.words(Told.DRAINS)
    return Mark(
        key=mark.key,
        day=mark.on,
        said=_said(mark),
        lane=lane,
        level=mark.energy,
        words=_short(mark),
        under=on_one_line(drains[0]) if drains else "",
        shape=_SHAPES[mark.kind],
    )


def _at_a_glance(talk: ArcMark, since: Iterable[ArcMark]) -> Mark:
    standing_out = sorted(since, key=lambda mark: mark.kind is not ArcKind.GOAL)
    told = [_short(mark) for mark in standing_out]
    whole = _mark(talk)
    said = " ".join([whole.said, *(_said(mark) for mark in standing_out)])
    words = told[0] if told else whole.words
    return Mark(whole.key, whole.day, said, None, whole.level, words, whole.under)


def _short(mark: ArcMark) -> str:
    if mark.kind is ArcKind.CONTRACT:
        return f"v{mark.version}"
    if mark.kind is ArcKind.GOAL:
        first = mark.passages[0]
        return f"{told_said(first.told)}: {on_one_line(first.words)}"
    is_talk = mark.kind is ArcKind.TALK
    wanted = (Told.GIVES,) if is_talk else (Told.ACHIEVEMENT, Told.SEEN)
    return next((on_one_line(words) for words in mark.words(*wanted)), "")


def _said(mark: ArcMark) -> str:
    lead = _tr("{what}, {day}.").format(what=kind_said(mark), day=dates.full_day(mark.on))
    told = (_passage_said(p) for p in mark.passages if p.told is not Told.CONTRACT)
    nothing = _tr("Nothing was kept of energy.")
    rest = " ".join(told) or (nothing if mark.kind is ArcKind.TALK else "")
    return f"{lead} {rest}".strip()


def _passage_said(passage: Passage) -> str:
    short = shortened(passage.words.reveal(), _LONGEST)
    closed = short if short.rstrip('”’"').endswith(_ENDS) else f"{short}."
    return f"{told_said(passage.told)}: {closed}"


def _rows(mark: ArcMark) -> Iterator[Row]:
    day = dates.short_day(mark.on)
    told = [p for p in mark.passages if p.told is not Told.CONTRACT]
    if not told or mark.kind is ArcKind.TALK:
        yield Row(mark.key, (day, kind_said(mark), ""))
    for passage in told:
        words = on_one_line(passage.words)
        if passage.because is not None:
            words = _tr("{words}, because: {why}").format(
                words=words, why=on_one_line(passage.because)
            )
        yield Row(mark.key, (day, told_said(passage.told), words))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Arc", text)
