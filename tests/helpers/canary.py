"""A word of its own in every private field, and a search that finds it wherever it hides."""

import base64
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from secrets import token_hex

import pikepdf

FLOCK = f"canary{token_hex(6)}"
"""How every word of this process begins: whoever looks for that finds any of them."""


def canary() -> str:
    """Return a word that stands nowhere else; made at run time, so that no code holds it."""
    return f"{FLOCK}{token_hex(8)}"


def finds(content: bytes, word: str) -> bool:
    """Whether a word stands in some bytes, plainly, encoded, or inside what is compressed."""
    return bool(found(content, [word]))


def found(content: bytes, words: Sequence[str]) -> set[str]:
    """Return those of many words that stand in some bytes, which are taken apart only once."""
    parts = tuple(_parts(content))
    return {word for word in words if any(form in part for form in _forms(word) for part in parts)}


def files_holding(folder: Path, words: list[str]) -> set[Path]:
    """Return the files below a folder in whose content or name any of the words stands."""
    return {
        path
        for path in folder.rglob("*")
        if any(word in path.name for word in words)
        or (path.is_file() and found(path.read_bytes(), words))
    }


def _forms(word: str) -> tuple[bytes, ...]:
    plain = word.encode("utf-8")
    # Base64 shifts with the place of the word in the text: look for its middle at each shift.
    shifted = (base64.b64encode(b"x" * n + plain + b"xxx")[4:-8] for n in range(3))
    wide = (word.encode(form) for form in ("utf-16-le", "utf-16-be"))
    return (plain, plain.hex().encode("ascii"), *wide, *shifted)


def _parts(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"%PDF"):
        yield from _inside_pdf(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    if content[:1] == b"\x78":
        # An encrypted file begins with any byte, this one too.
        with suppress(zlib.error):
            yield zlib.decompress(content)


def _inside_pdf(content: bytes) -> Iterator[bytes]:
    """Yield every stream, every string and the readable text of a PDF."""
    import pypdfium2

    with pikepdf.open(BytesIO(content)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes()
            yield repr(item).encode("utf-8", "replace")
    document = pypdfium2.PdfDocument(content)
    for page in document:
        yield page.get_textpage().get_text_range().encode("utf-8")
    document.close()
