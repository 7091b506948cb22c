"""How fast the interview follows: a letter on the screen, the next question."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

FRAME_S = 1 / 60
KEYS = 150
MOVES = 40
CHARACTERS = 20_000


def measure() -> Iterator[str]:
    """Yield one line a figure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit

    from desktop.domain.private.answers import Answer
    from desktop.domain.private.words import PrivateText
    from desktop.services import conversations, people
    from desktop.services.private import answers
    from desktop.ui import look
    from desktop.ui.desk import Desk, News, PrivateDesk
    from desktop.ui.private.answer_panel import AnswerPanel
    from desktop.ui.private.pad_panel import PadPanel
    from desktop.ui.wizard.interview_page import InterviewPage
    from tests.helpers.clock import Clock
    from tests.helpers.robot import Robot
    from tests.helpers.vaults import make_vault, open_vault

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    long_note = "\n".join(["Wants to own the failover design, not just fix it."] * 400)
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        make_vault(Path(folder) / "vault", clock)
        vault = open_vault(Path(folder) / "vault", clock)
        who = people.add(vault.shared, "Priya Nair").value
        talk = conversations.begin(vault.shared, who).value
        first = conversations.path(vault.shared, talk).steps[0].question
        note = Answer(talk, first, PrivateText(long_note[:CHARACTERS]), CHARACTERS)
        answers.write(vault.private, note)
        news = News()
        private = PrivateDesk(vault.private, news)
        page = InterviewPage(Desk(vault.shared, news), AnswerPanel(private), PadPanel(private))
        page.resize(1280, 800)
        page.open(talk)
        page.show()
        bare = QTextEdit()
        bare.setPlainText(long_note[:CHARACTERS])
        bare.resize(700, 470)
        bare.show()
        app.processEvents()
        robot = Robot(page)
        editor = robot.find("Your notes", QTextEdit)
        ours = _times(KEYS, lambda: _key(editor))
        theirs = _times(KEYS, lambda: _key(bare))
        yield (
            f"key to its letter in a note of {CHARACTERS:,} characters ÷ bare QTextEdit: "
            f"{median(ours) / median(theirs):.2f} (median {median(ours) * 1000:.1f} ms, "
            f"{median(ours) / FRAME_S:.2f} of a frame; aim < 1)"
        )
        moves = _times(MOVES, lambda: robot.keys("Alt+Right"))
        yield (
            f"from question to question: median {median(moves) * 1000:.0f} ms "
            f"(worst {max(moves) * 1000:.0f} ms; aim < 50 ms)"
        )
        page.hide()
        bare.hide()
        vault.close()


def _times(count: int, act: Callable[[], None]) -> list[float]:
    """Return how long each of many goes took, in seconds, with painting."""
    taken = []
    for _ in range(count):
        begun = perf_counter()
        act()
        taken.append(perf_counter() - begun)
    return taken


def _key(editor: object) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    assert isinstance(editor, QTextEdit)
    QTest.keyClicks(editor, "a")
    editor.viewport().repaint()
    QApplication.processEvents()
