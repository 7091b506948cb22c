import subprocess
import sys

HEAVY = (
    "asyncio",
    "cryptography",
    "keyring",
    "msgspec",
    "pypdfium2",
    "PySide6.QtPrintSupport",
    "reportlab",
    "sqlcipher3",
    "urllib.request",
    "zxcvbn",
)
SHOW_THE_UNLOCK_FACE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.ui.lock_screen import Gate

application = QApplication(["onward", "-platform", "offscreen"])
gate = Gate(Path("vault"))
gate.show_unlock("Vault: vault")
gate.show()
print(*sys.modules)
"""


def test_the_lock_screen_stands_without_loading_anything_heavy() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHOW_THE_UNLOCK_FACE], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "desktop.ui.lock_screen.unlock" in loaded
    assert not loaded.intersection(HEAVY)
