"""Work beside the window: its outcome comes once, and nobody is missed who has gone."""

import random
import subprocess
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.jobs import Job


def test_what_a_job_says_arrives_in_the_window_s_thread(qtbot: QtBot) -> None:
    parent = QObject()
    arrived: list[tuple[object, int]] = []
    job = Job(half_then_all, parent)
    job.progress.connect(lambda word: arrived.append((word, threading.get_ident())))
    job.done.connect(lambda word: arrived.append((word, threading.get_ident())))
    with qtbot.waitSignal(job.done):
        job.start()
    here = threading.get_ident()
    assert arrived == [("half", here), ("all", here)]


def half_then_all(report: Callable[[object], None]) -> str:
    report("half")
    return "all"


def test_a_failure_is_handed_on_whole(qtbot: QtBot) -> None:
    parent = QObject()
    trouble = ValueError("the disk is full")

    def fail(_report: object) -> None:
        raise trouble

    job = Job(fail, parent)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert failed.args == [trouble]


def test_a_job_that_has_told_its_outcome_goes(qtbot: QtBot) -> None:
    parent = QObject()
    job = Job(half_then_all, parent)
    with qtbot.waitSignal(job.destroyed):
        job.start()
    assert not parent.children()


def test_jobs_whose_window_is_deleted_under_them_end_without_a_word(qapp: QApplication) -> None:
    """A hundred windows go while a job of each reports as fast as it can."""
    dice = random.Random(20261123)
    for _ in range(100):
        parent = QObject()
        job = Job(report_on, parent)
        heard: list[object] = []
        job.progress.connect(heard.append)
        job.start()
        while len(heard) < dice.randrange(200):
            QApplication.processEvents()
        delete(parent)
        job.wait()
    QApplication.processEvents()


def report_on(report: Callable[[object], None]) -> None:
    for number in range(1000):
        report(number)


def test_a_program_that_ends_before_its_job_ends_without_a_word() -> None:
    """Qt's objects are gone when the thread comes to say what became of its work."""
    ended = subprocess.run(
        [sys.executable, "-c", ENDS_FIRST], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "the job has ended\n", "")


ENDS_FIRST = """
import threading
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from desktop.ui.jobs import Job

app, parent, over = QApplication([]), QObject(), threading.Event()

def work(report):
    over.wait()
    report("half")
    return "all"

job = Job(work, parent)
job.start()
app.shutdown()
over.set()
job.wait()
print("the job has ended")
"""
