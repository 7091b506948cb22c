"""Reading a PDF the way the person who receives it would: words, places, pages."""

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
