"""A start stays quick because it stays small: what the lock screen loads is written down here."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

HEAVY = {
    "asyncio",
    "cryptography",
    "email",
    "icalendar",
    "keyring",
    "importlib.metadata",
    "msgspec",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
    "urllib.request",
    "zxcvbn",
}
"""What is loaded only when it is first used."""

NEVER = {"PySide6.QtNetwork", "ssl", "socket", "http", "sqlite3"}

GATE = """
from pathlib import Path
import sys
from desktop.app import boot, gate
from desktop.app.arguments import Arguments
app = boot.application(Arguments())
process = gate.GateProcess(Arguments(vault=Path(sys.argv[1])), app)
process.start()
app.processEvents()
"""

WINDOW = """
from pathlib import Path
import sys
from desktop.app import boot, vault
from desktop.app.arguments import Arguments
app = boot.application(Arguments())
process = vault.VaultProcess(Arguments(), app)
"""


def loaded_after(code: str, folder: Path) -> set[str]:
    """Return the modules that are loaded in a new process once the code has run."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(*sys.modules)", str(folder)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "wanted"), [(GATE, frozenset()), (WINDOW, frozenset({"sqlcipher3"}))]
)
def test_nothing_heavy_is_loaded_before_it_is_needed(
    tmp_path: Path, code: str, wanted: frozenset[str]
) -> None:
    loaded = loaded_after(code, tmp_path / "vault")
    assert "PySide6.QtWidgets" in loaded
    assert loaded & HEAVY == wanted
    assert not loaded & NEVER


def test_a_heavy_import_at_the_start_would_be_seen(tmp_path: Path) -> None:
    loaded = loaded_after(f"import keyring, ssl\n{GATE}", tmp_path / "vault")
    assert "keyring" in loaded & HEAVY
    assert "ssl" in loaded & NEVER
