"""The icon beside the clock, in the panel of a real screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.screen import needs_screen, screen

ROOT = Path(__file__).parents[2]

CHOSEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from desktop.app.out_of_sight import OutOfSight
from desktop.services import reminders
from tests.helpers.clock import Clock
from tests.helpers.vaults import make_vault, open_vault

app = QApplication([])
folder, clock = Path(sys.argv[1]), Clock()
make_vault(folder, clock)
vault = open_vault(folder, clock)
reminders.show_icon(vault.shared, shown=True)
beside = OutOfSight()
beside.start(vault.shared)
icon = beside.findChild(QSystemTrayIcon)
print("in a panel" if QSystemTrayIcon.isSystemTrayAvailable() else "no panel", flush=True)
look = QTimer()
look.timeout.connect(lambda: icon is not None and not icon.geometry().isEmpty() and app.quit())
look.start(20)
app.exec()
print("seen", flush=True)
beside.stop()
vault.close()
"""


@needs_screen
@pytest.mark.skipif(shutil.which("trayer") is None, reason="there is no panel for icons here")
def test_a_panel_that_comes_after_the_vault_is_open_shows_the_icon(tmp_path: Path) -> None:
    with screen() as environment:
        seen = {**os.environ, **environment, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
        onward = subprocess.Popen(
            (sys.executable, "-c", CHOSEN, str(tmp_path / "Personal")),
            env=seen,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert onward.stdout is not None
        assert onward.stdout.readline().strip() == "no panel"
        panel = subprocess.Popen("trayer", env=seen, stderr=subprocess.DEVNULL)
        try:
            assert onward.wait(timeout=60) == 0
            assert onward.stdout.read().strip() == "seen"
        finally:
            onward.kill()
            panel.terminate()
            panel.wait()
            onward.wait()
            onward.stdout.close()
