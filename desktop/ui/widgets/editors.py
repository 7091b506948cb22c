"""Where people write: notes, paragraphs, single lines, passphrases."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QTextEdit, QWidget

from desktop.ui import look
from desktop.ui.widgets.autosave import Autosave
from desktop.ui.widgets.buttons import QuietButton

_SECRET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlainEditor(QTextEdit):
    """A place for notes that lies on its panel without a frame; text goes in and out plain.

    ``edited`` follows every change within 0.7 s even while the typing goes on; ``flush`` sends it
    at once. A QTextEdit rather than a QPlainTextEdit, because only this one keeps a line pitch.
    """

    edited = Signal()
    least_lines = 3

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        role: str = "notes",
        placeholder: str = "",
    ) -> None:
        """``name`` is what a screen reader says; ``role`` is "notes", "body" or "serif"."""
        super().__init__(parent)
        self._role = role
        self._autosave = Autosave(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._be_plain()
        self._connect()
        self.set_text("")

    def _be_plain(self) -> None:
        self.setProperty("role", self._role)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self._autosave.due.connect(self.edited)
        self.textChanged.connect(self._autosave.touch)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text without announcing it; nothing can be undone past this point.

        Raises RuntimeError while a change is pending: it would be saved in the wrong place or
        lost, so whoever changes the text flushes first.
        """
        if self._autosave.is_pending():
            raise RuntimeError("flush the editor before showing another text")
        with QSignalBlocker(self):
            self.setPlainText(text)
            self._dress()

    def reword(self, text: str) -> None:
        """Put other words in the place of all that is written, as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def clear(self) -> None:
        """Empty the editor and its undo history."""
        self._autosave.flush()
        self.set_text("")

    def is_pending(self) -> bool:
        """Return whether something typed has not been announced yet."""
        return self._autosave.is_pending()

    def flush(self) -> None:
        """Announce what is pending now."""
        self._autosave.flush()

    def cursor_position(self) -> int:
        """Return where the cursor stands, counted as Qt counts."""
        return self.textCursor().position()

    def set_cursor_position(self, position: int) -> None:
        """Put the cursor where it stood; past the end means at the end."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the page: it is never a line break."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped as plain words, at the pitch of the line they join."""
        if source.hasText():
            self.insertPlainText(source.text())
            self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Announce what is pending when the writer turns to something else."""
        super().focusOutEvent(event)
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            with QSignalBlocker(self):
                self._dress()

    def _dress(self) -> None:
        self.setFont(look.current().font(self._role))
        # The placeholder is drawn in the viewport's font, which does not follow a new text size.
        self.viewport().setFont(look.current().font(self._role))
        self.setMinimumHeight(ceil(look.current().pitch(self._role) * self.least_lines))
        self._set_pitch()

    def _set_pitch(self) -> None:
        # New blocks take over the pitch of the one they split from, pasted ones too, so it is
        # set once per text. It must not become something to undo.
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(_pitch_of(self._role))
        self.document().setUndoRedoEnabled(True)


def _pitch_of(role: str) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(
        look.current().pitch(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    return made


class GrowingEditor(PlainEditor):
    """An editor as high as its text, from one line on: a paragraph, a commitment."""

    least_lines = 1

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        role: str = "serif",
        placeholder: str = "",
    ) -> None:
        """See PlainEditor; the role is "serif" for what will be read on paper."""
        super().__init__(name, parent, role=role, placeholder=placeholder)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().size())

    def _fit(self, size: QSizeF) -> None:
        one_line = look.current().pitch(self._role)
        self.setFixedHeight(ceil(max(size.height(), one_line)))

    def _dress(self) -> None:
        super()._dress()
        self._fit(self.document().size())


class LineField(QLineEdit):
    """A single line to fill in, framed; one that ``looks_only`` searches and saves nothing."""

    looks_only = False

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        """``name`` is what a screen reader says; a Field around it sets it anew."""
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(look.current().font("body"))


class PassphraseField(LineField):
    """A line whose characters are hidden until the person asks to see them."""

    looks_only = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says, "Passphrase" for instance."""
        self._toggle = QuietButton("")
        super().__init__(name, parent)
        self.setInputMethodHints(_SECRET)
        self.setDragEnabled(False)
        self._toggle.setCheckable(True)
        self._toggle.setCursor(Qt.CursorShape.ArrowCursor)
        self._toggle.toggled.connect(self._show)
        self._show(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch()
        row.addWidget(self._toggle)

    def clear(self) -> None:
        """Empty the field, its undo history included, and hide what comes next."""
        self.setText("")
        self._toggle.setChecked(False)

    def _show(self, shown: bool) -> None:
        self._toggle.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._toggle.setAccessibleName(
            self.tr("Hide passphrase") if shown else self.tr("Show passphrase")
        )
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._dress()

    def _dress(self) -> None:
        font = look.current().font("body")
        # Dots stand apart, so that they can be counted; words that are shown must say that they
        # do not, or they keep the distance of the dots.
        apart = 0 if self._toggle.isChecked() else look.current().scaled(5)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, apart)
        self.setFont(font)
        self.setTextMargins(0, 0, self._toggle.sizeHint().width() + 4, 0)
