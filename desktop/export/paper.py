"""A page as a person would describe it, the same for PDF, print, e-mail and open document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from desktop.export.bidi import Direction, first_strong


class PageSize(Enum):
    """The sheets people put in a printer: width and height in points (1/72 inch)."""

    A4 = (595.28, 841.89)
    LETTER = (612.0, 792.0)

    @property
    def width(self) -> float:
        """Return the short side in points."""
        return self.value[0]

    @property
    def height(self) -> float:
        """Return the long side in points."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; a line break typed into it stays.

    ``way`` is how it runs where words of ours come first and would tell it wrongly. ``language``
    is a BCP 47 tag where it is known to be another one than the page's.
    """

    text: str
    way: Direction | None = None
    language: str = ""

    @property
    def runs(self) -> Direction | None:
        """Return the way it runs; None where the page decides."""
        return first_strong(self.text) if self.way is None else self.way


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One commitment: what will be done, and by when in words.

    Also a theme on the sheet for colleagues, and how many people raised it.
    """

    what: str
    date: str


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write by hand: so many ruled lines, kept on one sheet with what stands above.

    At the foot of a sheet they are a few less, or more where nothing else has room.
    """

    lines: int


Block = Heading | Prose | CommitmentRow | Room


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page; ``numbering`` holds {page} and {pages}."""

    text: str
    numbering: str

    def on(self, page: int, pages: int) -> str:
        """Return the footer of one page, counted from 1."""
        number = self.number(page, pages)
        return f"{self.text} · {number}" if self.text else number

    def number(self, page: int, pages: int) -> str:
        """Return the number of one page, counted from 1."""
        return self.numbering.format(page=page, pages=pages)


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that stands on the page, in reading order; ``language`` is a BCP 47 tag."""

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    footer: Footer

    def words(self) -> str:
        """Return all that can be read on the page, one text after another."""
        found: list[str] = []

        def note(text: str) -> str:
            found.append(text)
            return text

        self.reworded(note)
        return "\n".join(text for text in found if text)

    def reworded(self, change: Callable[[str], str]) -> "Paper":
        """Return the same page with every text put through ``change``."""
        return replace(
            self,
            title=change(self.title),
            subtitle=change(self.subtitle),
            blocks=tuple(_reworded(block, change) for block in self.blocks),
            footer=replace(self.footer, text=change(self.footer.text)),
        )


def _reworded(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading(text):
            return Heading(change(text))
        case Prose(text):
            return replace(block, text=change(text))
        case CommitmentRow(what, date):
            return CommitmentRow(change(what), change(date))
        case Room():
            return block
