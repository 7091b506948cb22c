"""The true page as a picture, for the screen: drawn from the very bytes that will be sent.

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


def _image(page: pypdfium2.PdfPage, width_px: int) -> PageImage:
    just_below = width_px - 0.01  # PDFium rounds a page's pixels up
    bitmap = page.render(scale=just_below / page.get_width(), rev_byteorder=True)
    image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return image
