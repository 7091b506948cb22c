"""Starting with the computer: the lock screen, and nothing behind it, once somebody signs in.

Linux reads a file in ``autostart`` (Desktop Application Autostart Specification), macOS one in
``LaunchAgents`` (launchd.plist(5)), Windows a value under ``Run`` in the registry. Only Linux was
run where this was written. No line of it carries a name or a secret; the folder of a vault that is
not the usual one stands in it, because Onward has to find it.
"""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from desktop import files
from desktop.domain.errors import Trouble

_LABEL: Final = "org.onward.start"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_ROOT = Path(files.__file__).resolve().parents[1]


def is_offered(folder: Path) -> bool:
    """Return whether this vault can be opened again: the one of the sample people cannot."""
    return Path(tempfile.gettempdir()).resolve() not in folder.resolve().parents


def is_on() -> bool:
    """Return whether Onward starts when this user signs in."""
    if sys.platform == "win32":
        return _registered()
    return _file().exists()


def turn(folder: Path, *, on: bool) -> None:
    """Start with the computer from now on, or not any more; Trouble if that cannot be written."""
    try:
        if sys.platform == "win32":
            _register(folder, on=on)
        elif on:
            _file().parent.mkdir(parents=True, exist_ok=True)
            _file().write_bytes(_written(folder))
        else:
            _file().unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise Trouble(
            what_happened="The system would not take it.",
            what_is_safe="Nothing was changed, and your vault is not concerned.",
            what_to_do=f"See whether you may write to {_file().parent}, then try again.",
        ) from error


def command(folder: Path) -> tuple[str, ...]:
    """Return what is started: this very Onward, with the vault it is to open."""
    other = () if folder == files.default_vault() else ("--vault", str(folder))
    return (*files.program(), *other)


def _file() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / "onward.desktop"


def _written(folder: Path) -> bytes:
    if sys.platform == "darwin":
        return _launch_agent(folder)
    return _desktop_entry(folder)


def _desktop_entry(folder: Path) -> bytes:
    """Return the file for Linux; ValueError for a path that no line of it can hold."""
    words = command(folder)
    if any("\n" in word for word in (*words, str(_ROOT))):
        raise ValueError(words)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Onward",
        f"Exec={' '.join(_quoted(word) for word in words)}",
        f"Path={str(_ROOT).replace(chr(92), chr(92) * 2)}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(word: str) -> str:
    """Quote an argument for Exec, then escape it as every string of the file is escaped."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")


def _launch_agent(folder: Path) -> bytes:
    import plistlib

    wanted = {
        "Label": _LABEL,
        "ProgramArguments": list(command(folder)),
        "WorkingDirectory": str(_ROOT),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(wanted)


def _registered() -> bool:
    registry: Any = __import__("winreg")
    with suppress(OSError), registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
        registry.QueryValueEx(key, "Onward")
        return True
    return False


def _register(folder: Path, *, on: bool) -> None:
    import subprocess

    registry: Any = __import__("winreg")
    access = registry.KEY_SET_VALUE
    with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, access) as key:
        if on:
            # No folder can be named there in which to start, so the way to the code is said first.
            begin = (
                f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from desktop.app import main; "
            )
            other = command(folder)[len(files.program()) :]
            words = (sys.executable, "-c", f"{begin}sys.exit(main())", *other)
            if files.program() == (sys.executable,):
                words = command(folder)  # a bundle needs no folder
            registry.SetValueEx(key, "Onward", 0, registry.REG_SZ, subprocess.list2cmdline(words))
        else:
            with suppress(FileNotFoundError):
                registry.DeleteValue(key, "Onward")
