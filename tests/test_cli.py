"""The command-line companion: everything that a script or a dark day needs, and no secret shown."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import files
from desktop.services import conversations, people, vaults
from desktop.services.presence import News
from desktop.vault import derivation, recovery, unlocking
from desktop.vault.keyfile import to_bytes
from desktop.vault.last_seen import LastSeen
from tests.helpers.clock import Clock
from tests.helpers.vaults import KEY, OpenVault, open_vault

ROOT = Path(__file__).parents[1]
PASSPHRASE = "harbour velvet tactic onion lantern"
SHEET = " ".join(recovery.encode(bytearray(KEY)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one person and one conversation in it, and its backup beside it."""
    room = tmp_path_factory.mktemp("made")
    keys = unlocking.new_keys(PASSPHRASE, bytearray(KEY), derivation.at_floor())
    clock = Clock()
    vaults.create_vault(
        room / "vault", bytearray(KEY), to_bytes(keys), manager_name="Sam Okafor", now=clock()
    )
    session = open_vault(room / "vault", clock)
    conversations.begin(session.shared, people.add(session.shared, "Priya Nair").value)
    session.backups.make(room / "mine.zip")
    session.close()
    return room


@pytest.fixture
def room(made: Path, tmp_path: Path) -> Path:
    """A copy of the vault and its backup, for this test alone."""
    shutil.copytree(made, tmp_path / "room")
    return tmp_path / "room"


def onward(*words: str | Path, typed: str = PASSPHRASE) -> subprocess.CompletedProcess[str]:
    """Run the companion with a passphrase on a descriptor of its own, as a script would."""
    reading, writing = os.pipe()
    os.write(writing, f"{typed}\n".encode())
    os.close(writing)
    try:
        return subprocess.run(
            [sys.executable, "-m", "desktop.cli", *words, "--passphrase-fd", str(reading)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            pass_fds=[reading],
        )
    finally:
        os.close(reading)


def test_a_backup_is_written_verified_and_restored_on_a_new_machine(room: Path) -> None:
    stick = room / "stick"
    stick.mkdir()

    written = onward("backup", "--vault", room / "vault", stick)
    (backup,) = stick.iterdir()
    verified = onward("verify", backup)
    restored = onward("restore", backup, room / "new", "--recovery-key", typed=SHEET)
    checked = onward("check", "--vault", room / "new")

    assert written.stdout == f"Wrote {backup}, and opened it again: it is whole.\n"
    assert verified.stdout.startswith("This backup is whole. Made on ")
    assert "people: 1; conversations: 1, the latest on 22 November 2026." in restored.stdout
    assert checked.stdout == "This vault is whole.\n"
    for done in (written, verified, restored, checked):
        assert (done.returncode, done.stderr) == (0, "")
        assert "Priya" not in done.stdout
        assert PASSPHRASE not in done.stdout


def test_a_restore_says_where_the_vault_before_it_is_kept(room: Path) -> None:
    done = onward("restore", room / "mine.zip", room / "vault")
    assert f"kept as {room / 'vault.before-restore-1'}" in done.stdout
    assert (room / "vault.before-restore-1" / "notes.db").exists()


def test_the_state_that_a_restore_brings_back_is_no_news_to_this_computer(
    room: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setenv("HOME", str(room / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(room / "home" / "data"))

    def told() -> list[News]:
        here = LastSeen(files.computer(), "this computer")
        session = OpenVault.open(room / "vault", bytearray(KEY), clock, here=here)
        people.add(session.shared, "Somebody")
        news = [each.news for each in session.presence.found()]
        session.close()
        return news

    shutil.copytree(room / "vault", room / "as it was")
    assert (told(), told()) == ([], [])
    restored = onward("restore", room / "mine.zip", room / "vault")

    assert restored.returncode == 0
    assert told() == []
    shutil.rmtree(room / "vault")
    shutil.copytree(room / "as it was", room / "vault")
    assert told() == [News.OLDER], "put back by hand it is news, as ever"


def test_a_wrong_passphrase_is_said_and_nothing_else_happens(room: Path) -> None:
    done = onward("restore", room / "mine.zip", room / "vault", typed="not this one at all")
    assert done.returncode == 1
    assert done.stderr == "That passphrase does not open this vault.\n"
    assert {path.name for path in room.iterdir()} == {"vault", "mine.zip"}


def test_a_backup_never_takes_the_name_of_another_file(room: Path) -> None:
    before = (room / "mine.zip").read_bytes()
    done = onward("backup", "--vault", room / "vault", room / "mine.zip")
    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert (room / "mine.zip").read_bytes() == before


def test_a_folder_without_a_vault_is_not_called_a_damaged_one(room: Path) -> None:
    for verb in (("check",), ("backup", room / "new.zip")):
        done = onward(*verb, "--vault", room / "nowhere")
        assert done.returncode == 1
        assert done.stderr.startswith(f"There is no vault in {room / 'nowhere'}.")
    assert {path.name for path in room.iterdir()} == {"vault", "mine.zip"}


def test_a_damaged_vault_and_a_damaged_backup_are_named_in_words(room: Path) -> None:
    for path, place in ((room / "vault" / "notes.db", 3 * 4096 + 99), (room / "mine.zip", 9999)):
        content = bytearray(path.read_bytes())
        content[place] ^= 1
        path.write_bytes(content)

    checked = onward("check", "--vault", room / "vault")
    verified = onward("verify", room / "mine.zip")

    assert "These cannot all be read any more: people." in checked.stderr
    assert verified.stderr.startswith("This backup is damaged or incomplete.")
    assert (checked.returncode, verified.returncode) == (1, 1)
    assert "Traceback" not in checked.stderr + verified.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="asks on a terminal of its own there")
def test_the_passphrase_is_asked_on_the_terminal_and_not_shown(room: Path) -> None:
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "desktop.cli", "verify", room / "mine.zip"],
        cwd=ROOT,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    ) as asking:
        os.close(terminal)
        shown = os.read(screen, 1000)
        os.write(screen, f"{PASSPHRASE}\n".encode())
        shown += os.read(screen, 1000)
        out, _ = asking.communicate(timeout=60)
    os.close(screen)
    assert b"Passphrase: " in shown
    assert PASSPHRASE.encode() not in shown
    assert out.startswith(b"This backup is whole.")


@pytest.mark.skipif(sys.platform == "win32", reason="asks on a terminal of its own there")
def test_without_a_terminal_nothing_is_asked_in_the_open(room: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop.cli", "verify", room / "mine.zip"],
        cwd=ROOT,
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert done.returncode == 1
    assert done.stderr == "There is no terminal to ask on. Please use --passphrase-fd.\n"


def test_no_secret_can_be_given_as_an_argument() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop.cli", "backup", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    options = {word.strip("[],") for word in done.stdout.split() if word.startswith("[--")}
    assert options == {"--recovery-key", "--passphrase-fd"}
