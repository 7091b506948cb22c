"""What left, opened again: the page inside an e-mail, the words inside a copy (product F6)."""

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

_PDF = b"%PDF"
_AIR = re.compile(r"\n\s*\n")
_ENDS_A_LINE = re.compile(r"\}(p|h|line-break)$")


def page_in(content: bytes) -> bytes:
    """Return the PDF that the bytes are, or that is attached to the e-mail they are; else none."""
    if content.startswith(_PDF):
        return content
    if not content.startswith(b"X-Unsent"):
        return b""
    import email
    from email import policy

    mail = email.message_from_bytes(content, policy=policy.default)
    for part in mail.walk():
        if part.get_content_type() == "application/pdf":
            taken = part.get_payload(decode=True)
            return taken if isinstance(taken, bytes) else b""
    return b""


def words_in(content: bytes) -> str:
    """Return what can be read in an editable copy, a text or a calendar file."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace").replace("\r\n", "\n")
    with zipfile.ZipFile(BytesIO(content)) as package:
        tree = ElementTree.fromstring(package.read("content.xml"))  # we wrote it ourselves
    return _AIR.sub("\n", "".join(_read(tree))).strip()


def _read(part: ElementTree.Element) -> list[str]:
    found = [part.text or ""]
    for inner in part:
        found += [*_read(inner), inner.tail or ""]
    if _ENDS_A_LINE.search(part.tag):
        found.append("\n")
    return found
