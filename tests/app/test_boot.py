"""What nobody caught is told by its kind and its place; never with the words that it carries."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

FAILING = """
import sys, threading, warnings
from PySide6.QtCore import QTimer
from desktop.app import boot
from desktop.app.arguments import Arguments
word = "Zq" + "scheelite" + "9"
app = boot.application(Arguments())
if sys.argv[1] == "heard":
    boot.report_defects_to(lambda trouble: sys.stdout.write(str(trouble)))
def fail():
    raise ValueError(f"She said {word}")
QTimer.singleShot(0, fail)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
QTimer.singleShot(50, app.quit)
app.exec()
"""


def run(how: str, home: Path) -> str:
    """Return all that the process said aloud."""
    done = subprocess.run(
        [sys.executable, "-c", FAILING, how],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", "HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def test_an_error_nobody_caught_is_told_without_the_words_it_carries(tmp_path: Path) -> None:
    said = run("heard", tmp_path)
    assert said.count("onward: ValueError at") == 2
    assert "Something went wrong inside Onward." in said
    assert "scheelite" not in said


def test_without_our_ear_the_same_error_tells_every_word(tmp_path: Path) -> None:
    assert run("unheard", tmp_path).count("scheelite9") == 2
