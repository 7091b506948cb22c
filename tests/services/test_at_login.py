"""Starting with the computer is a file that the system reads, and gone when it is turned off."""

import configparser
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import files
from desktop.domain.errors import Trouble
from desktop.services import at_login

linux = pytest.mark.skipif(sys.platform != "linux", reason="the file of other systems is another")


@pytest.fixture
def autostart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart" / "onward.desktop"


@linux
def test_it_is_off_until_it_is_turned_on_and_leaves_nothing_behind(autostart: Path) -> None:
    assert not at_login.is_on()

    at_login.turn(files.default_vault(), on=True)
    assert at_login.is_on()
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(autostart)
    told = entry["Desktop Entry"]
    assert shlex.split(told["Exec"]) == [sys.executable, "-m", "desktop"]
    assert Path(told["Path"], "desktop", "__main__.py").is_file()
    assert told["Name"] == "Onward"

    at_login.turn(files.default_vault(), on=False)
    assert not autostart.exists()


@linux
def test_a_vault_elsewhere_is_found_whatever_its_path_holds(
    autostart: Path, tmp_path: Path
) -> None:
    folder = tmp_path / 'my "own" $HOME 100% vault'
    at_login.turn(folder, on=True)

    line = next(one for one in autostart.read_text().splitlines() if one.startswith("Exec="))
    # As the specification reads it: the string first, then the quotes, then the field codes.
    read = line.removeprefix("Exec=").replace("\\\\", "\\")
    told = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {read}"], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1].replace("%%", "%") == str(folder)


@linux
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_refuses_is_told_in_a_sentence(autostart: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Trouble):
            at_login.turn(files.default_vault(), on=True)
    finally:
        tmp_path.chmod(0o700)


@linux
def test_a_path_with_a_line_break_is_refused_and_nothing_is_written(autostart: Path) -> None:
    with pytest.raises(Trouble):
        at_login.turn(Path("/vaults/one\ntwo"), on=True)
    assert not autostart.exists()


def test_the_throw_away_vault_is_never_offered(tmp_path: Path) -> None:
    import tempfile

    assert not at_login.is_offered(Path(tempfile.gettempdir()) / "onward-sample-x" / "vault")
    assert at_login.is_offered(files.default_vault())
