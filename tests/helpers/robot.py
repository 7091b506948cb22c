"""A robot that presses what a person presses: by text, label or accessible name, nothing else."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


class Robot:
    """Finds visible things under a root widget; fails unless exactly one answers to a name."""

    def __init__(self, root: QWidget) -> None:
        self.root = root

    def press(self, name: str) -> None:
        """Press the button, row or box that bears this text or accessible name."""
        target = self.find(name, *_PRESSABLE)
        if not target.isEnabled():
            raise AssertionError(f"“{name}” is there but cannot be pressed now.")
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
        QApplication.processEvents()

    def type_into(self, name: str, text: str) -> None:
        """Click into the field of this label or accessible name and type at its end."""
        field = self.find(name, QLineEdit, QPlainTextEdit, QTextEdit)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClicks(field, text)
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
        target = QApplication.focusWidget() or self.root
        QTest.keySequence(target, QKeySequence(sequence))
        QApplication.processEvents()

    def reads(self, text: str) -> bool:
        """Whether this text can be read anywhere on the screen (a part of a label is enough)."""
        return any(text in _words_in(widget) for widget in self._visible())

    def screen(self) -> str:
        """Return all that can be read now, a line for each widget; for messages of tests."""
        return "\n".join(filter(None, (_words_in(widget) for widget in self._visible())))

    def find(self, name: str, *kinds: type[QWidget]) -> QWidget:
        """Return the one visible widget of these kinds that answers to a name."""
        found = [w for w in self._visible() if isinstance(w, kinds) and name in _names(w)]
        if not found:
            raise AssertionError(
                f"Nothing here is called “{name}”. On the screen:\n{self.screen()}"
            )
        if len(found) > 1:
            raise AssertionError(f"{len(found)} things here are called “{name}”.")
        return found[0]

    def has(self, name: str) -> bool:
        """Whether something that can be pressed bears this name."""
        return any(isinstance(w, _PRESSABLE) and name in _names(w) for w in self._visible())

    def _visible(self) -> Iterator[QWidget]:
        for top in {self.root, *QApplication.topLevelWidgets()}:
            if top.isVisible():
                yield from (w for w in (top, *top.findChildren(QWidget)) if w.isVisible())


_PRESSABLE: tuple[type[QWidget], ...] = (QAbstractButton,)


def shortcuts_of(widget: QWidget) -> list[str]:
    """Return the key combinations that a widget listens to."""
    return [s.key().toString() for s in widget.findChildren(QShortcut)]


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
