"""From the lock screen to the notes and back: what one process tells the next, over a pipe.

Never in arguments or the environment, which other programs can read. The gate starts the vault
process early, so that its window is built while the passphrase is typed; it then waits for its key.
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, Protocol, cast

from desktop import offline
from desktop.domain.errors import Trouble
from desktop.vault.data_key import LENGTH, wipe
from desktop.vault.slots import WayIn

if TYPE_CHECKING:
    # It takes as long to load as a third of the lock screen; only starting a process needs it.
    import subprocess

Verb = Literal["open", "create"]
DRAFTS_WAITING: Final = "--drafts-waiting"
_MARK: Final = b"ONWARD1\n"
_LENGTH_BYTES: Final = 4
_LONGEST_HEADER: Final = 1 << 20


class Incoming(Protocol):
    """A stream that fills a buffer, as far as it can, without keeping a copy of what it read."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Return how many bytes arrived; 0 at the end."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that the vault process needs to begin; nothing of it is shown by ``repr`` but the verb.

    ``keys`` is the key file to write when a vault is created, ``way_in`` a new passphrase to set
    after the recovery key was used, ``drafts`` are sealed words that a full disk refused before
    the last lock. ``take_over`` opens a vault that another computer says it has open,
    ``only_read`` shows it as it is. ``quick_unlock`` was chosen with a new vault.
    """

    folder: Path = field(repr=False)
    key: bytearray = field(repr=False)
    verb: Verb = "open"
    manager_name: str = field(default="", repr=False)
    first_person: str = field(default="", repr=False)
    sample: bool = False
    keys: bytes = field(default=b"", repr=False)
    way_in: WayIn | None = field(default=None, repr=False)
    drafts: bytes = field(default=b"", repr=False)
    place: str = ""
    take_over: bool = False
    only_read: bool = False
    quick_unlock: bool = False


def start_vault(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Start the vault process: it waits on stdin for ``deliver`` and answers on stdout."""
    import subprocess

    # Unbuffered, so that no copy of the key stays behind in this process.
    return offline.outside(
        lambda: subprocess.Popen(
            command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None
        )
    )


def start_gate(command: Sequence[str], drafts: bytes = b"") -> "subprocess.Popen[bytes]":
    """Start the lock screen as a process that outlives this one.

    With ``drafts`` the command gets ``--drafts-waiting`` at its end and the gate reads them with
    ``waiting_drafts``. Returns at once on Linux, elsewhere when the gate has read them.
    """
    import subprocess

    if not drafts:
        return _gate(command, subprocess.DEVNULL)
    if sys.platform == "linux":
        with os.fdopen(os.memfd_create("drafts"), "w+b", buffering=0) as memory:
            _write_all(memory, drafts)
            memory.seek(0)
            return _gate([*command, DRAFTS_WAITING], memory.fileno())
    gate = _gate([*command, DRAFTS_WAITING], subprocess.PIPE)
    assert gate.stdin is not None
    with gate.stdin:
        _write_all(cast(BinaryIO, gate.stdin), drafts)
    return gate


def deliver(vault: "subprocess.Popen[bytes]", hand_over: HandOver) -> None:
    """Send the hand-over to a waiting vault process and wipe its keys here.

    Raises Trouble if the process is no longer there.
    """
    assert vault.stdin is not None
    message = to_bytes(hand_over)
    try:
        with vault.stdin:
            _write_all(cast(BinaryIO, vault.stdin), message)
    except OSError as error:
        raise _vault_is_gone() from error
    finally:
        wipe(message)
        wipe(hand_over.key)
        if hand_over.way_in is not None:
            wipe(hand_over.way_in.key)


