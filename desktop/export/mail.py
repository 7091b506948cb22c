"""A draft for the user's own mail program: an e-mail that nobody has sent yet.

The standard library's ``email`` is loaded with this module, so import it where it is used.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote

from desktop.export.hypertext import hypertext
from desktop.export.messages import Message
from desktop.export.paper import Paper
from desktop.export.plain_text import plain_text, wrapped
from desktop.export.writable import one_line, writable

# SMTP itself would write 8-bit bodies, which some programs still read as Latin-1.
_POLICY = policy.SMTP.clone(cte_type="7bit")

# The forms of an address that every program takes (RFC 5322, 3.2.3, dot-atom).
_USER = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a draft; its name is ASCII and names nobody."""

    name: str
    kind: str
    content: bytes
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The bytes of an .eml file; not ``addressed`` means that the address is still to be typed."""

    content: bytes
    addressed: bool


def page_attached(name: str, pdf: bytes) -> Attachment:
    """Return the page as it goes with a draft."""
    return Attachment(name, "application/pdf", pdf)


def dates_attached(name: str, calendar: bytes) -> Attachment:
    """Return the calendar file as it goes with a draft: a file to open, not an invitation."""
    return Attachment(name, "text/calendar", calendar, charset="utf-8")


def draft(
    message: Message,
    to: tuple[str, str],
    *,
    paper: Paper | None = None,
    attachments: Iterable[Attachment] = (),
    language: str = "en-GB",
) -> Draft:
    """Return an e-mail marked as unsent (RFC 5322, X-Unsent); equal input gives equal bytes.

    ``to`` is a name and an address; an address that cannot be written is left for the mail
    program to ask for. ``paper`` stands below the message as the copy that can be edited. There
    is no sender, date or identity: those belong to the program that sends it.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["X-Unsent"] = "1"
    address = _address(*to)
    if address is not None:
        mail["To"] = address
    mail["Subject"] = _in_header(message.subject)
    mail.set_content(_plain(message, paper))
    mail.add_alternative(hypertext(message, paper, language), subtype="html")
    for file in attachments:
        main, sub = file.kind.split("/")
        mail.add_attachment(
            file.content,
            maintype=main,
            subtype=sub,
            filename=file.name,
            params={"charset": file.charset} if file.charset else None,
        )
    _name_boundaries(mail)
    return Draft(mail.as_bytes(), addressed=address is not None)


def mail_link(email: str, subject: str) -> str:
    """Return a mailto link with an address and a subject (RFC 6068), and never any content.

    Links are handed over in the open, where other programs see them (security.md section 4).
    """
    return f"mailto:{quote(one_line(email), safe='@')}?subject={quote(one_line(subject))}"


def _plain(message: Message, paper: Paper | None) -> str:
    words = "\n\n".join(wrapped(text) for text in writable(message.body).split("\n\n"))
    return f"{words}\n" if paper is None else f"{words}\n\n\n{plain_text(paper)}"


def _address(name: str, email: str) -> Address | None:
    user, _, domain = one_line(email).rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if not _USER.fullmatch(user) or not _HOST.fullmatch(host):
        return None
    return Address(_in_header(name), user, host)


def _in_header(text: str) -> str:
    # An "encoded word" that somebody typed would be decoded, whatever is in it (RFC 2047).
    return one_line(text).replace("=?", "= ?")


def _name_boundaries(mail: EmailMessage) -> None:
    """Give every boundary a name that follows from the content, where the library rolls dice."""
    parts = [part for part in mail.walk() if part.is_multipart()]
    leaves = [part.get_payload() for part in mail.walk() if not part.is_multipart()]
    digest = hashlib.sha256("\0".join(map(str, leaves)).encode()).hexdigest()[:32]
    for number, part in enumerate(parts):
        # Neither base64 nor quoted-printable ever writes "=_" (RFC 2046, 5.1.1).
        part.set_boundary(f"=_onward_{digest}_{number}")
