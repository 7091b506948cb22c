"""Reads a list with columns: comma, semicolon or tab between them, names of columns above."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from desktop.domain.contact_lists.lines import Line, line_of
from desktop.domain.errors import Refusal

_SEPARATORS: Final = ",;\t|"

_COLUMNS: Final = {
    "name": ("name", "full name", "display name", "person", "nom complet", "nombre completo"),
    "first name": ("first name", "given name", "vorname", "prénom", "nombre", "forename"),
    "last name": (
        "last name",
        "family name",
        "surname",
        "nachname",
        "nom",
        "apellidos",
        "apellido",
    ),
    "role": (
        "role",
        "title",
        "job title",
        "position",
        "rolle",
        "funktion",
        "rôle",
        "poste",
        "puesto",
    ),
    "team": ("team", "department", "group", "unit", "abteilung", "équipe", "service", "equipo"),
    "email": ("e-mail", "email", "mail", "e-mail address", "email address", "courriel", "correo"),
    "pronouns": ("pronouns", "pronomen", "pronoms", "pronombres"),
    "relation": ("relation", "relationship", "beziehung", "relación"),
    "since": ("since", "start", "start date", "seit", "depuis", "desde", "eintritt"),
}
"""What a column may be called, in the languages of Onward; upper case does not matter."""

_KNOWN: Final = {name: known for known, names in _COLUMNS.items() for name in names}


def read_table(text: str) -> Iterator[Line]:
    """Give a line for each row below the names of the columns.

    Raises Refusal when no column is a name, and for quotes that do not pair up.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    columns: list[str] | None = None
    begins = 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                if columns is None:
                    columns, is_head = _head(cells)
                    if is_head:
                        begins = rows.line_num + 1
                        continue
                yield _line(begins, columns, cells)
            begins = rows.line_num + 1
    except csv.Error:
        raise Refusal(
            "file",
            f"Line {begins} cannot be read: its quotation marks do not pair up. Nobody was added. "
            "Put them right, and choose the list again.",
        ) from None


def _separator(text: str) -> str:
    first = next(line for line in text.splitlines() if line.strip())
    return max(_SEPARATORS, key=first.count)


def _head(cells: list[str]) -> tuple[list[str], bool]:
    """Return what each column is, and whether these cells name them."""
    columns = [_KNOWN.get(cell.strip().casefold().replace("_", " "), "") for cell in cells]
    if {"name", "first name", "last name"} & set(columns):
        return columns, True
    if len(cells) == 1:
        return ["name"], False
    told = ", ".join(cell.strip() for cell in cells if cell.strip())
    raise Refusal(
        "file",
        "No column is called “name”. The first line names the columns, such as: name, role, team, "
        f"e-mail, pronouns, relation, since. Here it reads: {told[:200]}",
    )


def _line(number: int, columns: list[str], cells: list[str]) -> Line:
    if any(cell.strip() for cell in cells[len(columns) :]):
        sentence = f"There are {len(cells)} columns here, and {len(columns)} are named above."
        return Line(number, None, sentence)
    return line_of(number, {c: cell for c, cell in zip(columns, cells, strict=False) if c})
