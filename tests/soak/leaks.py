"""Does everything with a canary in every field and searches the disk: ``dev.py soak leaks``.

``[COUNT [SEED]]``: so many runs, each killed at some moment. After it, every file below the home
and the temporary folder of that run is searched in UTF-8, UTF-16, base64, hexadecimal digits and
inside what is compressed; strace says that nothing was written anywhere else, and that no socket
was opened. A kill leaves on the disk what a lock leaves there: the vault, encrypted.
"""

import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, letters, people, restoring, sending, summaries
from desktop.services.private import answers, bin
from desktop.session import Session
from tests.helpers import copies
from tests.helpers.canary import FLOCK, canary, files_holding
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, make_vault, open_vault
from tests.rules.test_the_canary import a_whole_conversation
from tests.soak.faults import acts, stage, strace
from tests.soak.faults.acts import Job
from tests.soak.faults.look import Known

COUNT = 200
SEED = 20261122
_LONGEST_S: Final = 3.0
_PATIENCE_S: Final = 90.0
_WRITTEN: Final = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)[^=]*= \d')
_SOCKET: Final = re.compile(r"socket\((AF_\w+)[^)]*\) += \d")
_WATCHED: Final = "trace=socket,open,openat,creat,rename,renameat,renameat2,link,symlink"


class Leaked(AssertionError):
    """Somebody's words lie on the disk, or were on their way somewhere."""


@dataclass
class Everything:
    """An open vault with a canary in every field, and all that can be done with it."""

    job: Job
    vault: OpenVault

    def works(self) -> list[Callable[[], object]]:
        """Return what is done again and again, in whatever order."""
        return [
            self._write,
            self._back_up,
            self._look_into_a_backup,
            self._look_over,
            self._make_all_that_leaves,
            self._bin_and_back,
            self._open_again,
            self._set_passphrase,
        ]

    def _write(self) -> None:
        for talk in self.vault.shared.conversations.all():
            for note in answers.notes_of(self.vault.private, talk.id)[:5]:
                more = PrivateText(f"{note.words.reveal()} And {canary()}.")
                answers.write(self.vault.private, replace(note, words=more))

    def _back_up(self) -> None:
        self.vault.backups.make()
        self.vault.backups.make(self.job.room / "mine.zip")

    def _look_over(self) -> None:
        if faults := self.vault.backups.check():
            raise AssertionError(faults)

    def _look_into_a_backup(self) -> None:
        for point in self.vault.backups.kept()[:1]:
            restoring.verify(point.path, bytearray(KEY), self.vault.folder)

    def _make_all_that_leaves(self) -> None:
        for talk in self.vault.shared.conversations.all()[-1:]:
            page = letters.page(self.vault.shared, talk.id)
            copies.open_document(self.vault, talk.id)
            copies.plain_text(self.vault, talk.id)
            sending.mail_draft(self.vault.shared, talk.id, page)
            sending.calendar(self.vault.shared, talk.id, details=True)

    def _bin_and_back(self) -> None:
        for who in people.everybody(self.vault.shared)[:1]:
            bin.delete_person(self.vault.private, who.id)
            bin.bring_back(self.vault.private, who.id)

    def _set_passphrase(self) -> None:
        self.vault.keys.set_passphrase(acts.phrase(self.job.dice.randint(1, 9)))

    def _open_again(self) -> None:
        self.vault.close()
        self.vault = open_vault(self.job.folder, Clock())


def doing_everything(job: Job) -> None:
    """Fill a vault with canaries, say so, then do everything with it until somebody stops it."""
    _at_home(job.room)
    vault = open_vault(job.folder, Clock())
    who = people.add(vault.shared, f"Priya {canary()}").value
    talk = conversations.begin(vault.shared, who).value
    summaries.write(vault.shared, talk, f"We spoke of {canary()}.")
    a_whole_conversation(vault)
    job.tell("filled")
    everything = Everything(job, vault)
    for _ in job.numbers():
        works = everything.works()
        job.dice.shuffle(works)
        for work in works:
            try:
                work()
            except Refusal as refusal:
                job.tell(f"refused {refusal.sentence}")
            job.tell("done")


