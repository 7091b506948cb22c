"""A line of type: what the setting of a page makes, and what a PDF is drawn from.

Lengths are counted in body sizes, the height of the type of running text.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

from desktop.export.bidi import Direction


class Weight(Enum):
    """How dark type is."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


class Ink(Enum):
    """The colours on the paper, by what they are for."""

    TEXT = "#22252B"
    MUTED = "#6B6F76"
    GREEN = "#1F6F5C"
    HAIRLINE = "#D5D3CC"


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of line looks; ``leading`` is the distance to a next line of the same text."""

    weight: Weight
    size: float
    leading: float
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule drawn ``below`` a baseline; without a length it runs to the other margin."""

    below: float
    thickness: float
    ink: Ink
    length: float | None = None


class Bond(IntEnum):
    """How firmly a line holds to the one before it when a page ends."""

    NONE = 0
    LOOSE = 1
    FIRM = 2


class Role(Enum):
    """What a line is part of, for whoever has the page read out."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``above`` is its distance from the line before, baseline to baseline.

    ``levels`` has the way that each of its characters runs (see ``bidi``) and ``base`` the way of
    their paragraph; ``side`` is where the line begins. A line ``breaks`` where a space stood, and
    the last one ``ends`` its text. ``beside`` stands at the other margin and is read after that.
    ``bookmark`` names the section that begins here; ``language`` is a BCP 47 tag where it is not
    the page's. A line to write on by hand has no words but
    its number in its ``room``, counted from 1.
    """

    text: str
    levels: tuple[int, ...]
    style: Style
    above: float
    role: Role = Role.TEXT
    base: Direction = Direction.LEFT_TO_RIGHT
    side: Direction = Direction.LEFT_TO_RIGHT
    breaks: bool = False
    ends: bool = True
    bond: Bond = Bond.NONE
    beside: str = ""
    stroke: Stroke | None = None
    bookmark: str = ""
    language: str = ""
    room: int = 0
