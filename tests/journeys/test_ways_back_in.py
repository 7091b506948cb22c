"""Pause, crash, wrong passphrase, lost passphrase: what was typed is still there."""

import os
import signal
from pathlib import Path

from tests.helpers.canary import canary
from tests.helpers.program import Program
from tests.journeys import steps


def test_a_killed_window_loses_at_most_the_last_second(program: Program, tmp_path: Path) -> None:
    passphrase, _key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    program.do("press", "Start a conversation")
    program.do("keys", "Alt+Right")
    question = program.do("screen")
    notes = tmp_path / "data" / "vault" / "notes.db"
    before = notes.stat().st_mtime_ns
    program.do("type_into", "Your notes", "Would hand back half the rota.")
    program.wait(lambda: notes.stat().st_mtime_ns != before or None)

    os.kill(program.pid(), signal.SIGKILL)
    program.first.wait(timeout=10)
    again = Program(tmp_path / "data" / "vault", tmp_path)
    try:
        steps.unlock(again, passphrase)
        again.do("press", "Continue")
        assert again.do("text_in", "Your notes") == "Would hand back half the rota."
        assert _question_on(again.do("screen")) == _question_on(question)
        again.do("type_into", "Your notes", " Twice.")
        assert again.do("text_in", "Your notes") == "Would hand back half the rota. Twice."
    finally:
        again.end()


def test_a_wrong_passphrase_is_told_and_the_recovery_key_opens(program: Program) -> None:
    _passphrase, key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    program.do("press", "Start a conversation")
    program.do("type_into", "Your notes", "Lit up.")
    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Welcome back")

    program.do("type_into", "Passphrase", "not the right one")
    program.do("press", "Unlock")
    program.until_it_reads("That passphrase does not open this vault.")
    assert program.do("text_in", "Passphrase") == ""

    program.do("press", "Use recovery key")
    program.do("type_into", "Recovery key", key)
    program.do("press", "Next: new passphrase")
    new = "marmalade " + canary()
    program.do("press", "Type my own")
    program.do("type_into", "Your own passphrase", new)
    program.do("type_into", "Type it again to make sure", new)
    program.do("press", "Open my vault")
    program.until_it_reads("Priya Nair")
    program.until_it_reads("Continue")

    program.do("keys_soon", "Ctrl+L")
    steps.unlock(program, new)
    program.do("press", "Continue")
    assert program.do("text_in", "Your notes") == "Lit up."


def _question_on(screen: str) -> str:
    lines = screen.splitlines()
    return next(lines[n + 2] for n, line in enumerate(lines) if " of 14" in line)
