"""How much processor time the lock screen needs until it is painted, against a bare Qt window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ROUNDS = 12

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(800, 600)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

GATE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.app import boot, gate
from desktop.app.arguments import Arguments
arguments = Arguments(vault=Path(sys.argv[1]))
app = boot.application(arguments)
process = gate.GateProcess(arguments, app)
process.start()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def measure() -> Iterator[str]:
    """Yield one line a figure."""
    with tempfile.TemporaryDirectory() as folder:
        vault = _vault(Path(folder))
        seconds: dict[str, list[float]] = {"bare": [], "gate": []}
        for _ in range(ROUNDS):
            seconds["bare"].append(_processor_time(BARE))
            seconds["gate"].append(_processor_time(GATE, str(vault)))
        ratios = [g / b for g, b in zip(seconds["gate"], seconds["bare"], strict=True)]
        yield (
            f"lock screen painted ÷ bare PySide6 window: {median(ratios):.2f} "
            f"[{min(ratios):.2f}–{max(ratios):.2f}] "
            f"({median(seconds['gate']) * 1000:.0f} ms against "
            f"{median(seconds['bare']) * 1000:.0f} ms of processor time; aim ≤ 1.4)"
        )


def _vault(folder: Path) -> Path:
    from tests.helpers.clock import Clock
    from tests.helpers.vaults import make_vault

    make_vault(folder / "vault", Clock())
    return folder / "vault"


def _processor_time(code: str, *arguments: str) -> float:
    """Return the seconds of processor time that a new Python needs for some code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    before = os.times()
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
