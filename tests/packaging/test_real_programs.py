"""The tests bring their real programs along where they may, and say what is skipped elsewhere."""

import shutil
import sys
from pathlib import Path

import pytest

import real_programs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is installed")


def stand_in(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with nothing on its path but what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_where_nothing_may_be_installed_one_line_says_what_is_skipped(computer: Path) -> None:
    said = real_programs.provide()
    assert said.startswith("Skipped here, for want of a program: ")
    assert "\n" not in said
    for each in real_programs.PROGRAMS:
        assert each.command in said


def test_a_refusal_of_apt_ends_nothing(computer: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("apt-get", "env"):
        stand_in(computer, name, "exit 100")
    for name in ("sudo", "apt-cache"):
        stand_in(computer, name, "exit 0")
    assert "strace" in real_programs.provide()
    capfd.readouterr()


def test_what_is_missing_is_installed_where_that_is_allowed(
    computer: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (computer / "sh").symlink_to("/bin/sh")
    asked = computer / "asked"
    stand_in(computer, "apt-get", "exit 0")
    stand_in(computer, "apt-cache", "exit 0")
    stand_in(computer, "sudo", 'exec "$@"')
    places = [computer / each.command for each in real_programs.PROGRAMS]
    make = "\n".join(f"printf '#!/bin/sh\\n' > {at}; /bin/chmod 755 {at}" for at in places)
    stand_in(computer, "env", f'echo "$@" >> {asked}\ncase "$*" in *install*) {make}\n;; esac')
    assert real_programs.provide() == ""
    words = asked.read_text(encoding="utf-8")
    assert all(name in words for each in real_programs.PROGRAMS for name in each.packages)
    assert "Installing for the tests" in capfd.readouterr().out


def test_with_all_of_them_here_nobody_is_asked(computer: Path) -> None:
    for each in real_programs.PROGRAMS:
        stand_in(computer, each.command, "exit 0")
    assert shutil.which("apt-get") is None
    assert real_programs.provide() == ""
