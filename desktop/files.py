"""The one place that knows where files live on this computer."""

import os
import stat
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of everything shipped that is not code: questions, fonts, themes, texts.

    In a checkout it lies beside the package, in an installed wheel inside it.
    """
    beside = _PACKAGE.parent / "resources"
    return beside if beside.is_dir() else _PACKAGE / "resources"


def program() -> tuple[str, ...]:
    """Return the command that starts this very Onward, from a bundle or from a Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "desktop")


def home() -> Path:
    """Return the platform's own folder for this user's Onward data; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("Onward", appauthor=False)


def default_vault() -> Path:
    """Return the folder of the vault that opens when no other one is named."""
    return home() / "vault"


def computer() -> Path:
    """Return the file in which this computer remembers which vaults it saw; see ``last_seen``."""
    return home() / "computer.json"


def looks() -> Path:
    """Return the file that says light or dark and how large the text is; see ``services.looks``."""
    return home() / "looks.json"


def runtime() -> Path:
    """Return the folder for what lives only as long as a window, entered by this user alone.

    OSError where it belongs to somebody else, or others may enter it.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(given) / "onward" if given and Path(given).is_dir() else home() / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        raise PermissionError(folder)
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
    return folder
