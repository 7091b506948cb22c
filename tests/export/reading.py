"""Reading a PDF the way the person who receives it would: words, places, pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """Return the words of each page in the order in which a screen reader finds them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def words_of(pdf: bytes) -> str:
    """Return all words with line ends as single spaces."""
    return " ".join(" ".join(pages_of(pdf)).split())


def edges_of(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return for each page how far its ink stays from left, bottom, right and top, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_edges(page) for page in document]


def _edges(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    inked = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
    left, bottom, right, top = zip(*inked, strict=True)
    width, height = page.get_size()
    return min(left), min(bottom), width - max(right), height - max(top)


@dataclass(frozen=True, slots=True)
class Seen:
    """A character where it is seen: the edges of its ink, in points from the left and below."""

    character: str
    left: float
    bottom: float
    right: float
    top: float


def seen_on(pdf: bytes, page: int = 0) -> list[Seen]:
    """Return the characters of a page that have ink, in the order in which they are read."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        found = [
            Seen(text.get_text_range(n, 1), *text.get_charbox(n)) for n in range(text.count_chars())
        ]
    return [seen for seen in found if seen.right > seen.left and seen.character.strip()]


def forms_on(pdf: bytes) -> list[int]:
    """Return which form of its font file each shown character is; 0 is the box of a missing one."""
    found: list[int] = []
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for font, numbers in shown_on(page):
                places = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
                found += [int.from_bytes(places[2 * n : 2 * n + 2]) for n in numbers]
    return found


def shown_on(page: pikepdf.Page) -> Iterator[tuple[pikepdf.Object, list[int]]]:
    """Return what each operator on a page shows: numbers in a font."""
    font: pikepdf.Object = page.obj
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            font = page.Resources.Font[str(step.operands[0])]
        elif str(step.operator) == "TJ":
            yield font, numbers_in(step.operands[0])


def numbers_in(shown: object) -> list[int]:
    """Return the numbers of forms in the operand of an operator that shows text."""
    assert isinstance(shown, pikepdf.Array)
    codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
    return [int.from_bytes(codes[n : n + 2]) for n in range(0, len(codes), 2)]


def dictionaries(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return all dictionaries of a file that have a number."""
    return [entry for entry in document.objects if isinstance(entry, pikepdf.Dictionary)]
