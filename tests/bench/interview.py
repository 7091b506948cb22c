"""How fast the interview follows: a letter on the screen, the next question, after ten years."""

from collections.abc import Iterator
from time import perf_counter, process_time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.answers import Answer
from desktop.domain.private.words import PrivateText
from desktop.services import conversations
from desktop.services.private import answers
from desktop.ui.desk import Desk, News, PrivateDesk
from desktop.ui.private.answer_panel import AnswerPanel
from desktop.ui.private.pad_panel import PadPanel
from desktop.ui.wizard.interview_page import InterviewPage
from tests.bench.memory import resident_mb
from tests.bench.rows import FRAME_MS, Row, in_turns, middle_row
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault

KEYS = 150
MOVES = 40
QUESTIONS = 100
CHARACTERS = 20_000
_LINE = "Wants to own the failover design, not just fix it."
_AIM_MS = 50
_AIM_GROWTH_MB = 2


def measure(vault: OpenVault) -> Iterator[Row]:
    """Yield the rows of a conversation that is under way in a vault of ten years."""
    talk = next(t.id for t in vault.shared.conversations.all() if t.is_open)
    for words, said in (("\n", "in lines"), (" ", "in a single paragraph")):
        note = words.join([_LINE] * (CHARACTERS // (len(_LINE) + 1)))
        yield _key_to_letter(vault, talk, note, said)
    yield from _question_to_question(vault, talk)
    yield _growth(vault, talk)


class _Room:
    """An interview on the screen, and the least that Qt needs for the same beside it."""

    def __init__(self, vault: OpenVault, talk: ConversationId) -> None:
        news = News()
        private = PrivateDesk(vault.private, news)
        self.page = InterviewPage(Desk(vault.shared, news), AnswerPanel(private), PadPanel(private))
        # As the window does: what is saved on the way is read again.
        news.changed.connect(self.page.refresh)
        self.page.resize(1280, 800)
        self.page.open(talk)
        self.page.show()
        self.bare = QWidget()
        column = QVBoxLayout(self.bare)
        self.label, self.editor = QLabel(wordWrap=True), QTextEdit()
        column.addWidget(self.label)
        column.addWidget(self.editor)
        self.bare.resize(700, 550)
        self.bare.show()
        self.robot = Robot(self.page)
        QApplication.processEvents()

    def notes(self) -> QTextEdit:
        found = self.robot.find("Your notes", QTextEdit)
        assert isinstance(found, QTextEdit)
        return found

    def close(self) -> None:
        self.page.flush()
        for window in (self.page, self.bare):
            window.hide()
            window.deleteLater()
        QApplication.processEvents()


def _key_to_letter(vault: OpenVault, talk: ConversationId, note: str, said: str) -> Row:
    first = conversations.path(vault.shared, talk).steps[1].question
    answers.write(vault.private, Answer(talk, first, PrivateText(note), len(note) // 2))
    conversations.stand_at(vault.shared, talk, first)
    room = _Room(vault, talk)
    notes = room.notes()
    room.editor.setPlainText(note)
    ours, theirs = in_turns(KEYS, lambda: _press_a(notes), lambda: _press_a(room.editor))
    room.close()
    what = f"key to its letter, {CHARACTERS:,} characters {said}"
    return middle_row(what, ours, FRAME_MS, theirs, "bare QTextEdit")


def _press_a(editor: QTextEdit) -> None:
    QTest.keyClicks(editor, "a")
    editor.viewport().repaint()
    QApplication.processEvents()


def _question_to_question(vault: OpenVault, talk: ConversationId) -> Iterator[Row]:
    conversations.stand_at(vault.shared, talk, _first(vault, talk))
    for typed, what in (("", "from question to question"), ("x", "the same, with a word to save")):
        room = _Room(vault, talk)
        goes = [0]

        # Looked for once: a manager does not search the window for the field they write in.
        notes = room.notes()

        def move(typed: str = typed, room: _Room = room, notes: QTextEdit = notes) -> None:
            QTest.keyClicks(notes, typed)
            room.robot.keys("Alt+Right")

        def bare(room: _Room = room, goes: list[int] = goes) -> None:
            goes[0] += 1
            room.label.setText(f"{_LINE} {goes[0]}")
            room.editor.setPlainText(_LINE * (7 + goes[0] % 3))
            QApplication.processEvents()

        for clock, how in ((perf_counter, what), (process_time, f"{what}, processor time")):
            conversations.stand_at(vault.shared, talk, _first(vault, talk))
            room.page.open(talk)
            ours, theirs = in_turns(MOVES // 2, move, bare, clock=clock)
            yield middle_row(how, ours, _AIM_MS, theirs, "bare label and editor")
        room.close()


def _growth(vault: OpenVault, talk: ConversationId) -> Row:
    """Walk over all questions once, then over a hundred more."""
    conversations.stand_at(vault.shared, talk, _first(vault, talk))
    room = _Room(vault, talk)
    there_and_back = ["Alt+Right"] * 25 + ["Alt+Left"] * 25
    for key in there_and_back:
        room.robot.keys(key)
    before = resident_mb()
    for key in there_and_back * (QUESTIONS // len(there_and_back)):
        room.robot.keys(key)
    growth = resident_mb() - before
    room.close()
    what = f"memory grown over {QUESTIONS} questions"
    return Row(what, growth, _AIM_GROWTH_MB, before, "all of it before", unit="MB")


def _first(vault: OpenVault, talk: ConversationId) -> QuestionId:
    return conversations.path(vault.shared, talk).steps[1].question
