"""What the check of a bundle sees; building one takes minutes and is ``dev.py bundle``'s."""

import shutil
import sys
from pathlib import Path

import PySide6
import pytest

import bundle
from desktop import files
from desktop.app.arguments import Arguments

QT = Path(PySide6.__file__).parent / "Qt"


def test_a_file_that_could_reach_a_network_is_named(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libQt6Core.so.6").write_bytes(b"\x7fELF")
    assert list(bundle.strange_files(tmp_path)) == []
    (tmp_path / "_internal" / "libQt6Network.so.6").write_bytes(b"\x7fELF")
    assert list(bundle.strange_files(tmp_path)) == ["_internal/libQt6Network.so.6 is in it."]


@pytest.mark.skipif(sys.platform != "linux", reason="the plug-in is Linux's")
def test_a_file_that_needs_a_network_is_named_whatever_it_is_called(tmp_path: Path) -> None:
    shutil.copy(QT / "plugins" / "platforms" / "libqvnc.so", tmp_path / "harmless.so")
    assert list(bundle.strange_files(tmp_path)) == ["harmless.so needs Qt6Network."]


@pytest.mark.skipif(sys.platform != "linux", reason="the plug-in is Linux's")
def test_the_parts_of_qt_that_a_bundle_holds_need_none(tmp_path: Path) -> None:
    for name in ("libqoffscreen.so", "libqxcb.so", "libqwayland.so"):
        shutil.copy(QT / "plugins" / "platforms" / name, tmp_path)
    for name in ("Core", "Gui", "Widgets", "PrintSupport", "DBus"):
        shutil.copy(QT / "lib" / f"libQt6{name}.so.6", tmp_path)
    assert list(bundle.strange_files(tmp_path)) == []


def test_a_bundle_starts_its_other_process_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.program() == (sys.executable, "-m", "desktop")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = Arguments().command(vault=None, waits_for_key=True)
    assert command[:2] == (sys.executable, "--waits-for-key")
    assert "-m" not in command
