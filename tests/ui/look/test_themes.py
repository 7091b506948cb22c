"""Both themes hold every colour and keep small text readable on every ground."""

from itertools import product

import pytest
from PySide6.QtGui import QColor

from desktop.ui.look import Look, theme

GROUNDS = (
    "window",
    "surface",
    "side",
    "hover",
    "accent_ground",
    "private_ground",
    "soon_ground",
    "late_ground",
)
PAIRS = (
    *product(("ink", "muted"), GROUNDS),
    *product(("accent",), ("window", "surface", "side", "accent_ground", "private_ground")),
    ("private", "private_ground"),
    ("private", "surface"),
    ("soon", "soon_ground"),
    ("soon", "surface"),
    ("soon", "window"),
    ("late", "late_ground"),
    ("late", "surface"),
    ("late", "window"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_small_text_can_be_read_on_its_ground(name: str, ink: str, ground: str) -> None:
    worn = Look(theme.load(name))

    assert contrast(worn.colour(ink), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface", "side"])
def test_the_ring_of_the_focus_stands_out(name: str, ground: str) -> None:
    worn = Look(theme.load(name))

    assert contrast(worn.colour("focus"), worn.colour(ground)) >= 3
