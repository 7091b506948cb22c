"""From text to forms: HarfBuzz joins, stacks, replaces and kerns, and each form keeps its text."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz

from desktop.export.bidi import MARKS, Direction, first_strong, from_the_left, levels
from desktop.export.families import Families
from desktop.export.line import Weight
from desktop.export.typefaces import Typeface, typeface

_RIGHT_TO_LEFT_MARK = "\u200f"
_EUROPEAN_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC"})


class Form(NamedTuple):
    """One form by its number in the typeface, and where it stands in its cluster, in units."""

    number: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Forms that only together show some characters: a letter with its accents, a ligature.

    It is moved aside by ``shift`` and followed by the next after ``advance``, both in units. One
    without forms is not seen; it stands for a character that is shown by its neighbour.
    """

    text: str
    forms: tuple[Form, ...]
    shift: int
    advance: int


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a line in one typeface, from left to right."""

    typeface: Typeface
    darkened: bool
    clusters: tuple[Cluster, ...]

    @property
    def width(self) -> float:
        """Return how far from this run the next one begins, in the height of the type."""
        return sum(cluster.advance for cluster in self.clusters) / self.typeface.units

    @property
    def edges(self) -> tuple[float, float]:
        """Return how wide its first and its last cluster are, in the height of the type."""
        first, last = self.clusters[0], self.clusters[-1]
        return first.advance / self.typeface.units, last.advance / self.typeface.units


@dataclass(frozen=True, slots=True)
class Hand:
    """What sets the texts of one page; ``language`` is a BCP 47 tag."""

    families: Families
    language: str
    _widths: dict[tuple[str, Weight], float] = field(default_factory=dict)

    def width(self, text: str, weight: Weight) -> float:
        """Return how wide a text is that stands by itself, in the height of the type."""
        known = self._widths.get((text, weight))
        if known is None:
            alone = levels(text, first_strong(text) or Direction.LEFT_TO_RIGHT)
            known = sum(
                sum(
                    at.x_advance for at in _formed(part, face, level, self.language).glyph_positions
                )
                / face.units
                for level, face, _, part in self._parts(text, alone, weight)
            )
            self._widths[text, weight] = known
        return known

    def runs(self, text: str, of: Sequence[int], weight: Weight) -> list[Run]:
        """Return a line as it is seen from the left; ``of`` has the level of each character."""
        seen = from_the_left(self._pieces(text, of, weight))
        if min(of, default=0) % 2 == 0:
            return [run for _, run in seen]
        around = (1, *(level for level, _ in seen), 1)
        return [
            _held_together(run, left=left % 2 > level % 2, right=right % 2 > level % 2)
            for left, (level, run), right in zip(around, seen, around[2:], strict=False)
        ]

    def _pieces(self, text: str, of: Sequence[int], weight: Weight) -> Iterator[tuple[int, Run]]:
        for level, face, darkened, part in self._parts(text, of, weight):
            clusters = _clusters(part, face, level, self.language)
            yield level, Run(face, darkened, tuple(clusters))

    def _parts(
        self, text: str, of: Sequence[int], weight: Weight
    ) -> Iterator[tuple[int, Typeface, bool, str]]:
        """Yield what is shaped in one go: its level, its typeface, if darkened, and the text."""
        printed = [pair for pair in zip(of, text, strict=True) if pair[1] not in MARKS]
        for level, pairs in groupby(printed, key=lambda pair: pair[0]):
            for family, part in self.families.of("".join(c for _, c in pairs)):
                face, darkened = typeface(family, weight)
                for same_script in _by_script(part):
                    yield level, face, darkened, same_script


def _held_together(run: Run, *, left: bool, right: bool) -> Run:
    """Put Latin or a number inside Hebrew or Arabic between marks that are not seen.

    Without them readers of a file take a point, a bracket or a hyphen beside it for a part of it,
    and copy it to the wrong side (Unicode Annex 9, section 2.6, implicit directional marks).
    """
    mark = (Cluster(_RIGHT_TO_LEFT_MARK, (), 0, 0),)
    return replace(run, clusters=(*mark * left, *run.clusters, *mark * right))


def _by_script(text: str) -> Iterator[str]:
    """Part Latin, Greek and Cyrillic, which one typeface shows by different rules."""
    if text.isascii():
        yield text
        return
    start, current = 0, ""
    for n, c in enumerate(text):
        script = unicodedata.name(c, "").partition(" ")[0] if c.isalpha() else ""
        if script in _EUROPEAN_SCRIPTS:
            if current and script != current:
                yield text[start:n]
                start = n
            current = script
    yield text[start:]


def _clusters(text: str, face: Typeface, level: int, language: str) -> Iterator[Cluster]:
    """Return what shows a text that runs one way, as seen from the left."""
    shaped = _shaped(text, face, level, language)
    starts = sorted({info.cluster for info, _ in shaped})
    edges = (0, *starts[1:], len(text))  # what is not seen belongs to what is
    texts = {start: text[edges[n] : edges[n + 1]] for n, start in enumerate(starts)}
    for start, members in groupby(shaped, key=lambda pair: pair[0].cluster):
        cluster = _cluster(texts[start], list(members))
        yield from _one_by_one(cluster) if level % 2 else (cluster,)


def _one_by_one(cluster: Cluster) -> Iterator[Cluster]:
    """Give each character its own place, for text from right to left.

    Some readers of a file turn what one form stands for, others do not; none turns one character.
    """
    for character in reversed(cluster.text[1:]):
        yield Cluster(character, (), 0, 0)
    yield replace(cluster, text=cluster.text[0])


def _cluster(text: str, members: Sequence[tuple[Any, Any]]) -> Cluster:
    if len(members) == 1:
        ((info, at),) = members
        return Cluster(text, (Form(info.codepoint, 0, at.y_offset),), at.x_offset, at.x_advance)
    forms = []
    advance = 0
    for info, at in members:
        forms.append(Form(info.codepoint, advance + at.x_offset, at.y_offset))
        advance += at.x_advance
    return Cluster(text, tuple(forms), 0, advance)


def _shaped(text: str, face: Typeface, level: int, language: str) -> list[tuple[Any, Any]]:
    formed = _formed(text, face, level, language)
    return list(zip(formed.glyph_infos, formed.glyph_positions, strict=True))


def _formed(text: str, face: Typeface, level: int, language: str) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = language
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.font, buffer)
    return buffer