def to_bytes(hand_over: HandOver) -> bytearray:
    """Return mark, length of the header, header (JSON), key file, drafts and keys. Wipe it."""
    way_in = hand_over.way_in
    header = json.dumps(
        {
            "folder": str(hand_over.folder),
            "verb": hand_over.verb,
            "manager_name": hand_over.manager_name,
            "first_person": hand_over.first_person,
            "sample": hand_over.sample,
            "place": hand_over.place,
            "take_over": hand_over.take_over,
            "only_read": hand_over.only_read,
            "quick_unlock": hand_over.quick_unlock,
            "keys": len(hand_over.keys),
            "drafts": len(hand_over.drafts),
            "way_in": None if way_in is None else dict(way_in.kdf),
        }
    ).encode("ascii")
    length = len(header).to_bytes(_LENGTH_BYTES, "big")
    open_part = _MARK + length + header + hand_over.keys + hand_over.drafts
    # All its room at once: a buffer that grows leaves a copy of what it held behind.
    message = bytearray(len(open_part) + 2 * LENGTH)
    message[: len(open_part)] = open_part
    message[-2 * LENGTH : -LENGTH] = hand_over.key
    if way_in is not None:
        message[-LENGTH:] = way_in.key
    return message


def receive(stream: Incoming) -> HandOver | None:
    """Wait for the hand-over; None if the gate closed without one.

    Give it ``standard_input()``: a buffered stream would keep a copy of the key. Raises Trouble
    when the message breaks off or is not one.
    """
    mark = _read(stream, len(_MARK))
    if not mark:
        return None
    length = int.from_bytes(_exactly(stream, _LENGTH_BYTES), "big")
    if mark != _MARK or length > _LONGEST_HEADER:
        raise _broken_off()
    header = json.loads(bytes(_exactly(stream, length)))
    keys = bytes(_exactly(stream, header["keys"]))
    drafts = bytes(_exactly(stream, header["drafts"]))
    key, way_in_key = _exactly(stream, LENGTH), _exactly(stream, LENGTH)
    kdf = header["way_in"]
    return HandOver(
        folder=Path(header["folder"]),
        key=key,
        verb=header["verb"],
        manager_name=header["manager_name"],
        first_person=header["first_person"],
        sample=header["sample"],
        place=header["place"],
        take_over=header["take_over"],
        only_read=header["only_read"],
        quick_unlock=header["quick_unlock"],
        keys=keys,
        way_in=None if kdf is None else WayIn(kdf, way_in_key),
        drafts=drafts,
    )


def waiting_drafts(stream: BinaryIO) -> bytes:
    """Return the sealed drafts that wait for a gate started with ``--drafts-waiting``."""
    return stream.read()


def standard_input() -> FileIO:
    """Return this process's stdin without a buffer."""
    return FileIO(0, "rb", closefd=False)


def _gate(command: Sequence[str], stdin: int) -> "subprocess.Popen[bytes]":
    import subprocess

    return offline.outside(
        lambda: subprocess.Popen(
            command, bufsize=0, stdin=stdin, stdout=subprocess.DEVNULL, stderr=None
        )
    )


def _write_all(stream: BinaryIO, content: bytes | bytearray) -> None:
    left = memoryview(content)
    while left:
        left = left[stream.write(left) :]


def _read(stream: Incoming, length: int) -> bytearray:
    """Return ``length`` bytes, or fewer at the end of the stream, read straight into place."""
    content = bytearray(length)
    filled = 0
    while filled < length:
        arrived = stream.readinto(memoryview(content)[filled:])
        if not arrived:
            return content[:filled]
        filled += arrived
    return content


def _exactly(stream: Incoming, length: int) -> bytearray:
    content = _read(stream, length)
    if len(content) < length:
        raise _broken_off()
    return content


def _broken_off() -> Trouble:
    return Trouble(
        what_happened="The lock screen stopped before it had handed over the key.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Start Onward again.",
    )


def _vault_is_gone() -> Trouble:
    return Trouble(
        what_happened="The window for your notes closed before it could open them.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Unlock again. If it happens twice, restart Onward.",
    )
