"""A second start is no second window: it raises the first, and carries nothing."""

import os
import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.app.standing import Standing, knock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipe")


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path / "onward"


def test_nobody_there_means_no_answer(runtime: Path, tmp_path: Path) -> None:
    assert not knock(tmp_path / "vault")


def test_a_knock_is_heard_for_this_vault_and_for_no_other(
    runtime: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    standing = Standing(owner)
    standing.listen(tmp_path / "Priya Nair")
    with qtbot.waitSignal(standing.knocked, timeout=3000):
        assert knock(tmp_path / "Priya Nair")
    assert not knock(tmp_path / "another")
    standing.stop()
    assert not knock(tmp_path / "Priya Nair")


def test_the_pipe_is_for_this_user_alone_and_its_name_says_nothing(
    runtime: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    runtime.mkdir(mode=0o755)
    runtime.chmod(0o755)
    owner = QObject()
    standing = Standing(owner)
    standing.listen(tmp_path / "Priya Nair")
    (pipe,) = runtime.iterdir()
    assert "riya" not in pipe.name
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_IMODE(pipe.stat().st_mode) == 0o600
    assert stat.S_IMODE(runtime.stat().st_mode) == 0o700
    standing.stop()


def test_a_pipe_left_by_a_crash_and_a_file_in_its_place_stop_nobody(
    runtime: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    standing = Standing(owner)
    standing.listen(tmp_path)
    (pipe,) = runtime.iterdir()
    standing.stop()
    assert not knock(tmp_path), "the pipe is still there, nobody listens"
    pipe.unlink()
    pipe.write_text("somebody else's", encoding="utf-8")
    assert not knock(tmp_path)
    os.unlink(pipe)  # noqa: PTH108 - whatever it is by now
