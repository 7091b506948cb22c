"""The one stylesheet, filled in from the theme and the text size."""

from dataclasses import asdict
from string import Template

from desktop import files
from desktop.ui.look import typefaces
from desktop.ui.look.worn import Look


def stylesheet(look: Look) -> str:
    """Return the stylesheet of a look: colours by role, type as ``$type_<role>``."""
    text = (files.resources() / "themes" / "controls.qss").read_text(encoding="utf-8")
    return Template(text).substitute(asdict(look.theme), **_type(look), **_lengths(look))


def _type(look: Look) -> dict[str, str]:
    return {
        f"type_{role}": (
            f'font-family: "{face.family}"; font-weight: {face.weight}; font-size: '
            f"{typefaces.points(face, look.text_scale, look.dots_per_inch):.3f}pt"
        )
        for role, face in typefaces.roles().items()
    }


def _lengths(look: Look) -> dict[str, str]:
    field_height = round(look.pitch("body")) + 20
    # The border of a focused field is a pixel thicker on both sides; nothing may move for it.
    return {
        "field_height": str(field_height),
        "focused_field_height": str(field_height - 2),
    }
