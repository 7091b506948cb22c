"""The debrief as a panel: six small fields and one choice, for the manager alone (product D9)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.private.debrief import Debrief, Talking
from desktop.domain.private.words import PrivateText
from desktop.services import clock
from desktop.services.private import debriefs
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.future_here import FutureRow
from desktop.ui.private.last_time_line import LastTimeLine
from desktop.ui.widgets.card import Hairline, PrivatePanel
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.editors import PlainEditor
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import StrongBody

_ROOM = 240
"""Pixels at 100 % text that each of two fields needs to stand beside the other."""


class _SmallEditor(PlainEditor):
    """As high as the panel allows, and in a small window still four lines."""

    least_lines = 4

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ensureCursorVisible()


class DebriefPanel(PrivatePanel):
    """Shows and keeps one debrief; every pause in typing is saved."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_conversation``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("For you alone, never leaves this vault"))
        self._desk = desk
        self._conversation: ConversationId | None = None
        self._is_unsaved = False
        self._last_time = LastTimeLine()
        self._future = FutureRow(desk)
        self._editors = {
            "saw": self._field(
                self.tr("What I saw"), self.tr("Words and faces, as a camera would have it")
            ),
            "made_of_it": self._field(
                self.tr("What I make of it"), self.tr("My reading. It may be wrong")
            ),
            "surfaced": self._field(
                self.tr("What surfaced underneath the first answer"),
                self.tr("What came once it had been quiet for a while"),
            ),
            "promised": self._field(
                self.tr("What I promised without noticing"),
                self.tr("“I’ll see what I can do” was heard as a yes"),
            ),
            "avoided": self._field(
                self.tr("What I avoided"),
                self.tr("The question I did not ask, or asked too softly"),
            ),
            "to_try": self._field(
                self.tr("What to try next time"), self.tr("One thing, small enough to do")
            ),
        }
        self._talking = {
            Talking.LESS: Chip(self.tr("I spoke less")),
            Talking.HALF: Chip(self.tr("About half")),
            Talking.MORE: Chip(self.tr("I spoke more")),
        }
        self._choices = QButtonGroup(self)
        # A choice can be taken back by pressing it again.
        self._choices.setExclusive(False)
        self._build()
        self._connect()

    def as_widget(self) -> QWidget:
        """Return the panel itself, to be laid out on a page."""
        return self

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the debrief of a conversation; flush first."""
        self._conversation = conversation
        self._is_unsaved = False
        found = self._desk.ask(debriefs.of_conversation, conversation)
        for part, editor in self._editors.items():
            words: PrivateText = getattr(found, part)
            if words.reveal() != editor.text():
                editor.set_text(words.reveal())
                if editor.hasFocus():
                    editor.moveCursor(QTextCursor.MoveOperation.End)
        self._choose(found.talking)
        self._future.show_conversation(conversation)
        self._last_time.say(self._last_time_words(conversation))

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self._editors["saw"].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        if self._is_unsaved or any(editor.is_pending() for editor in self._editors.values()):
            for editor in self._editors.values():
                editor.flush()
            if self._is_unsaved:
                self._keep()
        return not self._is_unsaved

    def unsaved(self) -> tuple[Debrief, ...]:
        """Return the debrief on the screen if it could not be saved; for the sealed draft."""
        written = self._written()
        return (written,) if self._is_unsaved and written is not None else ()

    def _field(self, name: str, prompt: str) -> PlainEditor:
        return _SmallEditor(name, placeholder=prompt, role="body")

    def _build(self) -> None:
        self.body.setSpacing(2 * spacing.GRID)
        self.body.addWidget(self._last_time)
        # Seen and made of it stand beside each other so that neither is taken for the other.
        parts = [_column(editor) for editor in self._editors.values()]
        for left, right in zip(parts[::2], parts[1::2], strict=True):
            self.body.addWidget(_Pair(left, right), 1)
            self.body.addWidget(Hairline())
        self.body.addWidget(self._who_talked())
        self.body.addWidget(self._future)

    def _who_talked(self) -> QWidget:
        choices = QWidget()
        choices.setAccessibleName(self.tr("Share of talking"))
        row = FlowLayout(choices)
        row.addWidget(_Lead(self.tr("Share of talking")))
        for chip in self._talking.values():
            row.addWidget(chip)
            self._choices.addButton(chip)
        return choices

    def _connect(self) -> None:
        for editor in self._editors.values():
            editor.edited.connect(self._keep)
        self._choices.buttonClicked.connect(self._turn_talking)

    def _turn_talking(self, pressed: QAbstractButton) -> None:
        chosen = (share for share, chip in self._talking.items() if chip is pressed)
        self._choose(next(chosen) if pressed.isChecked() else None)
        self._keep()

    def _choose(self, talking: Talking | None) -> None:
        for share, chip in self._talking.items():
            chip.setChecked(share is talking)

    def _written(self) -> Debrief | None:
        if self._conversation is None:
            return None
        words = {part: PrivateText(editor.text()) for part, editor in self._editors.items()}
        chosen = (share for share, chip in self._talking.items() if chip.isChecked())
        return Debrief(self._conversation, **words, talking=next(chosen, None))

    def _keep(self) -> None:
        written = self._written()
        if written is not None:
            self._is_unsaved = not self._desk.do(debriefs.write, written).done

    def _last_time_words(self, conversation: ConversationId) -> str:
        earlier = self._desk.ask(debriefs.to_try_from_last_time, conversation)
        if earlier is None:
            return ""
        words = " ".join(earlier.words.reveal().split())
        when = dates.spoken_day(earlier.on, self._desk.ask(clock.today))
        return self.tr("Last time ({when}) you wanted to try: {words}").format(
            when=when, words=words
        )


class _Lead(StrongBody):
    """A name before its choices, on their line."""

    wraps = False


class _Pair(QWidget):
    """Two fields with a line between them; one below the other where there is no room."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._parts = (left, right)
        self._between = Hairline(upright=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * spacing.GRID)
        self._box.addWidget(left, 1)
        self._box.addWidget(self._between)
        self._box.addWidget(right, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the two need below each other: the width may be that of one."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= 2 * look.current().scaled(_ROOM)
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(sideways if has_room else down)
        self._between.setVisible(has_room)


def _column(editor: PlainEditor) -> QWidget:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    rows.addWidget(StrongBody(editor.accessibleName()))
    rows.addWidget(editor, 1)
    return column
