"""A library missing under Qt kills the process without a word, so the words must come first."""

import re
import sys
from pathlib import Path

import PySide6
import pytest

import system_libraries

QT = Path(PySide6.__file__).parent / "Qt"
CARRIED = re.compile(rb"\x00(lib(?:Qt6|icu|pyside|shiboken)[\w.-]*)")
NAMED = re.compile(rb"\x00(lib[\w+.-]+\.so\.\d+)(?=\x00)")
PYTHONS_OWN = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1"}
DPKGS_OWN = {"libzstd.so.1"}

only_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have them all")


def libraries_named_in(*files: str) -> set[str]:
    named = {name for file in files for name in NAMED.findall((QT / file).read_bytes())}
    outside = {name.decode() for name in named if not CARRIED.match(b"\x00" + name)}
    return outside - PYTHONS_OWN - DPKGS_OWN


@pytest.fixture
def debian_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an apt-get and a sudo first on the path that refuse whatever they are asked."""
    for name in ("apt-get", "sudo"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


@only_on_linux
@pytest.mark.usefixtures("debian_without_rights")
def test_where_nothing_may_be_installed_the_command_to_type_is_shown() -> None:
    with pytest.raises(SystemExit) as refused:
        system_libraries.provide({}, packages=("python3.11-venv",))
    assert str(refused.value).endswith(
        "sudo apt-get install --no-install-recommends python3.11-venv"
    )


@only_on_linux
def test_where_there_is_no_apt_the_missing_parts_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"install them first: python3\.11-venv"):
        system_libraries.provide({}, packages=("python3.11-venv",))


def test_the_sentence_about_missing_libraries_names_each_package_once() -> None:
    sentence = system_libraries.request(("libglib2.0-0", "libglib2.0-0", "libegl1"))
    assert sentence.endswith("libglib2.0-0 libegl1")
    assert "\n" not in sentence


def test_a_library_that_is_not_there_is_noticed() -> None:
    libraries = {"libnever-heard-of-it.so.9": "libnever-heard-of-it9"}
    assert system_libraries.missing(libraries) == libraries


def test_a_screen_asks_for_more_than_drawing_into_memory() -> None:
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert "libxcb-cursor.so.0" not in system_libraries.needed(offscreen)
    assert "libxcb-cursor.so.0" in system_libraries.needed({"DISPLAY": ":0"})
    assert "libwayland-cursor.so.0" in system_libraries.needed({"WAYLAND_DISPLAY": "wayland-0"})


@only_on_linux
@pytest.mark.parametrize(
    ("environment", "files"),
    [
        ({}, ("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6DBus.so.6")),
        ({}, ("lib/libQt6Widgets.so.6", "plugins/platforms/libqoffscreen.so")),
        ({"DISPLAY": ":0"}, ("lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so")),
        (
            {"WAYLAND_DISPLAY": "wayland-0"},
            ("lib/libQt6WaylandClient.so.6", "plugins/platforms/libqwayland.so"),
        ),
    ],
)
def test_every_library_that_qt_names_is_looked_for(
    environment: dict[str, str], files: tuple[str, ...]
) -> None:
    assert libraries_named_in(*files) <= system_libraries.needed(environment).keys()
