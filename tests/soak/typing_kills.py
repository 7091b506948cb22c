"""Kills Onward at random moments while somebody types, and looks what is left each time.

At most the last second of typing may be gone, the vault opens at the same question, and everything
older stands where it was typed: ``dev.py soak [COUNT [SEED]]``.
"""

import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.ids import ConversationId, QuestionId
from desktop.services import conversations, people, summaries
from desktop.services.private import answers
from desktop.services.question_bank import built_in
from tests.helpers.clock import Clock
from tests.helpers.program import Program
from tests.helpers.vaults import OpenVault, make_vault_with_passphrase, open_vault

COUNT = 200
SEED = 20261122
PASSPHRASE = "five words of a soak"
NOTES = "Your notes"
SENTENCE = "For the summary you will share"
MAY_BE_LOST_S = 1.0
_SESSION_S = (0.3, 6.0)
_MOVES = ("Alt+Right", "Alt+Left")

Place = tuple[str, str]
"""A field and the question it belongs to."""


class Lost(AssertionError):
    """Something is gone that must be there."""


@dataclass
class Typed:
    """What was typed into one field, and when each letter was seen to have arrived."""

    letters: list[tuple[str, float]] = field(default_factory=list)

    def text(self) -> str:
        """Return all of it."""
        return "".join(letter for letter, _ in self.letters)

    def safe(self, killed: float) -> str:
        """Return what had stood there for longer than may be lost at that moment."""
        return "".join(s for s, arrived in self.letters if arrived < killed - MAY_BE_LOST_S)

    def keep(self, left: str) -> None:
        """Go on from what was left."""
        self.letters = [(letter, 0.0) for letter in left]


@dataclass
class Session:
    """What is known about the vault by somebody who only watched the screen."""

    typed: dict[Place, Typed] = field(default_factory=dict)
    question: str = ""
    moving_to: str | None = None


class Soak:
    """One vault that is killed again and again."""

    def __init__(self, home: Path, seed: int, session_s: tuple[float, float]) -> None:
        self.home = home
        self.vault = home / "vault"
        self.dice = random.Random(seed)
        self.session_s = session_s
        self.seen = Session()
        self.conversation = self._make_vault()

    def kill_once(self) -> int:
        """Open, look, type, be killed; return how many letters were lost, at most.

        Always in the same home, as one computer has it: another would be told of the killed one.
        """
        program = Program(self.vault, self.home)
        try:
            pid = self._open(program)
            with _killer(pid, self.dice.uniform(*self.session_s)) as killed:
                self._type_until_the_end(program, pid)
        finally:
            program.end()
        program.wait_until_gone(pid)
        return self._look_into_the_vault(killed[0])

    def _make_vault(self) -> ConversationId:
        clock = Clock()
        make_vault_with_passphrase(self.vault, clock, PASSPHRASE)
        vault = open_vault(self.vault, clock)
        who = people.add(vault.shared, "Priya Nair").value
        talk = conversations.begin(vault.shared, who).value
        here = conversations.path(vault.shared, talk).here
        assert here is not None
        self.path = [step.question for step in conversations.path(vault.shared, talk).steps]
        self.seen.question = here.question
        vault.close()
        return talk

    def _open(self, program: Program) -> int:
        """Unlock, go on with the conversation, and see that it stands where it stood."""
        program.until_it_reads("Welcome back")
        program.do("type_into", "Passphrase", PASSPHRASE)
        program.do("press", "Unlock")
        program.until_it_reads("Continue")
        pid = program.pid()
        program.do("press", "Continue", pid=pid)
        asked = built_in()[QuestionId(self.seen.question)].ask
        if not program.do("reads", asked, pid=pid):
            raise Lost(
                f"It does not open at {self.seen.question}:\n{program.do('screen', pid=pid)}"
            )
        for name in (NOTES, SENTENCE):
            self._same_on_the_screen(program, pid, name)
        return pid

    def _same_on_the_screen(self, program: Program, pid: int, name: str) -> None:
        wanted = self._typed(name).text()
        shown = program.do("text_in", name, pid=pid)
        if wanted and shown != wanted:
            raise Lost(f"{name} shows {shown!r}, not {wanted!r}")

    def _type_until_the_end(self, program: Program, pid: int) -> None:
        """Type, and now and then go to another question, until the process is gone."""
        try:
            while True:
                if self.dice.random() < 0.04:
                    self._move(program, pid)
                else:
                    name = SENTENCE if self.dice.random() < 0.2 else NOTES
                    self._type_words(program, pid, name)
        except (OSError, EOFError):
            return

    def _type_words(self, program: Program, pid: int, name: str) -> None:
        typed = self._typed(name)
        # An empty word puts the keyboard into the field; its cursor is where it was left.
        program.do("type_into", name, "", pid=pid)
        for _ in range(self.dice.randint(3, 40)):
            letter = self.dice.choice("abcdefghijklmnopqrstuvwxyz     ")
            # Noted before it is sent: what was killed on the way may have arrived.
            typed.letters.append((letter, time.monotonic() + _FOREVER))
            program.do("type_text", letter, pid=pid)
            typed.letters[-1] = (letter, time.monotonic())
            time.sleep(self.dice.uniform(0.0, 0.05))
        if self.dice.random() < 0.3:
            time.sleep(self.dice.uniform(0.2, 1.5))

    def _move(self, program: Program, pid: int) -> None:
        keys = self.dice.choice(_MOVES)
        here = self.path.index(QuestionId(self.seen.question))
        there = here + (1 if keys == "Alt+Right" else -1)
        if not 0 <= there < len(self.path):
            return
        self.seen.moving_to = self.path[there]
        program.do("keys", keys, pid=pid)
        self.seen.question, self.seen.moving_to = self.path[there], None

    def _typed(self, name: str) -> Typed:
        return self.seen.typed.setdefault((name, self.seen.question), Typed())

    def _look_into_the_vault(self, killed: float) -> int:
        """Compare everything that was ever typed with what the file holds."""
        vault = open_vault(self.vault, Clock())
        try:
            here = conversations.path(vault.shared, self.conversation).here
            stands = here.question if here else ""
            if stands not in (self.seen.question, self.seen.moving_to):
                raise Lost(f"It stands at {stands}, not at {self.seen.question}")
            self.seen.question, self.seen.moving_to = stands, None
            lost = [0]
            for place, typed in self.seen.typed.items():
                left = self._left(vault, place)
                lost.append(letters_lost(place, typed, left, killed))
                typed.keep(left)
            return max(lost)
        finally:
            vault.close()

    def _left(self, vault: OpenVault, place: Place) -> str:
        name, question = place
        if name == NOTES:
            note = answers.note_to(vault.private, self.conversation, QuestionId(question))
            return note.words.reveal()
        found = summaries.grown_from(vault.shared, self.conversation, QuestionId(question))
        return found.text if found else ""


