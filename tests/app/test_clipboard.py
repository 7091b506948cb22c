"""The clipboard gives up what came from us, by itself and at a lock, and keeps what did not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.clipboard import FORGOTTEN_AFTER_MS, OwnClipboard
from desktop.ui.widgets import clipboard as deliberately
from tests.helpers.clipboard import OURS, THEIRS
from tests.helpers.screen import needs_screen, screen

NEVER_MS = 3_600_000


def copied_from_our_window(qtbot: QtBot) -> QPlainTextEdit:
    editor = QPlainTextEdit("Lit up when she spoke of teaching.")
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text().startswith("Lit up")
    return editor


def test_words_copied_out_of_our_window_are_gone_after_a_lock(qtbot: QtBot) -> None:
    owner = QObject()
    clipboard = OwnClipboard(owner)
    copied_from_our_window(qtbot)
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_and_by_themselves_after_half_a_minute(qtbot: QtBot) -> None:
    assert FORGOTTEN_AFTER_MS == 30_000
    owner = QObject()
    OwnClipboard(owner, after_ms=50)
    copied_from_our_window(qtbot)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_one_that_somebody_empties_while_we_have_the_keyboard_is_no_fault(qtbot: QtBot) -> None:
    owner = QObject()
    OwnClipboard(owner, after_ms=NEVER_MS)
    editor = copied_from_our_window(qtbot)
    with qtbot.captureExceptions() as faults:
        QGuiApplication.clipboard().clear()
    assert faults == []
    assert editor.isVisible()


def test_what_is_copied_again_gets_its_whole_time(qtbot: QtBot) -> None:
    owner = QObject()
    clipboard = OwnClipboard(owner, after_ms=NEVER_MS)
    copied_from_our_window(qtbot)
    clipboard.clear_what_is_due()
    assert QGuiApplication.clipboard().text().startswith("Lit up")


def test_what_was_copied_elsewhere_stays(qapp: QApplication) -> None:
    owner = QObject()
    clipboard = OwnClipboard(owner)
    assert QGuiApplication.focusWindow() is None
    QGuiApplication.clipboard().setText("somebody else's words")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "somebody else's words"


def test_a_later_copy_from_elsewhere_is_not_touched(qtbot: QtBot) -> None:
    owner = QObject()
    clipboard = OwnClipboard(owner)
    assert QGuiApplication.focusWindow() is None
    deliberately.put("Own the failover design")
    QGuiApplication.clipboard().setText("somebody else's words")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "somebody else's words"


@pytest.mark.skipif(sys.platform != "linux", reason="the mark is KDE's")
def test_it_is_plain_text_with_the_mark_that_histories_heed(qtbot: QtBot) -> None:
    owner = QObject()
    OwnClipboard(owner)
    copied_from_our_window(qtbot)
    content = QGuiApplication.clipboard().mimeData()
    assert bytes(content.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not content.hasHtml()
    assert not [name for name in content.formats() if "opendocument" in name or "markdown" in name]


# On a real screen, where clipboards belong to programs ------------------------------------------


@pytest.fixture(scope="module")
def on_a_screen() -> Iterator[dict[str, str]]:
    with screen() as environment:
        yield environment


class Programs:
    """Programs that copy and read, each a process of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self.started: list[subprocess.Popen[str]] = []

    def copy(self, whose: str, after_ms: int = NEVER_MS) -> subprocess.Popen[str]:
        """Start one that copies, and wait until it has."""
        program = subprocess.Popen(
            self._command(whose, str(after_ms)),
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.started.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == "copied\n"
        return program

    def found(self) -> list[tuple[str, list[str]]]:
        """Return text and formats of the clipboard, then of what is marked."""
        done = subprocess.run(
            self._command("read"),
            env=self._environment,
            stdout=subprocess.PIPE,
            check=True,
            timeout=60,
        )
        return [(text, formats) for text, formats in json.loads(done.stdout)]

    def texts(self) -> list[str]:
        return [text for text, _formats in self.found()]

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "tests.helpers.clipboard", *words]


@pytest.fixture
def programs(on_a_screen: dict[str, str]) -> Iterator[Programs]:
    root = str(Path(__file__).parents[2])
    beside = Programs({**os.environ, **on_a_screen, "PYTHONPATH": root})
    yield beside
    for program in beside.started:
        program.kill()
        program.communicate()


@needs_screen
def test_on_x11_others_find_it_marked_and_a_kill_takes_it_along(programs: Programs) -> None:
    program = programs.copy("ours")
    (copied, formats), (marked, of_marked) = programs.found()
    assert (copied, marked) == (OURS, OURS)
    for each in (formats, of_marked):
        assert "x-kde-passwordManagerHint" in each
        assert not [name for name in each if "html" in name]
    program.kill()
    program.wait()
    assert programs.texts() == ["", ""]


@needs_screen
def test_on_x11_both_clipboards_are_empty_after_their_time(programs: Programs) -> None:
    programs.copy("ours", after_ms=400)
    for _ in range(20):
        if programs.texts() == ["", ""]:
            return
    raise AssertionError("our words stay on a clipboard")


@needs_screen
def test_on_x11_what_somebody_copied_since_stays(programs: Programs) -> None:
    program = programs.copy("ours", after_ms=400)
    programs.copy("theirs")
    for _ in range(2):
        assert programs.texts() == [THEIRS, THEIRS]
    assert program.poll() is None
