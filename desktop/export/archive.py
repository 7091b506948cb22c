"""What makes a PDF one that can be read for decades: PDF/A-2b (ISO 19005-2).

It says of itself its title, its language and its kind, and neither author nor date
(security.md section 4, reportlab). The tests ask pikepdf's checker whether it is what it claims;
veraPDF, which knows more rules, has not seen these files.
"""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from desktop.files import resources

_PRODUCER = "Onward"
_COLOURS = "sRGB IEC61966-2.1"

_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <dc:format>application/pdf</dc:format>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class Stream(PDFStream):  # type: ignore[misc]
    """A stream that ends on a line of its own (ISO 19005-2, section 6.1.7.1)."""

    def format(self, document: Any) -> bytes:
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


def compressed(content: bytes, **entries: Any) -> Stream:
    """Return a compressed stream with some entries in its dictionary."""
    return Stream(PDFDictionary(entries), content, [PDFZCompress])


def make_lasting(document: Any, title: str, language: str) -> None:
    """Add to a ReportLab document, whose sheets are all printed, what ISO 19005-2 asks for.

    Its pages have no direction: readers would also turn around what runs from left to right.
    """
    document.info = _Information()
    document.info.title = title
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _metadata(title, language)
    catalog.OutputIntents = PDFArray([document.Reference(_colours(document))])
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    for page in document.Pages.pages:
        page.Trans = None
        page.Contents = compressed(page.stream.encode("ascii"))


def _metadata(title: str, language: str) -> Stream:
    text = _METADATA.format(title=escape(title), language=escape(language), producer=_PRODUCER)
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return Stream(PDFDictionary(entries), text.encode("utf-8"), [])


def _colours(document: Any) -> PDFDictionary:
    profile = (resources() / "paper" / "sRGB.icc").read_bytes()
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": document.Reference(compressed(profile, N=3)),
        }
    )


class _Information(PDFInfo):  # type: ignore[misc]
    """The information dictionary: the title, and the program without its version.

    ReportLab's own also writes "anonymous", its own name and the first day of the year 2000.
    """

    def format(self, document: Any) -> bytes:
        entries = {"Title": PDFString(self.title), "Producer": PDFString(_PRODUCER)}
        return bytes(PDFDictionary(entries).format(document))
