"""Onward's own Python environment inside the checkout: made once, mended when half made."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

_HALF_MADE = "half made"


class Environment:
    """A virtual environment in a folder, filled from lock files and from nothing else.

    A stamp beside each installed lock repeats it, so a start compares two small files; what
    dataclasses and hashlib would take to load is longer than all of that.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def holds(self, lock: Path) -> bool:
        """Say whether everything in `lock` is installed; reads two small files, starts nothing."""
        return self.python.exists() and _text(self._stamp(lock)) == _stamped(lock)

    def mend(self) -> None:
        """Make the environment, unless a sound one is there; a half made one is made anew.

        Raises SystemExit with a sentence where that fails.
        """
        if self._is_sound():
            return
        print(f"Making a Python environment in {self.folder.name} ...", flush=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        if subprocess.run((_outer_python(), "-m", "venv", self.folder), check=False).returncode:
            raise SystemExit(f"No Python environment could be made in {self.folder}.")

    def install(self, lock: Path, words: str) -> None:
        """Install what `lock` names; `words` tell the person what that is.

        Raises SystemExit with a sentence where that fails.
        """
        print(f"Installing {words} ...", flush=True)
        self._stamp(lock).write_text(_HALF_MADE, encoding="utf-8")
        pip = (self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        only_what_is_locked = ("--require-hashes", "--only-binary=:all:", "-r", lock)
        if subprocess.run((*pip, *only_what_is_locked), check=False).returncode:
            raise SystemExit(f"Installing {words} did not work; pip says why above.")
        self._stamp(lock).write_text(_stamped(lock), encoding="utf-8")

    def _is_sound(self) -> bool:
        """Say whether more may be installed into what is there."""
        if _HALF_MADE in map(_text, self.folder.glob("*.installed")):
            return False
        ask = (self.python, "-c", "import pip, sys; print(sys.implementation.cache_tag)")
        try:
            answer = subprocess.run(ask, capture_output=True, text=True, check=False)
        except OSError:
            return False
        return answer.stdout.strip() == sys.implementation.cache_tag

    def _stamp(self, lock: Path) -> Path:
        return self.folder / f"{lock.name}.installed"


def missing_packages() -> tuple[str, ...]:
    """Return Debian's package with the parts of Python that make environments, if it is missing."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return ()
    return (f"python3.{sys.version_info.minor}-venv",)


def _stamped(lock: Path) -> str:
    """Return the stamp of `lock`; it differs when the Python does, too."""
    return f"{sys.implementation.cache_tag}\n{_text(lock)}"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _outer_python() -> str:
    """Return the interpreter outside any environment, so that ours can be made anew from within."""
    return str(getattr(sys, "_base_executable", sys.executable))
