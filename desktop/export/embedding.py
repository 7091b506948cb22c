"""Typefaces inside a PDF: only the forms in use, each with the text it stands for.

What stands for different texts has a number for each, and a letter with its accents is one form,
so that whoever copies from the page gets what was written (ISO 32000-1, sections 9.7.4 composite
fonts and 9.10.3 ToUnicode).
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import uharfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)

from desktop.export.archive import compressed
from desktop.export.composed_forms import Box, Composed, with_composed
from desktop.export.shaping import Cluster, Form
from desktop.export.typefaces import Typeface

Forms = tuple[Form, ...]

_MISSING = (Form(0, 0, 0),)
"""What every font file begins with and no page of ours shows."""

_POSTSCRIPT_NAME = 6  # in the table of names
_UNUSED_TABLES = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "name",
    "post", "vhea", "vmtx",
)  # fmt: skip
_MOST_IN_A_BLOCK = 100  # ISO 32000-1 allows this many lines between beginbfchar and endbfchar

_SYMBOLIC = 4  # its forms are numbered in an order of our own
_STEM = 80  # thousandths; readers need it only for a font that is not embedded
_ORDER = PDFDictionary(
    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
)

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class EmbeddedFont:
    """The forms of one typeface that a document uses, numbered in the order of their use."""

    def __init__(self, face: Typeface, name: str) -> None:
        self.name = name
        self._face = face
        self._numbers: dict[tuple[Forms, str], int] = {(_MISSING, ""): 0}

    def number(self, cluster: Cluster) -> int:
        """Return the number by which a page shows these forms for this text."""
        return self._numbers.setdefault((cluster.forms, cluster.text), len(self._numbers))

    def width(self, forms: Forms) -> float:
        """Return how far a reader of the file moves on after them, in thousandths."""
        return round(self._advance(forms) * 1000 / self._face.units, 2)

    def _advance(self, forms: Forms) -> int:
        return sum(self._face.font.get_glyph_h_advance(form.number) for form in forms)

    def add_to(self, document: Any) -> Any:
        """Add the font to a ReportLab document and return the reference to it."""
        program, places = self._program()
        name = PDFName(f"{_tag(program)}+{self._postscript_name()}")
        embedded = compressed(program, Length1=len(program))
        descendant = _entry(
            "Font",
            Subtype=PDFName("CIDFontType2"),
            BaseFont=name,
            CIDSystemInfo=_ORDER,
            FontDescriptor=document.Reference(self._descriptor(name, document.Reference(embedded))),
            W=PDFArray([0, PDFArray([self.width(forms) for forms, _ in self._numbers])]),
            CIDToGIDMap=document.Reference(compressed(self._map(places))),
        )
        font = _entry(
            "Font",
            Subtype=PDFName("Type0"),
            BaseFont=name,
            Encoding=PDFName("Identity-H"),
            DescendantFonts=PDFArray([document.Reference(descendant)]),
            ToUnicode=document.Reference(compressed(self._to_unicode())),
        )
        return document.Reference(font)

    def _map(self, places: Mapping[Forms, int]) -> bytes:
        return b"".join(places[forms].to_bytes(2, "big") for forms, _ in self._numbers)

    def _program(self) -> tuple[bytes, dict[Forms, int]]:
        """Return the font file with the forms in use, and where each stands in it."""
        used = list(dict.fromkeys(forms for forms, _ in self._numbers))
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update({form.number for forms in used for form in forms})
        wanted.drop_table_tag_set.update(int.from_bytes(t.encode(), "big") for t in _UNUSED_TABLES)
        wanted.flags = (
            uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        )
        plan = uharfbuzz.SubsetPlan(self._face.font.face, wanted)
        program = bytes(plan.execute().blob.data)
        new = plan.old_to_new_glyph_mapping
        places = {forms: new[forms[0].number] for forms in used if _is_plain(forms)}
        composed = [forms for forms in used if not _is_plain(forms)]
        if composed:
            first = len(new)
            places |= {forms: first + n for n, forms in enumerate(composed)}
            program = with_composed(program, [self._composed(forms, new) for forms in composed])
        return program, places

    def _composed(self, forms: Forms, new: Mapping[int, int]) -> Composed:
        parts = tuple(Form(new[form.number], form.x, form.y) for form in forms)
        return Composed(parts, self._advance(forms), self._box([forms]))

    def _postscript_name(self) -> str:
        return str(self._face.font.face.get_name(_POSTSCRIPT_NAME))

    def _descriptor(self, name: Any, program: Any) -> Any:
        extents = self._face.font.get_font_extents("ltr")
        scale = 1000 / self._face.units
        box = self._box(forms for forms, _ in self._numbers)
        return _entry(
            "FontDescriptor",
            FontName=name,
            Flags=_SYMBOLIC,
            FontBBox=PDFArray([round(edge * scale) for edge in box]),
            ItalicAngle=0,
            Ascent=round(extents.ascender * scale),
            Descent=round(extents.descender * scale),
            CapHeight=round(extents.ascender * scale),
            StemV=_STEM,
            FontFile2=program,
        )

    def _box(self, used: Iterable[Forms]) -> Box:
        """Return the edges around all these forms, in units."""
        edges = [
            (e.x_bearing + form.x, e.y_bearing + e.height + form.y, e.width, -e.height)
            for forms in used
            for form in forms
            if (e := self._face.font.get_glyph_extents(form.number)).width
        ] or [(0, 0, 0, 0)]
        return Box(
            min(left for left, _, _, _ in edges),
            min(low for _, low, _, _ in edges),
            max(left + width for left, _, width, _ in edges),
            max(low + height for _, low, _, height in edges),
        )

    def _to_unicode(self) -> bytes:
        lines = [
            f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), number in self._numbers.items()
            if text
        ]
        blocks = (lines[n : n + _MOST_IN_A_BLOCK] for n in range(0, len(lines), _MOST_IN_A_BLOCK))
        return _TO_UNICODE.format(
            blocks="\n".join(
                f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
            )
        ).encode("ascii")


def _entry(kind: str, **entries: Any) -> PDFDictionary:
    return PDFDictionary({"Type": PDFName(kind), **entries})


def _is_plain(forms: Forms) -> bool:
    return len(forms) == 1 and not forms[0].y  # forms[0].x is always 0 then


def _tag(program: bytes) -> str:
    """Return six capitals that are others for another choice of forms (section 9.6.4)."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
