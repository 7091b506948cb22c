"""The file dialog answers with a whole name, and leaves no trace of where it has been."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# In a process of its own: Qt reads once per process where settings are kept.
PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from desktop.ui.dialogs import save_file

def answer():
    dialog = QApplication.activeModalWidget()
    print(dialog.windowTitle(), dialog.selectedFiles()[0].rpartition("/")[2], sep="|")
    dialog.setDirectory(sys.argv[1])
    dialog.findChild(QLineEdit).setText("mine")
    {way_out}

app = QApplication([])
window = QWidget()
window.show()
QTimer.singleShot(0, answer)
print(save_file.choose_place(window, "Summary 2026-11-26.pdf", "PDF (*.pdf)"))
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def asked(home: Path, way_out: str) -> list[str]:
    """Return what the dialog offered and what it answered, in a home of its own."""
    folder = home / "Priya"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(way_out=way_out), str(folder)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_the_name_gets_its_ending_and_no_folder_is_remembered(tmp_path: Path) -> None:
    offered, answered = asked(tmp_path, "dialog.accept()")

    assert offered == "Save|Summary 2026-11-26.pdf"
    assert answered == str(tmp_path / "Priya" / "mine.pdf")
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_cancelled_dialog_answers_nothing(tmp_path: Path) -> None:
    assert asked(tmp_path, "dialog.reject()")[1] == "None"
