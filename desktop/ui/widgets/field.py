"""A labelled field: its name above, what was wrong with it beneath."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.text import SmallMuted, SmallStrong

_KEEP = QSizePolicy.Policy.Preferred
_EMPTY_LINE = "\N{NO-BREAK SPACE}"


class Field(QWidget):
    """Names an editor and says beside it when what it holds is refused."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        keeps_room: bool = False,
    ) -> None:
        """Put ``label`` above ``editor``; ``hint`` is a quiet line beneath.

        A field that ``keeps_room`` for a refusal does not push what stands below when it has one.
        """
        super().__init__(parent)
        self.editor = editor
        self._label = SmallStrong(label)
        self._label.setBuddy(editor)
        self._hint = SmallMuted(hint or (_EMPTY_LINE if keeps_room else ""))
        self._refusal = ErrorLine()
        self._build()
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)
        self.accept()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, self.editor, self._refusal, self._hint):
            column.addWidget(part)
        # A field beside one that is refused stays where it is. To align the layout would do it
        # too, but then rows that wrap get the height of one.
        column.addSpacerItem(QSpacerItem(0, 0, _KEEP, _KEEP))
        column.setStretch(column.count() - 1, 1)

    def set_label(self, label: str) -> None:
        """Name the field anew, on the screen and to a screen reader."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def refuse(self, sentence: str) -> None:
        """Say why the content is refused, on the screen and to a screen reader."""
        self._refusal.setText(sentence)
        self._refusal.show()
        self._hint.hide()
        self._mark(refused=True, description=sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.editor, sentence))

    def accept(self) -> None:
        """Take the refusal back."""
        self._refusal.hide()
        self._hint.setVisible(bool(self._hint.text()))
        self._mark(refused=False, description=self._hint.text().strip())

    def refusal(self) -> str:
        """Return the sentence shown beneath, or nothing."""
        return self._refusal.text() if self._refusal.isVisibleTo(self) else ""

    def _mark(self, *, refused: bool, description: str) -> None:
        self.editor.setAccessibleDescription(description)
        self.editor.setProperty("refused", refused)
        # A property selector is looked at again only when the widget is polished again.
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
