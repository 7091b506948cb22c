"""A process for an act that can be stopped from outside, and rooms to act in."""

import json
import os
import random
import select
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn
from unittest.mock import patch

from desktop.domain.errors import Trouble
from desktop.storage import migrations
from desktop.storage.database import Database
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, make_vault
from tests.soak.faults import acts, hand, look
from tests.soak.faults.acts import Job
from tests.soak.faults.look import Known, Lost

_PATIENCE_S: Final = 120.0


@dataclass
class Process:
    """A child that acts, what it has said, and how it ended."""

    pid: int
    pipe: int
    go: int
    said: list[str] = field(default_factory=list)
    _half: bytes = b""
    status: int | None = None

    def start(self) -> None:
        """Let it begin; until then it waits, so that somebody can begin to watch it."""
        os.write(self.go, b"!")
        os.close(self.go)

    def listen(self, until: float) -> bool:
        """Hear what it says until a moment of ``time.monotonic``; False once it has ended."""
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.pipe], [], [], left)[0]:
                break
            content = os.read(self.pipe, 65536)
            if not content:
                return False
            *lines, self._half = (self._half + content).split(b"\n")
            self.said += [line.decode() for line in lines]
        return True

    def end(self) -> int:
        """Hear the rest, wait for its end and return its exit code; Lost if it never comes."""
        if self.listen(time.monotonic() + _PATIENCE_S):
            os.kill(self.pid, 9)
            raise Lost("It never came to an end.")
        os.close(self.pipe)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status


def begin(
    act: str,
    room: Path,
    known: Known,
    seed: str,
    rounds: int | None = None,
    first: Callable[[], None] | None = None,
) -> Process:
    """Begin one of ``acts.ACTS`` in a child process; ``first`` is what that does before."""

    def whole(job: Job) -> None:
        if first is not None:
            first()
        acts.ACTS[act](job)

    return begin_with(whole, room, known, seed, rounds)


def begin_with(
    act: acts.Act, room: Path, known: Known, seed: str, rounds: int | None = None
) -> Process:
    """Begin an act in a child process that waits for ``start``.

    What it says goes through ``writev``, which no fault is ever laid upon.
    """
    (hear, speak), (wait, go) = os.pipe(), os.pipe()
    pid = os.fork()
    if not pid:
        os.close(hear)
        os.close(go)
        os.read(wait, 1)

        def tell(line: str) -> None:
            os.writev(speak, [line.encode() + b"\n"])

        _act(act, Job(room, random.Random(seed), tell, known.key, known.phrase, rounds))
    os.close(speak)
    os.close(wait)
    return Process(pid, hear, go)


def _act(act: acts.Act, job: Job) -> NoReturn:
    try:
        act(job)
    except SystemExit:
        os._exit(0)
    except Trouble as trouble:
        acts.tell_of(job, trouble)
        os._exit(0)
    except MemoryError:
        job.tell("refused Something went wrong inside Onward.")  # as the window's own ear says it
        os._exit(0)
    except BaseException:  # noqa: BLE001 - whatever it is, the run that began it hears of it
        job.tell("broke " + json.dumps(traceback.format_exc()))
        os._exit(1)
    os._exit(0)


class Rooms:
    """Rooms to act in, each a copy of one made once; older vaults among them."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._known: dict[str, Known] = {}

    def fresh(self, name: str, version: int | None = None) -> tuple[Path, Known]:
        """Return a new room, with a vault as an Onward of that schema version left it."""
        template = f"template {version or 'now'}"
        if template not in self._known:
            self._known[template] = self._make(self._home / template, version)
        room = self._home / name
        shutil.rmtree(room, ignore_errors=True)
        shutil.copytree(self._home / template, room)
        before = self._known[template]
        return room, Known(dict(before.stands))

    def _make(self, room: Path, version: int | None) -> Known:
        if version is None:
            hand.make_room(room)
        else:
            make_older_room(room, version)
        acts.give_passphrase(room / "vault")
        opened = room.with_name(f"{room.name} opened")
        shutil.copytree(room, opened)
        return look.known(opened)


def make_older_room(room: Path, version: int) -> None:
    """Make a vault as an older Onward left it, with a note and a sentence in it."""
    newest = migrations.steps()
    with patch.object(migrations, "steps", lambda: newest[:version]):
        make_vault(room / "vault", Clock())
    database = Database(room / "vault" / "notes.db", bytearray(KEY))
    with database.transaction():
        for statement in _OLD_WORDS:
            database.write(statement)
    database.close()


_BEGUN = "2026-01-05T10:00:00+00:00"
_OLD_WORDS = (
    "INSERT INTO person (id, name, role, team, pronouns, email, relation)"
    f" VALUES ('p', '{hand.MAIN}', '', '', '', '', 'report')",
    "INSERT INTO conversation (id, person, kind, begun, standing_at)"
    f" VALUES ('c', 'p', 'full', '{_BEGUN}', 'N1')",
    *(
        "INSERT INTO conversation_step (conversation, place, question, stage)"
        f" VALUES ('c', {place}, 'N{place + 1}', 'now')"
        for place in range(6)
    ),
    "INSERT INTO private_answer (conversation, question, words, cursor)"
    " VALUES ('c', 'N1', 'An old note', 0)",
    "INSERT INTO summary_paragraph (id, conversation, question, text)"
    " VALUES ('s', 'c', 'N2', 'An old sentence')",
)


def report(**found: object) -> None:
    """Print one line of JSON about one try."""
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    sys.stdout.flush()
