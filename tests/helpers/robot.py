"""A robot that presses what a person presses: by text, label or accessible name, nothing else."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDrag, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.ui.widgets.arrangement import arrange_now


class Robot:
    """Finds visible things under a root widget; fails unless exactly one answers to a name."""

    pressable: tuple[type[QWidget], ...] = (QAbstractButton,)

    def __init__(self, root: QWidget) -> None:
        self.root = root

    def press(self, name: str, within: str = "") -> None:
        """Press the button, row or box that bears this text or accessible name.

        ``within`` names the group to look in when the same name stands in two.
        """
        target = (self.within(within) if within else self).find(name, *self.pressable)
        if target.rect().isEmpty():
            # Nobody presses what has not found its place yet.
            arrange_now(self.root)
        if not target.isEnabled():
            raise AssertionError(f"“{name}” is there but cannot be pressed now.")
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
        QApplication.processEvents()

    def can_press(self, name: str) -> bool:
        """Whether something of this name is there and takes a press now."""
        return self.has(name) and self.find(name, *self.pressable).isEnabled()

    def press_soon(self, name: str) -> None:
        """Press once this call has returned; for what opens a dialog and waits in it."""
        QTimer.singleShot(0, lambda: self.press(name))

    def type_into(self, name: str, text: str) -> None:
        """Click into the field of this label or name and type at its end, line by line."""
        field = self.find(name, QLineEdit, QPlainTextEdit, QTextEdit)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        QApplication.processEvents()

    def type_text(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.root, text)
        QApplication.processEvents()

    def replace_in(self, name: str, text: str) -> None:
        """Select everything in a field and type over it."""
        field = self.find(name, QLineEdit, QPlainTextEdit, QTextEdit)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(field, text)
        QApplication.processEvents()

    def text_in(self, name: str) -> str:
        """Return what stands in a field."""
        field = self.find(name, QLineEdit, QPlainTextEdit, QTextEdit)
        return _words_in(field)

    def keys(self, sequence: str) -> None:
        """Press a key combination in whatever has the focus, such as "Alt+Right"."""
        # What a window manager does when a dialog closes; the offscreen screen has none.
        self.root.activateWindow()
        QApplication.processEvents()
        target = QApplication.focusWidget() or self.root
        QTest.keySequence(target, QKeySequence(sequence))
        QApplication.processEvents()

    def keys_soon(self, sequence: str) -> None:
        """Press a key combination once this call has returned; for what ends the program."""
        QTimer.singleShot(0, lambda: self.keys(sequence))

    def close(self) -> None:
        """Close the window as its cross does, once this call has returned."""
        QTimer.singleShot(0, self.root.close)

    def set_day(self, name: str, typed: str) -> None:
        """Type a date into a date field and leave it."""
        field = self.find(name, QLineEdit)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def reads(self, text: str) -> bool:
        """Whether this text can be read anywhere on the screen (a part of a label is enough).

        Nobody sees which of two words no end of a line may part.
        """
        sought = _as_seen(text)
        return any(sought in _as_seen(_words_in(widget)) for widget in self._visible())

    def screen(self) -> str:
        """Return all that can be read now, a line for each widget; for messages of tests."""
        return "\n".join(filter(None, (_words_in(widget) for widget in self._visible())))

    def names(self) -> list[str]:
        """Return every name that a screen reader could say now."""
        return [w.accessibleName() for w in self._visible() if w.accessibleName()]

    def find(self, name: str, *kinds: type[QWidget]) -> QWidget:
        """Return the one visible widget of these kinds that answers to a name."""
        seen = list(self._visible())
        labelled = [w.buddy() for w in seen if isinstance(w, QLabel) and _label(w) == name]
        found = [w for w in seen if isinstance(w, kinds) and (name in _names(w) or w in labelled)]
        if not found:
            raise AssertionError(
                f"Nothing here is called “{name}”. On the screen:\n{self.screen()}"
            )
        if len(found) > 1:
            raise AssertionError(f"{len(found)} things here are called “{name}”.")
        return found[0]

    def within(self, group: str) -> "Robot":
        """Return a robot that sees only the one group of this accessible name."""
        found = [w for w in self._visible() if w.accessibleName() == group and w.children()]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} groups here are called “{group}”.")
        return _Confined(found[0])

    def open_soon(self, what: str) -> None:
        """Open a window that waits in its own loop until somebody answers, as the system's do."""
        QTimer.singleShot(0, lambda: _open_and_wait(what, self.root))

    def is_waiting(self) -> bool:
        """Whether a menu or a dialog waits for an answer."""
        waiting = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return waiting is not None or _dragged == ["under way"]

    def choose_file(self, path: str) -> None:
        """Answer the file dialog that waits."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(path)
        QTimer.singleShot(0, dialog.accept)

    def compose_into(self, name: str, letters: str) -> None:
        """Begin to compose letters in a field, as an input method does, and leave it at that."""
        field = self.find(name, QTextEdit, QPlainTextEdit)
        field.setFocus()
        QApplication.sendEvent(field, QInputMethodEvent(letters, []))

    def put_away(self) -> None:
        """Minimise the window."""
        self.root.showMinimized()

    def is_put_away(self) -> bool:
        """Whether the window is minimised."""
        return self.root.isMinimized()

    def year(self) -> int:
        """Return which year this program believes it is."""
        return datetime.now().year

    def attempt_a_socket(self) -> str:
        """Try to open a socket of the internet in this very process."""
        import socket

        try:
            socket.socket(socket.AF_INET).close()
        except OSError:
            return "refused"
        return "opened"

    def has(self, name: str) -> bool:
        """Whether something that can be pressed bears this name."""
        return any(isinstance(w, self.pressable) and name in _names(w) for w in self._visible())

    def _visible(self) -> Iterator[QWidget]:
        seen: set[int] = set()
        for top in (self.root, *QApplication.topLevelWidgets()):
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible() and id(widget) not in seen:
                    seen.add(id(widget))
                    yield widget


class _Confined(Robot):
    """A robot that sees its root and nothing around it."""

    def _visible(self) -> Iterator[QWidget]:
        yield from (w for w in self.root.findChildren(QWidget) if w.isVisible())


_dragged: list[str] = []
"""Whether something is being dragged; no window tells."""


def _open_and_wait(what: str, parent: QWidget) -> None:
    if what == "menu":
        menu = QMenu(parent)
        menu.addAction("Priya Nair")
        menu.exec(parent.mapToGlobal(parent.rect().center()))
    elif what == "file chooser":
        chooser = QFileDialog(parent)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.exec()
    elif what == "question in a question":
        QTimer.singleShot(0, lambda: QMessageBox.question(parent, "", "And Priya?"))
        QMessageBox.question(parent, "", "Shall Priya know?")
    elif what == "print dialog":
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        QPrintDialog(printer, parent).exec()
    elif what == "drag":
        drag, words = QDrag(parent), QMimeData()
        words.setText("Priya Nair")
        drag.setMimeData(words)
        _dragged.append("under way")
        drag.exec()
        _dragged.clear()
    else:
        raise AssertionError(what)


def _as_seen(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def _label(widget: QLabel) -> str:
    return widget.text().replace("&", "")


def _names(widget: QWidget) -> set[str]:
    names = {widget.accessibleName()}
    if isinstance(widget, QAbstractButton):
        names.add(widget.text().replace("&", ""))
    return names - {""}


def _words_in(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return ""
