"""The true page as a picture, for screen and printer: drawn from the very bytes that will be sent.

PDFium is loaded with this module, so import it where it is used; one thread at a time.
"""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page in pixels: rows of ``stride`` bytes, three bytes a pixel (red, green, blue)."""

    width: int
    height: int
    stride: int
    rgb: bytes


def page_images(pdf: bytes, width_px: int) -> tuple[PageImage, ...]:
    """Return every page of a PDF as an image ``width_px`` pixels wide; nothing touches the disk."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_image(page, width_px) for page in document)


def page_image(pdf: bytes, number: int, width_px: int) -> PageImage:
    """Return one page, counted from 0: at a printer's fineness several would fill the memory."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _image(document[number], width_px)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of every page in points (1/72 inch)."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def _image(page: pypdfium2.PdfPage, width_px: int) -> PageImage:
    just_below = width_px - 0.01  # PDFium rounds a page's pixels up
    bitmap = page.render(scale=just_below / page.get_width(), rev_byteorder=True)
    image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return image
