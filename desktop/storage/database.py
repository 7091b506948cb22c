"""An open vault file: its transactions, and the guarded way out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.errors import Trouble
from desktop.storage import opening
from desktop.storage.opening import troubles_named

_MAY_LEAVE = frozenset(
    {"about", "person", "conversation", "summary_paragraph", "contract", "commitment"}
    | {"contract_commitment", "commitment_turn", "goal", "goal_version", "share", "sqlite_master"}
    | {"agreement", "agreement_clause", "hand_over"}
    | {"correction", "letter_language"}
    | {"planned_conversation", "question_change", "own_question"}
    | {"theme_sheet_line", "agreed_paragraph", "draft_that_left"}
)
"""The tables that a reader of what leaves may see. All others are refused by the database."""

_LARGEST_MARK: Final = 2**31 - 1
_PAGE: Final = 4096
_PATIENCE: Final = 3
"""How often a disk that reported a fault is asked again before it is called broken."""


class Reader:
    """A connection that can be asked."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with troubles_named():
            found: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
            opening.insist(self._connection)
            return found

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of a query, or None."""
        with troubles_named():
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            opening.insist(self._connection)
            return found


class Database(Reader):
    """The working connection of an open vault. It belongs to the thread that opened it."""

    def __init__(self, path: Path, data_key: bytearray, *, create: bool = False) -> None:
        super().__init__(opening.working(path, data_key, create=create))
        self.path = path
        self._key = bytearray(data_key)
        self._depth = 0
        self._count: Callable[[], None] | None = None
        self._held: Callable[[], Trouble] | None = None

    def count_changes_with(self, count: Callable[[], None]) -> None:
        """Call ``count`` at the end of every transaction that wrote something, inside it."""
        self._count = count

    def hold(self, because: Callable[[], Trouble]) -> None:
        """Write nothing any more: every transaction raises what ``because`` gives."""
        self._held = because

    def let_go(self) -> None:
        """Write again."""
        self._held = None

    @property
    def writes(self) -> bool:
        """Whether anything is written for now."""
        return self._held is None

    def refuse_if_held(self) -> None:
        """Raise what a transaction would raise now; before work on other files of the vault."""
        if self._held is not None:
            raise self._held()

    def write(self, sql: str, *values: object) -> None:
        """Run one statement; only inside ``transaction``."""
        if not self._depth:
            raise RuntimeError("Writing belongs into a transaction.")
        with troubles_named():
            self._connection.execute(sql, values)

    def write_many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Run one statement once for each row; only inside ``transaction``."""
        for row in rows:
            self.write(sql, *row)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Within another transaction it becomes a part of that one.

        Trouble at once while the database is held.
        """
        if self._depth:
            yield
            return
        self.refuse_if_held()
        with troubles_named():
            self._connection.execute("BEGIN IMMEDIATE")
        self._depth += 1
        before = self._connection.total_changes
        try:
            yield
            if self._count is not None and self._connection.total_changes != before:
                self._count()
            with troubles_named():
                if self._connection.total_changes == before:
                    self._connection.execute("COMMIT")
                else:
                    self._commit_marked()
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    def _commit_marked(self) -> None:
        """Commit, and believe neither success nor failure that a sick disk only half reports.

        Where the very last of its syncs fails, SQLite calls the whole save failed although it
        stands in the file (security.md, row 4); a verb that is tried again would then do
        everything twice. Each save therefore raises a number in the file's header, and one that
        failed is looked for: it counts as made where it is there and the disk takes one more.
        """
        mark = self._mark() + 1 & _LARGEST_MARK
        self._connection.execute(f"PRAGMA application_id = {mark}")
        try:
            self._connection.execute("COMMIT")
        except sqlcipher.Error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if self._mark() != mark or not self._takes_one_more():
                raise

    def _mark(self) -> int:
        return int(self._connection.execute("PRAGMA application_id").fetchone()[0])

    def _takes_one_more(self) -> bool:
        """Whether what stands in the file reaches the disk by another, empty save."""
        for _ in range(_PATIENCE):
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute(f"PRAGMA application_id = {self._mark()}")
                self._connection.execute("COMMIT")
            except sqlcipher.Error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            else:
                return True
        return False

    @contextmanager
    def still(self) -> Iterator[None]:
        """Keep the file as it is for a block that only reads it, also while it is held."""
        if self._depth:
            raise RuntimeError("A copy is taken between transactions, not inside one.")
        with troubles_named():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            with troubles_named():
                self._connection.execute("COMMIT")

    @contextmanager
    def outgoing(self) -> Iterator[Reader]:
        """Give a second connection to which the database refuses every private table.

        The working connection holds the file alone (``locking_mode=EXCLUSIVE``), so it steps
        aside while the other one reads, and takes the file back afterwards. Not to be called in a
        transaction: what is not committed yet could not be read.
        """
        if self._depth:
            raise RuntimeError("What leaves is read between transactions, not inside one.")
        with troubles_named():
            self._connection.execute("PRAGMA locking_mode = NORMAL")
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection = opening.outgoing(self.path, self._key)
        connection.set_authorizer(_only_what_may_leave)
        try:
            yield Reader(connection)
        finally:
            connection.close()
            with troubles_named():
                self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("COMMIT")

    def compact(self) -> None:
        """Write the whole file anew, without what was deleted; not inside a transaction."""
        if self._depth:
            raise RuntimeError("The file is written anew between transactions, not inside one.")
        with troubles_named():
            self._connection.execute("VACUUM")

    def write_free_pages_anew(self) -> None:
        """Fill every free page with zeros, without reading what stands in it; all or nothing."""
        with self.transaction():
            free = self.row("PRAGMA freelist_count")
            if free and free[0]:
                self.write("CREATE TABLE filling (content BLOB)")
                self.write("INSERT INTO filling VALUES (zeroblob(?))", (free[0] + 1) * _PAGE)
                self.write("DROP TABLE filling")

    def close(self) -> None:
        """Close the file and forget the key."""
        self._connection.close()
        self._key[:] = bytes(len(self._key))


def _only_what_may_leave(
    action: int, first: str | None, second: str | None, _database: str | None, _via: str | None
) -> int:
    """Answer SQLite's authorizer (sqlite3_set_authorizer).

    Shared tables may be read, and it may be asked whether all that was read did decrypt.
    """
    if action in (sqlcipher.SQLITE_SELECT, sqlcipher.SQLITE_FUNCTION):
        return int(sqlcipher.SQLITE_OK)
    if action == sqlcipher.SQLITE_READ and first in _MAY_LEAVE:
        return int(sqlcipher.SQLITE_OK)
    if action == sqlcipher.SQLITE_PRAGMA and (first, second) == ("cipher_status", None):
        return int(sqlcipher.SQLITE_OK)
    return int(sqlcipher.SQLITE_DENY)
