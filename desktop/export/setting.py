"""Turning the blocks of a page into lines of type: styles, distances and what stays together.

The distances were measured in ``design/6-share-light.png``, where running text is 12 pixels
high; hence the twelfths. They count in body sizes, so one number scales the whole page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from desktop.export.bidi import Direction, first_strong, levels, line_levels, mostly
from desktop.export.line import Bond, Ink, Line, Role, Stroke, Style, Weight
from desktop.export.line_breaks import Breaking, balanced, broken
from desktop.export.paper import Block, CommitmentRow, Heading, Paper, Prose, Room

_TITLE = Style(Weight.SEMIBOLD, 22 / 12, 28 / 12)
_HEADING = Style(Weight.SEMIBOLD, 14 / 12, 18 / 12)
_BODY = Style(Weight.REGULAR, 1, 18 / 12)
MUTED = Style(Weight.REGULAR, 1, 18 / 12, Ink.MUTED)

_TITLE_TO_SUBTITLE = 22 / 12
_SUBTITLE_TO_TEXT = 49 / 12
_DISTANCES: dict[tuple[type[Block], type[Block]], float] = {
    (Heading, Prose): 20 / 12,
    (Heading, CommitmentRow): 25 / 12,
    (Prose, Prose): 26 / 12,
    (CommitmentRow, CommitmentRow): 29 / 12,
    (CommitmentRow, Heading): 43 / 12,
    (Prose, Room): 30 / 12,
    (Room, Prose): 32 / 12,
    (Room, Heading): 46 / 12,
}
_OTHER_DISTANCE = 37 / 12

_GREEN_STROKE = Stroke(below=20 / 12, thickness=2 / 12, ink=Ink.GREEN, length=46 / 12)
_HAIRLINE = Stroke(below=10 / 12, thickness=0.7 / 12, ink=Ink.HAIRLINE)
_TO_WRITE_ON = Line(
    "", (), _BODY, 24 / 12, stroke=Stroke(0, 0.7 / 12, Ink.HAIRLINE), bond=Bond.FIRM
)
_BEFORE_DATE = 24 / 12

_MOST_BEFORE_A_ROW = 6.0
"""Height kept for a heading of two lines above a row that must not be split."""


_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
"""Languages (BCP 47) whose pages begin at the right."""


def page_direction(paper: Paper) -> Direction:
    """Return where a page begins: as its language does, or as most of what people wrote."""
    if paper.language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT:
        return Direction.RIGHT_TO_LEFT
    written = [text for block in paper.blocks if (text := _written(block))]
    return mostly(written or [paper.title]) or Direction.LEFT_TO_RIGHT


def _written(block: Block) -> str:
    match block:
        case Prose(text):
            return text
        case CommitmentRow(what, _):
            return what
        case Heading() | Room():
            return ""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text is set: its style, what it is for a reader, how and on which side it runs."""

    style: Style
    role: Role
    base: Direction
    side: Direction


