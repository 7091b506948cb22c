"""The history of the schema: numbered, SQL first, frozen once released.

Each file is one step and one transaction. A vault written by a newer Onward is refused, never
upgraded down.
"""

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.errors import Trouble
from desktop.storage.database import Database

_FOLDER = Path(__file__).parent


def steps() -> tuple[Path, ...]:
    """Return the migration files in order; the n-th leads to schema version n."""
    return tuple(sorted(_FOLDER.glob("[0-9]*.sql")))


def version_of(database: Database) -> int:
    """Return the schema version a vault file says it has; 0 for a new one."""
    row = database.row("PRAGMA user_version")
    return int(row[0]) if row else 0


class Newer(Trouble):
    """A vault that was written by a newer Onward than this one."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This vault was written by a newer Onward.",
            what_is_safe="Nothing was changed; the newer Onward opens it as before.",
            what_to_do="Install the newer version on this computer and open the vault with it.",
        )


def bring_up_to_date(database: Database, to: int | None = None) -> None:
    """Run every step the vault has not seen yet, or those up to step ``to``.

    Raises Newer for a vault from a newer Onward.
    """
    known, found = len(steps()), version_of(database)
    if found > known:
        raise Newer
    for number, step in enumerate(steps()[:to], start=1):
        if number > found:
            with database.transaction():
                for statement in _statements(step.read_text(encoding="utf-8")):
                    database.write(statement)
                database.write(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """Split a script into statements; a trigger's body keeps its inner semicolons."""
    from sqlcipher3.dbapi2 import complete_statement

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
