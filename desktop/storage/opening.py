"""The open sequence: every line exists because a test failed without it (security.md 2.6)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.domain.errors import Damaged, Trouble

_DIGITS = b"0123456789abcdef"


# (name, value to set or None to only look, what it must read back as). A misspelt pragma is
# ignored in silence, so each is read back.
_ALWAYS: tuple[tuple[str, str, object], ...] = (
    ("cipher_memory_security", "OFF", "0"),
    ("trusted_schema", "OFF", 0),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("cache_size", "-8000", -8000),
    ("fullfsync", "ON", 1),
)
_WORKING: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
)
_OUTGOING: tuple[tuple[str, str, object], ...] = (("query_only", "ON", 1),)


def hex_key(data_key: bytes | bytearray) -> bytearray:
    """Return the 32-byte data key in the form that SQLCipher takes as it is: x'64 hex digits'.

    Written digit by digit, since every shortcut would leave an immutable copy of the key behind.
    Wipe it after use (security.md, finding 6).
    """
    form = bytearray(b"x'" + b"0" * (2 * len(data_key)) + b"'")
    for place, byte in enumerate(data_key):
        form[2 + 2 * place] = _DIGITS[byte >> 4]
        form[3 + 2 * place] = _DIGITS[byte & 15]
    return form


def working(path: Path, data_key: bytearray, *, create: bool = False) -> sqlcipher.Connection:
    """Open the one connection that writes. It holds the file alone; only ``create`` makes a file.

    Raises Trouble for a file that cannot be opened with this key, or is damaged.
    """
    connection = _keyed(path, data_key, "rwc" if create else "rw")
    _set(connection, (*_ALWAYS, *_WORKING))
    return connection


def outgoing(path: Path, data_key: bytearray) -> sqlcipher.Connection:
    """Open a connection that can only read; what it may read is its caller's to restrict."""
    connection = _keyed(path, data_key, "ro")
    _set(connection, (*_ALWAYS, *_OUTGOING))
    return connection


def salvaging(path: Path, data_key: bytearray) -> sqlcipher.Connection:
    """Open a damaged file only to read, also one that is shorter than it says of itself.

    The first damaged page that a statement meets makes the whole connection unfit; open another.
    Raises Damaged where not even the list of its tables can be read.
    """
    with troubles_named():
        connection = _connected(path, data_key, "ro")
        # Otherwise a file without its end is refused as a whole (sqlite3, btree.c: lockBtree).
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    _set(connection, (*_ALWAYS, *_OUTGOING))
    return connection


def insist(connection: sqlcipher.Connection) -> None:
    """Raise Damaged if a page that was read did not decrypt; fifteen microseconds where all did.

    SQLCipher gives such a page as zeros and tells it only with the next page that is asked for.
    When it was the last page of a long text, nobody asks any more: the text would end in zeros,
    and nothing would be said.
    """
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise _trouble("SQLITE_CORRUPT")


def _keyed(path: Path, data_key: bytearray, mode: str) -> sqlcipher.Connection:
    with troubles_named():
        connection = _connected(path, data_key, mode)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _connected(path: Path, data_key: bytearray, mode: str) -> sqlcipher.Connection:
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
    )
    key = hex_key(data_key)
    connection.set_key(key)
    key[:] = bytes(len(key))
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _set(connection: sqlcipher.Connection, pragmas: tuple[tuple[str, str, object], ...]) -> None:
    with troubles_named():
        for name, value, expected in pragmas:
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
            found = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if found != expected:
                raise RuntimeError(f"PRAGMA {name} reads back as {found!r}")


_SENTENCES = {
    "SQLITE_FULL": (
        "The disk is full, so the last words could not be saved.",
        "Everything saved before is safe, and what you typed is still in this window.",
        "Free some space, then go on typing: it is saved again by itself.",
    ),
    "SQLITE_READONLY": (
        "The vault's file or folder is read-only.",
        "Everything saved before is safe.",
        "Allow writing to the folder, or move the vault to one of your own, and open it again.",
    ),
    "SQLITE_IOERR": (
        "The disk reported a fault while reading or writing the vault.",
        "What was saved before should be safe.",
        "Check the disk or its cable, then close Onward and open it again.",
    ),
    "SQLITE_CORRUPT": (
        "A part of the vault's file is damaged.",
        "Nothing was changed, and the file was not repaired over your head.",
        "Unlock again: what can still be read is shown, and a backup is offered.",
    ),
    "SQLITE_NOTADB": (
        "The vault's file cannot be read with its key: it is damaged or belongs to another vault.",
        "Nothing was changed and nothing was overwritten.",
        "Keep the file as it is and bring back a copy of it from your own backups.",
    ),
    "SQLITE_CANTOPEN": (
        "The vault's file cannot be opened: it is missing or not yours to read.",
        "Nothing was created in its place.",
        "Look whether the folder was moved or is on a disk that is not connected.",
    ),
    "SQLITE_BUSY": (
        "Another program is using the vault's file.",
        "Nothing was changed.",
        "Close the other program and try again.",
    ),
}
_OF_DAMAGE = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})


class NoMemory(Trouble):
    """The computer has no memory left; that says nothing about the file."""

    def __init__(self) -> None:
        super().__init__(
            what_happened="This computer has no memory left for what was to be done.",
            what_is_safe="Everything saved before is safe, and nothing was half changed.",
            what_to_do="Close other programs, then try again.",
        )


_UNNAMED: Mapping[str, str] = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
}
"""What ``Connection.backup`` raises carries no name of its error, only SQLite's own words."""


@contextmanager
def troubles_named() -> Iterator[None]:
    """Turn what the disk, the key or the memory refuses into Trouble with plain sentences.

    Anything else the database raises is a defect of ours and goes up as it is.
    """
    try:
        yield
    except MemoryError:
        raise NoMemory from None
    except sqlcipher.Error as error:
        name = getattr(error, "sqlite_errorname", "") or _UNNAMED.get(str(error), "")
        for code in _SENTENCES:
            if name.startswith(code):
                raise _trouble(code) from None
        raise


def _trouble(code: str) -> Trouble:
    happened, safe, todo = _SENTENCES[code]
    kind = Damaged if code in _OF_DAMAGE else Trouble
    return kind(what_happened=happened, what_is_safe=safe, what_to_do=todo)