@dataclass(frozen=True, slots=True)
class Setting:
    """The frame type is set in, its width and height, and how wide a text of size 1 is."""

    measure: float
    height: float
    width_of: Callable[[str, Weight], float]
    direction: Direction = Direction.LEFT_TO_RIGHT

    def lines(self, paper: Paper) -> list[Line]:
        """Return the page as one long column of lines, without its footer."""
        column = self._opening(paper)
        words = self._room_for_words(paper)
        for n, block in enumerate(paper.blocks):
            before = paper.blocks[n - 1] if n else None
            first, *rest = self._block(block, words)
            bond = _bond(paper.blocks, n)
            column.extend((replace(first, above=_distance(before, block), bond=bond), *rest))
        return column

    def _opening(self, paper: Paper) -> list[Line]:
        title = self._broken(paper.title, self._ours(_TITLE, Role.TITLE), self.measure, balanced)
        muted = self._ours(MUTED, Role.TEXT)
        first, *rest = self._broken(paper.subtitle, muted, self.measure)
        subtitle = [replace(first, above=_TITLE_TO_SUBTITLE), *rest]
        subtitle[-1] = replace(subtitle[-1], stroke=_GREEN_STROKE)
        return _unbroken([*title, *subtitle])

    def _ours(self, style: Style, role: Role) -> _Look:
        """Return how the page's own words look: they run as the page does."""
        return _Look(style, role, self.direction, self.direction)

    def _room_for_words(self, paper: Paper) -> float:
        """Return what the widest date leaves of the measure, so that all rows end alike."""
        dates = [b.date for b in paper.blocks if isinstance(b, CommitmentRow)]
        widest = max((self._width(_BODY)(date) for date in dates), default=0.0)
        return self.measure - widest - _BEFORE_DATE

    def _block(self, block: Block, room_for_words: float) -> list[Line]:
        match block:
            case Heading(text):
                look = self._ours(_HEADING, Role.HEADING)
                first, *rest = self._broken(text, look, self.measure, balanced)
                return _unbroken([replace(first, bookmark=" ".join(text.split())), *rest])
            case Prose(text):
                runs = block.runs
                way = self.direction if runs is None else runs
                look = _Look(_BODY, Role.TEXT, way, way)
                lines = self._broken(text, look, self.measure)
                return _two_at_least([replace(x, language=block.language) for x in lines])
            case CommitmentRow(what, date):
                runs = first_strong(what)
                way = self.direction if runs is None else runs
                look = _Look(_BODY, Role.ROW, way, self.direction)
                return self._row(self._broken(what, look, room_for_words), date)
            case Room(count):
                return [replace(_TO_WRITE_ON, room=n) for n in range(1, count + 1)]

    def _row(self, lines: list[Line], date: str) -> list[Line]:
        lines[0] = replace(lines[0], beside=date)
        lines[-1] = replace(lines[-1], stroke=_HAIRLINE, breaks=bool(date))
        fits_a_page = sum(line.above for line in lines) < self.height - _MOST_BEFORE_A_ROW
        return _unbroken(lines) if fits_a_page else _two_at_least(lines)

    def _broken(
        self, text: str, look: _Look, room: float, breaking: Breaking = broken
    ) -> list[Line]:
        texts = breaking(text, room, self._width(look.style))
        return [
            Line(
                of_line,
                line_levels(of_line, way, look.base),
                look.style,
                above=look.style.leading,
                role=look.role,
                base=look.base,
                side=look.side,
                breaks=breaks,
                ends=number == len(texts),
            )
            for number, (of_line, way, breaks) in enumerate(_ways(texts, text, look.base), start=1)
        ]

    def _width(self, style: Style) -> Callable[[str], float]:
        return lambda text: self.width_of(text, style.weight) * style.size


def _ways(
    lines: list[str], text: str, base: Direction
) -> Iterator[tuple[str, tuple[int, ...], bool]]:
    """Return each line with the levels it has in its text, and whether a space follows it."""
    of_text = tuple(
        level for part in text.split("\n") for level in (*levels(part, base), int(base))
    )
    end = 0
    for line in lines:
        start = text.index(line, end)
        end = start + len(line)
        yield line, of_text[start:end], text[end : end + 1] == " "


def _distance(before: Block | None, block: Block) -> float:
    if before is None:
        return _SUBTITLE_TO_TEXT
    return _DISTANCES.get((type(before), type(block)), _OTHER_DISTANCE)


def _bond(blocks: tuple[Block, ...], n: int) -> Bond:
    """Return how a block holds to the one before: no heading, no row of a list stays alone."""
    if n == 0 or isinstance(blocks[n - 1], Heading) or isinstance(blocks[n], Room):
        return Bond.FIRM
    if not isinstance(blocks[n - 1], CommitmentRow) or not isinstance(blocks[n], CommitmentRow):
        return Bond.NONE
    second = n == 1 or not isinstance(blocks[n - 2], CommitmentRow)
    last = n + 1 == len(blocks) or not isinstance(blocks[n + 1], CommitmentRow)
    return Bond.LOOSE if second or last else Bond.NONE


def _unbroken(lines: list[Line]) -> list[Line]:
    first, *rest = lines
    return [first, *(replace(line, bond=Bond.FIRM) for line in rest)]


def _two_at_least(lines: list[Line]) -> list[Line]:
    """Hold the first two and the last two lines of a text together."""
    held = {1, len(lines) - 1} - {0}
    return [replace(line, bond=Bond.FIRM) if n in held else line for n, line in enumerate(lines)]
