"""Adding forms made of others to a TrueType file: a letter with an accent becomes one form.

PDF readers copy text form by form and take an accent that stands by itself for a word. The tables
are those of the OpenType specification: head, hhea, hmtx, maxp, loca and glyf.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.export.shaping import Form


class Box(NamedTuple):
    """The edges around a form, in units."""

    left: int
    bottom: int
    right: int
    top: int


@dataclass(frozen=True, slots=True)
class Composed:
    """A form made of others, which are given by where they stand in the file."""

    parts: tuple[Form, ...]
    advance: int
    box: Box


_COMPOSED = -1  # instead of a number of contours
_WORDS_X_AND_Y = 0x0001 | 0x0002
_MORE_PARTS = 0x0020
_LONG_PLACES = 1  # loca in units of a byte
_MOST = 0xFFFF


def with_composed(font: bytes, composed: Sequence[Composed]) -> bytes:
    """Return a TrueType file with these forms after those that it has."""
    tables = _tables(font)
    outlines, places = _outlines(tables)
    for form in composed:
        outlines += _outline(form)
        places.append(len(outlines))
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["hmtx"] = _metrics(tables) + b"".join(
        struct.pack(">Hh", form.advance, form.box.left) for form in composed
    )
    count = len(places) - 1
    tables["head"] = _changed(tables["head"], ">h", 50, _LONG_PLACES)
    tables["hhea"] = _changed(tables["hhea"], ">H", 34, count)
    tables["maxp"] = _limits(tables["maxp"], count, max(len(form.parts) for form in composed))
    return _file(tables)


def _tables(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    return {tag.decode("ascii"): font[at : at + length] for tag, _, at, length in entries}


def _outlines(tables: dict[str, bytes]) -> tuple[bytearray, list[int]]:
    """Return the outlines and where each begins, with the end of the last."""
    (format_,) = struct.unpack_from(">h", tables["head"], 50)
    loca = tables["loca"]
    if format_ == _LONG_PLACES:
        places = list(struct.unpack(f">{len(loca) // 4}I", loca))
    else:
        places = [2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca)]
    return bytearray(tables["glyf"][: places[-1]]), places


def _outline(form: Composed) -> bytes:
    if not form.parts:
        return b""
    made = struct.pack(">5h", _COMPOSED, *form.box)
    for n, part in enumerate(form.parts, start=1):
        more = _MORE_PARTS if n < len(form.parts) else 0
        made += struct.pack(">HHhh", _WORDS_X_AND_Y | more, part.number, part.x, part.y)
    return made + b"\0" * (-len(made) % 4)


def _metrics(tables: dict[str, bytes]) -> bytes:
    """Return advance and left edge of each form; a file may give one advance for the last ones."""
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    (advances,) = struct.unpack_from(">H", tables["hhea"], 34)
    hmtx = tables["hmtx"]
    same = hmtx[4 * advances - 4 : 4 * advances - 2]
    edges = (hmtx[4 * advances + 2 * n :][:2] for n in range(count - advances))
    return hmtx[: 4 * advances] + b"".join(same + edge for edge in edges)


def _limits(maxp: bytes, count: int, parts: int) -> bytes:
    """Return the table of limits: a composed form has the points and contours of its parts."""
    points, contours, composed_points, composed_contours = struct.unpack_from(">4H", maxp, 6)
    most_parts, depth = struct.unpack_from(">2H", maxp, 28)
    changed = bytearray(maxp)
    struct.pack_into(">H", changed, 4, count)
    each = max(parts, 1)
    most_points = min(each * max(points, composed_points), _MOST)
    most_contours = min(each * max(contours, composed_contours), _MOST)
    struct.pack_into(">2H", changed, 10, most_points, most_contours)
    struct.pack_into(">2H", changed, 28, max(parts, most_parts), depth + 1)
    return bytes(changed)


def _changed(table: bytes, format_: str, at: int, number: int) -> bytes:
    changed = bytearray(table)
    struct.pack_into(format_, changed, at, number)
    return bytes(changed)


def _file(tables: dict[str, bytes]) -> bytes:
    tables["head"] = _changed(tables["head"], ">I", 8, 0)
    directory, content = _laid_out(tables)
    adjustment = (0xB1B0AFBA - _sum(directory + content)) & 0xFFFFFFFF
    tables["head"] = _changed(tables["head"], ">I", 8, adjustment)
    return directory + _laid_out(tables)[1]


def _laid_out(tables: dict[str, bytes]) -> tuple[bytes, bytes]:
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(
        ">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power)
    )
    at = 12 + 16 * count
    content = b""
    for tag, table in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag.encode("ascii"), _sum(table), at, len(table))
        content += table + b"\0" * (-len(table) % 4)
        at = 12 + 16 * count + len(content)
    return directory, content


def _sum(table: bytes) -> int:
    table += b"\0" * (-len(table) % 4)
    numbers: Iterable[int] = struct.unpack(f">{len(table) // 4}I", table)
    return sum(numbers) & 0xFFFFFFFF
