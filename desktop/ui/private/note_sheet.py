"""One private note: read as it was meant, written as it comes, kept within a second."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import NoteId, PersonId
from desktop.domain.private.notes import Note
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import clock, people
from desktop.services.private import bin as rubbish
from desktop.services.private import notes
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.widgets.autosave import Autosave
from desktop.ui.widgets.beside import NoteSheetBeside
from desktop.ui.widgets.boxed_editor import BoxedEditor
from desktop.ui.widgets.buttons import LinkButton, SmallButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.marked_text import MarkedText
from desktop.ui.widgets.text import SmallMuted, SmallStrong


class NoteSheet(NoteSheetBeside):
    """A note that was kept is read first, and written on when asked for; a new one is written."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_note``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._who: PersonId | None = None
        self._which: NoteId | None = None
        self._gone: NoteId | None = None
        self._saved = self._saved_tags = ""
        self._is_unsaved = False
        self._about = SmallStrong()
        self._on = DateField(self.tr("Day"), desk.ask(clock.today), past=True)
        self._pinned = Tick(self.tr("Pinned"), steps_back=False)
        self._read = MarkedText()
        self._editor = BoxedEditor(
            self.tr("Note"),
            placeholder=self.tr("Free words. # begins a heading, - a point, **bold** is bold."),
        )
        self._tags = LineField(self.tr("Tags"), placeholder=self.tr("growth, on-call"))
        self._tagging = Autosave(self)
        self._refusal = ErrorLine()
        self._edit = SmallButton(self.tr("Edit"))
        self._done = SmallButton(self.tr("Done"))
        self._delete = LinkButton(self.tr("Delete"))
        self._undo = LinkButton(self.tr("Bring it back"))
        changing(self._edit, self._delete, self._undo)
        self._deleted = SmallMuted(self.tr("Deleted. It stays in the bin for 30 days."))
        self._build()
        self._connect()
        self.hide()

    def begin(self, who: PersonId) -> None:
        """Write a new note about somebody; flush first."""
        self._open(who, None)
        self._write()
        self.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_note(self, which: str, who: PersonId) -> None:
        """Read a note; none shows nothing. Flush first."""
        found = self._desk.ask(notes.note, NoteId(which)) if which else None
        self._open(found.person if found else who, found)
        self.setVisible(found is not None)
        self._show_reading(True)

    def shown(self) -> str:
        """Return which note is shown; nothing for one that has no words yet."""
        return self._which or ""

    def refresh(self) -> None:
        """Read again all but what is being written."""
        found = self._desk.ask(notes.note, self._which) if self._which else None
        if found is None:
            if self._which is not None and self._gone is None:
                self.hide()
            return
        self._pinned.setChecked(found.pinned)
        if not self._on.hasFocus() and self._on.is_readable():
            self._on.set_day(found.on)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._editor.flush()
        self._tagging.flush()
        if self._is_unsaved:
            self._keep()
        self._on.flush()
        return not self._is_unsaved

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the words that could not be saved; for the sealed draft."""
        if self._who is None or not self._is_unsaved:
            return ()
        words = PrivateText(self._editor.text())
        return (UnsavedNote(PrivatePlace.NOTE, (self._who, self._which or ""), words),)

    def _build(self) -> None:
        self.set_label(self.tr("This note, private"))
        self.body.setSpacing(spacing.GRID)
        top = QWidget()
        row = FlowLayout(top, gap=14)
        row.addWidget(self._on)
        row.addWidget(self._pinned)
        ways = QWidget()
        flow = FlowLayout(ways, gap=10)
        for button in (self._edit, self._done, self._delete, self._deleted, self._undo):
            flow.addWidget(button)
        self._tag_field = Field(self.tr("Tags, between commas"), self._tags)
        parts = (self._about, top, self._refusal, self._read, self._editor, self._tag_field, ways)
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._top = top

    def _connect(self) -> None:
        self._editor.edited.connect(self._keep)
        self._tags.textEdited.connect(self._tagging.touch)
        self._tags.editingFinished.connect(self._tagging.flush)
        self._tagging.due.connect(self._keep_tags)
        self._on.day_changed.connect(self._date)
        self._on.refused.connect(self._refuse)
        self._pinned.clicked.connect(self._pin)
        self._edit.clicked.connect(self._edit_it)
        self._done.clicked.connect(self._read_it)
        self._delete.clicked.connect(self._put_away)
        self._undo.clicked.connect(self._bring_back)

    def _open(self, who: PersonId, found: Note | None) -> None:
        self._who, self._which = who, found.id if found else None
        self._gone = None
        self._is_unsaved = False
        self._saved = found.words.reveal() if found else ""
        self._saved_tags = ", ".join(tag.reveal() for tag in found.tags) if found else ""
        self._editor.set_text(self._saved)
        self._tags.setText(self._saved_tags)
        self._on.set_day(found.on if found else self._desk.ask(clock.today))
        self._pinned.setChecked(found is not None and found.pinned)
        self._about.setText(self._desk.ask(people.person, who).name)
        self._refuse("")

    def _write(self) -> None:
        self._show_reading(False)

    def _show_reading(self, reading: bool) -> None:
        gone = self._gone is not None
        self._read.tell(self._editor.text() if reading else "")
        self._read.setVisible(reading)
        self._editor.setVisible(not reading)
        self._edit.setVisible(reading and not gone)
        self._done.setVisible(not reading and not gone)
        for part in (self._top, self._tag_field):
            part.setVisible(not gone and self._which is not None)
        self._delete.setVisible(not gone and self._which is not None)
        for part in (self._deleted, self._undo):
            part.setVisible(gone)

    def _keep(self) -> None:
        words = self._editor.text()
        if self._who is None or (words == self._saved and not self._is_unsaved):
            return
        if self._which is None:
            answer = self._desk.do(notes.write, self._who, PrivateText(words))
        else:
            answer = self._desk.do(notes.reword, self._which, PrivateText(words))
        self._is_unsaved = not answer.done and answer.refusal is None
        if answer.done:
            is_new, self._which, self._saved = self._which is None, answer.value, words
            if is_new:
                self._show_reading(False)
                self.noted.emit(answer.value)

    def _keep_tags(self) -> None:
        typed = self._tags.text()
        if self._which is None or typed == self._saved_tags:
            return
        if self._desk.do(notes.tag, self._which, PrivateText(typed)).done:
            self._saved_tags = typed

    def _date(self, on: date | None) -> None:
        self._refuse("")
        if self._which is not None and on is not None:
            self._desk.do(notes.date_it, self._which, on)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def _pin(self, pinned: bool) -> None:
        if self._which is not None:
            self._desk.do(notes.pin, self._which, pinned=pinned)

    def _edit_it(self) -> None:
        self._write()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_it(self) -> None:
        if self.flush() and self._which is not None:
            self._show_reading(True)
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self._which is not None and self.flush():
            self._gone = self._which
            if not self._desk.do(rubbish.delete_note, self._which).done:
                self._gone = None
            self._show_reading(True)
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        if self._gone is not None and self._desk.do(rubbish.bring_back, self._gone).done:
            self._gone = None
            self._show_reading(True)
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
