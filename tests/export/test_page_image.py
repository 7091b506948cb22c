import pytest

from desktop.export.letter import letter_paper
from desktop.export.page_image import PageImage, page_images
from desktop.export.paper import PageSize
from desktop.export.pdf import pdf
from tests.export.letters import LETTER, letter_saying

GREEN = (0x1F, 0x6F, 0x5C)


def colours(image: PageImage) -> set[tuple[int, ...]]:
    rows = (image.rgb[y * image.stride :][: image.width * 3] for y in range(image.height))
    return {tuple(row[x : x + 3]) for row in rows for x in range(0, len(row), 3)}


@pytest.mark.parametrize("width", [1, 233, 470, 471, 940])
def test_the_image_is_as_wide_as_asked_and_has_the_shape_of_the_paper(width: int) -> None:
    (image,) = page_images(pdf(letter_paper(LETTER), PageSize.A4), width)
    assert image.width == width
    assert image.height == pytest.approx(width * 297 / 210, abs=1)
    assert len(image.rgb) == image.stride * image.height


def test_the_image_shows_white_paper_with_the_green_stroke() -> None:
    (image,) = page_images(pdf(letter_paper(LETTER), PageSize.LETTER), 612)
    assert image.rgb[:3] == b"\xff\xff\xff"
    assert GREEN in colours(image)


def test_every_page_has_its_image() -> None:
    long = pdf(letter_paper(letter_saying("A line.\n" * 120)), PageSize.A4)
    assert len(page_images(long, 100)) > 2
