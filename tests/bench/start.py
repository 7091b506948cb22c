"""How much processor time the lock screen needs until it is painted, against a bare Qt window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.rows import Row

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


def measure() -> Iterator[Row]:
    """Yield the row of the start."""
    with tempfile.TemporaryDirectory() as folder:
        vault = _vault(Path(folder))
        bare, gate = [], []
        for _ in range(ROUNDS):
            bare.append(_processor_ms(BARE))
            gate.append(_processor_ms(GATE, str(vault)))
    ratio = median(ours / theirs for ours, theirs in zip(gate, bare, strict=True))
    against = f"bare PySide6 window; pair by pair {ratio:.2f}, aim 1.4"
    aim = 1.4 * median(bare)
    yield Row(
        "processor time until the lock screen stands", median(gate), aim, median(bare), against
    )


def _vault(folder: Path) -> Path:
    from tests.helpers.clock import Clock
    from tests.helpers.vaults import make_vault

    make_vault(folder / "vault", Clock())
    return folder / "vault"


def _processor_ms(code: str, *arguments: str) -> float:
    """Return the milliseconds of processor time that a new Python needs for some code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    before = os.times()
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, check=True)
    after = os.times()
    spent = after.children_user - before.children_user
    return (spent + after.children_system - before.children_system) * 1000