_FOREVER = 3600.0


def letters_lost(place: Place, typed: Typed, left: str, killed: float) -> int:
    """Return how many letters are gone; Lost if one of them was older than a second."""
    whole, safe = typed.text(), typed.safe(killed)
    if not whole.startswith(left):
        raise Lost(f"{place} holds something else than was typed: {left!r}, typed {whole!r}")
    if len(left) < len(safe.rstrip() if not left.strip() else safe):
        age = killed - typed.letters[len(left)][1]
        raise Lost(
            f"{place} lost more than the last second: {safe[len(left) :]!r}, {age:.2f} s old, "
            f"after {left!r}"
        )
    return len(whole) - len(left)


@contextmanager
def _killer(pid: int, after_s: float) -> Iterator[list[float]]:
    """Kill a process after some seconds; the list holds the moment once it is over."""
    moment: list[float] = []

    def kill() -> None:
        moment.append(time.monotonic())
        os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(after_s, kill)
    timer.start()
    try:
        yield moment
    finally:
        timer.join()


def soak(count: int = COUNT, seed: int = SEED, session_s: tuple[float, float] = _SESSION_S) -> str:
    """Kill so many times, each after some seconds of typing; return a closing line.

    Lost if a promise was broken.
    """
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        run = Soak(Path(home), seed, session_s)
        worst = 0
        for number in range(count):
            try:
                worst = max(worst, run.kill_once())
            except Lost as lost:
                raise Lost(f"Kill {number + 1} of {count}, seed {seed}: {lost}") from None
            if (number + 1) % 10 == 0:
                print(f"{number + 1} of {count} kills", flush=True)
        letters = sum(len(typed.letters) for typed in run.seen.typed.values())
    return f"{count} kills, seed {seed}: {letters} letters kept, at most {worst} lost at once."


def main(argv: list[str]) -> int:
    """Read count and seed from the command line."""
    count = int(argv[1]) if len(argv) > 1 else COUNT
    seed = int(argv[2]) if len(argv) > 2 else SEED
    print(f"Killing {count} times, seed {seed}.", flush=True)
    print(soak(count, seed))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