def leaking(job: Job) -> None:
    """Keep a note where no note may be: what the search must find."""
    _at_home(job.room)
    with tempfile.NamedTemporaryFile("wb", delete=False) as file:
        file.write(f"Said {canary()}".encode("utf-16-le"))
    job.tell("filled")
    time.sleep(_PATIENCE_S)


def straying(job: Job) -> None:
    """Write something where nothing may be written: what the trace must show."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        (Path(folder) / "stray").write_text("nothing in particular", encoding="ascii")
    job.tell("filled")
    time.sleep(_PATIENCE_S)


ACTS: Final = {"everything": doing_everything, "leaking": leaking, "straying": straying}


def _at_home(room: Path) -> None:
    """Let this process have its home and its temporary folder in the room."""
    for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(room)
    tempfile.tempdir = str(room)


def run_once(home: Path, act: str, seed: str) -> dict[str, object]:
    """Let it do everything for some moments, kill it, and search; Leaked if anything is found."""
    dice = random.Random(f"moment {seed}")
    room, trace = home / "room", home / "trace"
    shutil.rmtree(room, ignore_errors=True)
    make_vault(room / "vault", Clock())
    process = stage.begin_with(ACTS[act], room, Known({}), seed)
    with strace.watching(process, "-e", _WATCHED, "-o", str(trace)):
        end = time.monotonic() + _PATIENCE_S
        while "filled" not in process.said and time.monotonic() < end:
            if not process.listen(time.monotonic() + 0.02):
                break
        process.listen(time.monotonic() + _LONGEST_S * dice.random())
        os.kill(process.pid, signal.SIGKILL)
        if process.end() != -signal.SIGKILL:
            raise Leaked(f"It ended by itself: {process.said[-1:]}")
    found = files_holding(room, [FLOCK])
    if found:
        raise Leaked(f"Words can be read in {sorted(str(p.relative_to(room)) for p in found)}")
    _nothing_elsewhere(trace.read_text(encoding="utf-8", errors="replace"), room)
    _still_opens(act, room)
    return {"act": act, "works": process.said.count("done"), "files": len(list(room.rglob("*")))}


def _nothing_elsewhere(trace: str, room: Path) -> None:
    wrote = {path for path, how in _WRITTEN.findall(trace) if "O_WRONLY" in how or "O_RDWR" in how}
    strays = {path for path in wrote if not path.startswith((str(room), "/dev/null"))}
    if strays:
        raise Leaked(f"Something was written to {sorted(strays)}")
    if sockets := _SOCKET.findall(trace):
        raise Leaked(f"Sockets were opened: {sockets}")


def _still_opens(act: str, room: Path) -> None:
    """See that the words are there at all: a vault without them would leak none."""
    if act != "everything":
        return
    vault = Session.open(room / "vault", bytearray(KEY), Clock())
    try:
        talks = vault.shared.conversations.all()
        notes = [note for t in talks for note in answers.notes_of(vault.private, t.id)]
        names = [each.title.reveal() for each in bin.in_bin(vault.private)]
        if not any(FLOCK in note.words.reveal() for note in notes) and not names:
            raise Leaked("There was nothing in the vault that could have leaked")
    finally:
        vault.close()


def soak(count: int, seed: int, act: str = "everything") -> str:
    """Run so many times; return a closing line. Leaked if anything was found."""
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        for number in range(count):
            here = f"{seed}/{number}"
            try:
                stage.report(seed=here, **run_once(Path(home), act, here))
            except Leaked as leaked:
                stage.report(seed=here, act=act, leaked=str(leaked))
                raise
    return f"{count} runs of everything, each killed, seed {seed}: 0 words on the disk."


def main(argv: list[str]) -> int:
    """Read count, seed and act from the command line; 1 if anything was found."""
    if reason := strace.why_not():
        print(f"Not possible on this computer: {reason}.")
        return 2
    count = int(argv[1]) if len(argv) > 1 else COUNT
    seed = int(argv[2]) if len(argv) > 2 else SEED
    try:
        print(soak(count, seed, *argv[3:4]))
    except Leaked as leaked:
        print(f"LEAKED: {leaked}")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
