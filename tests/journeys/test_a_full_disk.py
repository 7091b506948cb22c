"""A disk without room at the moment of a lock: what was typed comes back with the next unlock."""

import resource
from contextlib import suppress
from pathlib import Path

from desktop.services import conversations, people
from tests.helpers.clock import Clock
from tests.helpers.program import Program
from tests.helpers.vaults import make_vault_with_passphrase, open_vault
from tests.journeys import steps

PASSPHRASE = "five words of a journey"
SENTENCE = "Priya would like to own the failover design."
LITTLE = 4096
"""Bytes beyond which no file may grow: room for sealed words in memory, none for a save."""


def test_words_typed_on_a_full_disk_are_there_after_the_lock(tmp_path: Path) -> None:
    vault = tmp_path / "data" / "vault"
    a_talk_under_way(vault)
    program = Program(vault, tmp_path)
    try:
        steps.unlock(program, PASSPHRASE)
        program.do("press", "Continue")
        leave_room(program, LITTLE)
        program.do("type_into", "Your notes", "Lit up when she drew it.")
        program.do("type_into", "For the summary you will share", SENTENCE)
        program.until_it_reads("Not saved yet")
        program.do("keys_soon", "Ctrl+L")

        program.until_it_reads("Words that did not fit on the disk wait here, sealed.")
        assert not program.do("reads", "Lit up")
        leave_room(program, resource.RLIM_INFINITY)
        steps.unlock(program, PASSPHRASE)
        program.do("press", "Continue")

        assert program.do("text_in", "Your notes") == "Lit up when she drew it."
        assert program.do("text_in", "For the summary you will share") == SENTENCE
        assert not program.do("reads", "The disk")
    finally:
        program.end()


def test_with_the_disk_still_full_the_words_wait_and_come_with_the_first_save(
    tmp_path: Path,
) -> None:
    vault = tmp_path / "data" / "vault"
    a_talk_under_way(vault)
    program = Program(vault, tmp_path)
    try:
        steps.unlock(program, PASSPHRASE)
        program.do("press", "Continue")
        leave_room(program, LITTLE)
        program.do("type_into", "Your notes", "Lit up when she drew it.")
        program.until_it_reads("Not saved yet")
        program.do("keys_soon", "Ctrl+L")
        steps.unlock(program, PASSPHRASE)
        program.until_it_reads("The disk reported a fault")
        program.do("press", "Continue")
        assert not program.do("reads", "Lit up when she drew it.")

        leave_room(program, resource.RLIM_INFINITY)
        program.do("type_into", "For the summary you will share", SENTENCE[:20])
        program.until_it_reads("Lit up when she drew it.")
        program.do("type_text", SENTENCE[20:])

        assert program.do("text_in", "For the summary you will share") == SENTENCE
        assert not program.do("reads", "The disk reported a fault")
    finally:
        program.end()


def a_talk_under_way(folder: Path) -> None:
    """Make a vault in which a conversation with Priya waits at its first question."""
    clock = Clock()
    make_vault_with_passphrase(folder, clock, PASSPHRASE)
    vault = open_vault(folder, clock)
    conversations.begin(vault.shared, people.add(vault.shared, "Priya Nair").value)
    vault.close()


def leave_room(program: Program, size: int) -> None:
    """Let no file of any process of the program grow beyond some bytes.

    A process inherits the limit of the one that starts it, and starts one behind the lock screen
    at any moment: those that are only on their way are among the children.
    """
    for pid in program.pids():
        limit(pid, size)
        for child in children(pid):
            limit(child, size)


def limit(pid: int, size: int) -> None:
    _soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


def children(pid: int) -> list[int]:
    """Return the living processes that one has started, in whichever of its threads."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = status.read_text(encoding="utf-8").rpartition(")")[2].split()[:2]
            if int(parent) == pid and state != "Z":
                found.append(int(status.parent.name))
    return found
