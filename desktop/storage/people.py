"""The shelf of people."""

from datetime import date
from typing import Any

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Relation
from desktop.storage.database import Database, Reader

_COLUMNS = "id, name, role, team, pronouns, email, relation, since, archived, keep_until, said"


class PeopleReader:
    """Gives people."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self) -> tuple[Person, ...]:
        """Return everybody who is not archived, in the order in which they were added."""
        return self._where("archived IS NULL")

    def archived(self) -> tuple[Person, ...]:
        """Return everybody who is archived, in the order in which they were added."""
        return self._where("archived IS NOT NULL")

    def get(self, person: PersonId) -> Person:
        """Return one person; KeyError if there is none."""
        row = self._reader.row(f"SELECT {_COLUMNS} FROM person WHERE id = ?", person)
        if row is None:
            raise KeyError(person)
        return _person(row)

    def _where(self, condition: str) -> tuple[Person, ...]:
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM person WHERE {condition} ORDER BY seq")
        return tuple(_person(row) for row in rows)


class PeopleShelf(PeopleReader):
    """Gives and takes people."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def add(self, person: Person) -> None:
        """Put a new person on the shelf."""
        self._database.write(
            f"INSERT INTO person ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *_values(person),
        )

    def replace(self, person: Person) -> None:
        """Put the person's new particulars in the place of the old ones."""
        identity, *rest = _values(person)
        self._database.write(
            "UPDATE person SET name = ?, role = ?, team = ?, pronouns = ?, email = ?,"
            " relation = ?, since = ?, archived = ?, keep_until = ?, said = ? WHERE id = ?",
            *rest,
            identity,
        )

    def remove(self, person: PersonId) -> None:
        """Take a person from the shelf, with all that belongs to them."""
        self._database.write("DELETE FROM person WHERE id = ?", person)

    def has_anything(self, person: PersonId) -> bool:
        """Whether any row of the vault points to a person; it is counted, never read."""
        tables = self._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        links = [
            (table, link[3])
            for (table,) in tables
            for link in self._database.rows(f'PRAGMA foreign_key_list("{table}")')
            if link[2] == "person"
        ]
        return any(
            self._database.row(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", person)
            for table, column in links
        )


def _values(person: Person) -> tuple[object, ...]:
    return (
        person.id,
        person.name,
        person.role,
        person.team,
        person.pronouns,
        person.email,
        person.relation.value,
        _text(person.since),
        _text(person.archived),
        _text(person.keep_until),
        person.said,
    )


def _person(row: tuple[Any, ...]) -> Person:
    identity, name, role, team, pronouns, email, relation, since, archived, keep_until, said = row
    return Person(
        id=PersonId(identity),
        name=name,
        role=role,
        team=team,
        pronouns=pronouns,
        email=email,
        relation=Relation(relation),
        since=_date(since),
        archived=_date(archived),
        keep_until=_date(keep_until),
        said=said,
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
