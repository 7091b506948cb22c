"""The order in which a page is read out, and what each part of it is (tagged PDF).

See ISO 32000-1, section 14.7 and 14.8. What only decorates a page is an artifact and not here.
"""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from desktop.export.line import Role

_FROM_RIGHT = frozenset({"R", "AL"})
_TAGS = {Role.TITLE: "H1", Role.HEADING: "H2", Role.TEXT: "P", Role.ROW: "LBody"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A text in pieces, each by its sheet and its number there; a ``language`` of its own.

    ``said`` holds its words in the order in which they are said.
    """

    role: Role
    language: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def entries(self) -> dict[str, Any]:
        """Return what is told about it; what runs from right to left is drawn as it is seen."""
        told = {"Lang": PDFString(self.language)} if self.language else {}
        words = " ".join("".join(self.said).split())
        turns = any(bidirectional(character) in _FROM_RIGHT for character in words)
        return told | ({"ActualText": PDFString(words)} if turns else {})


class Structure:
    """The parts of a document in reading order, noted while it is printed."""

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self._pieces_on: list[int] = []

    def begin_sheet(self) -> None:
        """Note that what follows stands on another sheet."""
        self._pieces_on.append(0)

    def begin_part(self, role: Role, language: str = "") -> None:
        """Note that what follows is another text, perhaps in a language of its own (BCP 47)."""
        self._parts.append(_Part(role, language))

    def say(self, words: str) -> None:
        """Note words of the text as they are said, with the space that follows them."""
        self._parts[-1].said.append(words)

    def opening(self) -> str:
        """Note the next piece of the text, and return the operator that begins it."""
        part = self._parts[-1]
        sheet, number = len(self._pieces_on) - 1, self._pieces_on[-1]
        self._pieces_on[sheet] += 1
        part.pieces.append((sheet, number))
        return f"/{_TAGS[part.role]} <</MCID {number}>> BDC"

    def add_to(self, document: Any) -> None:
        """Add the tree of parts to a ReportLab document whose sheets are all printed."""
        root = _Node(document, "StructTreeRoot")
        whole = root.element("Document")
        owners: list[list[Any]] = [[None] * count for count in self._pieces_on]
        read = [part for part in self._parts if part.pieces]
        for is_list, parts in groupby(read, key=lambda part: part.role is Role.ROW):
            above = whole.element("L") if is_list else whole
            for part in parts:
                parent = above.element("LI") if is_list else above
                text = parent.element(_TAGS[part.role], **part.entries())
                for sheet, number in part.pieces:
                    text.piece(document.Pages.pages[sheet], number)
                    owners[sheet][number] = text.reference
        numbered = [entry for n, owner in enumerate(owners) for entry in (n, PDFArray(owner))]
        parents = PDFDictionary({"Nums": PDFArray(numbered)})
        root.entries["ParentTree"] = document.Reference(parents)
        root.entries["ParentTreeNextKey"] = len(owners)
        document.Catalog.StructTreeRoot = root.reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = number
            page.Tabs = PDFName("S")


class _Node:
    """A node of the tree, already in the document, to which more is added."""

    def __init__(self, document: Any, kind: str, **entries: Any) -> None:
        self._document = document
        made = PDFDictionary({"Type": PDFName(kind), **entries})
        self.entries: dict[str, Any] = made.dict
        self.reference = document.Reference(made)

    def element(self, tag: str, **entries: Any) -> "_Node":
        above = {"S": PDFName(tag), "P": self.reference}
        made = _Node(self._document, "StructElem", **above, **entries)
        self._add(made.reference)
        return made

    def piece(self, page: Any, number: int) -> None:
        reference = self._document.Reference(page)
        self._add(PDFDictionary({"Type": PDFName("MCR"), "Pg": reference, "MCID": number}))

    def _add(self, below: Any) -> None:
        """Add what is below this node: one by itself, several in an array."""
        known = self.entries.get("K")
        if known is None:
            self.entries["K"] = below
        elif isinstance(known, PDFArray):
            known.sequence.append(below)
        else:
            self.entries["K"] = PDFArray([known, below])
