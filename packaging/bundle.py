"""One folder to start Onward from, without a Python: ``dev.py bundle DIR``, and its check.

The check holds the promise about the network at the bundle itself: no file and no module in it
could reach one, and it starts. Built for the system that builds it; signing and installers are no
part of this.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
NAME = "Onward"
FILES = ("network", "qt6qml", "qt6quick", "webengine", "libssl", "gnutls", "qvnc", "tuio", "/tls/")
"""What no name of a file in a bundle may hold."""

MODULES = ("ssl", "_ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "asyncio", "xmlrpc")
_NEEDED = (b"Qt6Network", b"Qt6Qml", b"Qt6WebEngine", b"libgnutls.so", b"libssl.so")
_MODULES_OF = (
    "import sys; from PyInstaller.archive.readers import CArchiveReader; "
    "program = CArchiveReader(sys.argv[1]); "
    "names = program.open_embedded_archive('PYZ.pyz').toc; print('\\n'.join(names))"
)
_STARTS_WITHIN_S = 180.0


def build(python: Path, folder: Path) -> Path:
    """Build the bundle into `folder` with the Python that has PyInstaller; return where it lies."""
    with tempfile.TemporaryDirectory(prefix="onward-bundle-") as work:
        places = ("--distpath", str(folder), "--workpath", work)
        words = ("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places)
        spec = str(CHECKOUT / "packaging" / "onward.spec")
        # What PyInstaller keeps of itself belongs into the scratch folder as well.
        environment = {**os.environ, "PYINSTALLER_CONFIG_DIR": work}
        done = subprocess.run((python, *words, spec), env=environment, check=False)
    if done.returncode:
        raise SystemExit("The bundle could not be built; PyInstaller says why above.")
    return folder / NAME


def faults(bundle: Path, python: Path) -> list[str]:
    """Return what is wrong with a bundle, a sentence each: what could reach a network, no start."""
    modules = (f"The module {name} is in it." for name in _modules(bundle, python))
    return [*strange_files(bundle), *modules, *_start(bundle)]


def strange_files(bundle: Path) -> Iterator[str]:
    """Yield a sentence for each file that could reach a network, or needs one that could."""
    for path in sorted(bundle.rglob("*")):
        name = f"/{path.relative_to(bundle).as_posix()}".lower()
        if any(part in name for part in FILES):
            yield f"{path.relative_to(bundle)} is in it."
        elif path.is_file() and ".so" in path.name:
            needed = [part for part in _NEEDED if part in path.read_bytes()]
            if needed:
                yield f"{path.relative_to(bundle)} needs {needed[0].decode('ascii')}."


def _modules(bundle: Path, python: Path) -> list[str]:
    """Return the modules in the bundle's own archive that could reach a network."""
    program = (python, "-c", _MODULES_OF, str(_program(bundle)))
    said = subprocess.run(program, capture_output=True, text=True, check=True)
    names = said.stdout.split()
    if "desktop.app" not in names:
        raise SystemExit("This is no bundle of Onward.")
    return [name for name in names if name.split(".")[0] in MODULES or name == "urllib.request"]


def _start(bundle: Path) -> list[str]:
    """Open the sample people without a screen; the first process ends once their window stands."""
    with tempfile.TemporaryDirectory(prefix="onward-start-") as home:
        places = dict.fromkeys(("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"), home)
        environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
        began = time.monotonic()
        with subprocess.Popen(
            (_program(bundle), "--sample"), env=environment, process_group=0
        ) as first:
            try:
                code = first.wait(_STARTS_WITHIN_S)
            except subprocess.TimeoutExpired:
                code = None
            vaults = list(Path(home).glob("onward-sample-*/vault/notes.db"))
            _end(first)
    if code != 0 or not vaults:
        return ["It does not start."]
    print(f"It starts in {time.monotonic() - began:.1f} seconds.")
    return []


def _end(first: "subprocess.Popen[bytes]") -> None:
    """End every process of the bundle that was started here."""
    import signal
    from contextlib import suppress

    with suppress(ProcessLookupError):
        os.killpg(first.pid, signal.SIGKILL)


def _program(bundle: Path) -> Path:
    return bundle / ("onward.exe" if sys.platform == "win32" else "onward")
