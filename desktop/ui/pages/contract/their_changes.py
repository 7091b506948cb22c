"""What did they change: a place for the copy that came back, and each change to take in (F8)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.corrections import Corrected
from desktop.domain.shared.passages import Passage, PassageCorrection
from desktop.services.corrections import AnyCorrection
from desktop.ui.dialogs.open_file import choose_file
from desktop.ui.look import dates
from desktop.ui.widgets.boxed_editor import BoxedEditor
from desktop.ui.widgets.buttons import MinorButton, changing
from desktop.ui.widgets.card import Card, ErrorLine
from desktop.ui.widgets.text import Body, SectionHeading, SmallMuted
from desktop.ui.widgets.wording import Run


class TheirChanges(Card):
    """Nothing is taken into the draft by itself; put away until it is asked for."""

    copy_given = Signal(str)
    pasted = Signal()
    """Something in the copy was changed that is not given yet."""
    taken_in = Signal(object)
    rearranged = Signal()
    """The changes to take in stand otherwise than before."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self._name = ""
        self._shown: tuple[AnyCorrection, ...] | None = None
        self._has_copy = False
        self._heading = SectionHeading()
        self._hint = SmallMuted(
            self.tr(
                "Paste the changed copy here, or open it. The draft stays as it is until you"
                " take a line in; what you take in is marked as theirs."
            )
        )
        self._copy = BoxedEditor(
            self.tr("The copy that came back"),
            placeholder=self.tr("Their text, with its headings and its list"),
        )
        self._refusal = ErrorLine()
        self._look = MinorButton(self.tr("See what is other"))
        self._open = MinorButton(self.tr("Open a file…"))
        self._none = SmallMuted(self.tr("Nothing in it is other than the draft."))
        self._rows = QVBoxLayout()
        for part in (self._heading, self._hint, self._copy, self._refusal):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._look)
        row.addWidget(self._open)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self._look.clicked.connect(self._give)
        self._open.clicked.connect(self._open_file)
        self._copy.textChanged.connect(self.pasted)
        self._refusal.hide()
        self.hide()

    def tell(self, name: str, copy: str, waiting: tuple[AnyCorrection, ...]) -> None:
        """Show what waits; a copy that is being pasted stays as it is."""
        self._name = name
        self._heading.setText(self.tr("What did {name} change?").format(name=name))
        if copy and not self._copy.hasFocus() and not self._copy.text().strip():
            self._copy.set_text(copy)
        self._none.setVisible(bool(copy) and not waiting)
        if bool(copy) != self._has_copy:
            self._has_copy = bool(copy)
            self._fold(folded=self._has_copy)
        if waiting != self._shown:
            self._shown = waiting
            self._lay(waiting)

    def begin(self) -> None:
        """Show it, with the keyboard where the copy goes; a copy that is kept has no such place."""
        self.show()
        if not self._has_copy:
            self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return the copy as far as it was pasted or typed."""
        return self._copy.text().strip()

    def take_up(self, words: str) -> None:
        """Show again what was pasted and not given yet."""
        self._copy.flush()
        self._copy.set_text(words)
        self._fold(folded=False)
        self.show()

    def forget(self) -> None:
        """Begin anew, for another conversation."""
        self._copy.flush()
        self._copy.set_text("")
        self._refusal.hide()
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Say what is missing."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def _lay(self, waiting: tuple[AnyCorrection, ...]) -> None:
        goes_on = self._hold_keyboard()
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for correction in waiting:
            row = _Waiting(correction, self._name)
            row.taken_in.connect(self.taken_in)
            self._rows.addWidget(row)
            row.show()  # else the layout shows it later
        self.rearranged.emit()
        first = self._rows.itemAt(0)
        next_one = first.widget() if first is not None else None
        if goes_on and next_one is not None:
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_keyboard(self) -> bool:
        """Keep the keyboard here while rows go, not in a line that is about to be told anew.

        Return whether it stood in one of the rows.
        """
        places = (self._rows.itemAt(at) for at in range(self._rows.count()))
        rows = [row for item in places if item is not None and (row := item.widget()) is not None]
        held = QApplication.focusWidget()
        stood = held is not None and any(row.isAncestorOf(held) for row in rows)
        if stood:
            self._look.setFocus(Qt.FocusReason.OtherFocusReason)
        return stood

    def _fold(self, *, folded: bool) -> None:
        """Put the long copy away once it is kept; the changes in it are what matters."""
        if folded and self._copy.hasFocus():
            self._look.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._copy, self._hint, self._open):
            part.setHidden(folded)
        another, see = self.tr("Read the copy again"), self.tr("See what is other")
        self._look.setText(another if folded else see)

    def _open_file(self) -> None:
        kind = self.tr("OpenDocument or text (*.odt *.txt)")
        file = choose_file(self, kind)
        if file is None:
            return
        from desktop.export.returned_file import MOST, text_of

        try:
            with file.open("rb") as opened:
                words = text_of(opened.read(MOST + 1))
        except Refusal as refusal:
            self.refuse(refusal.sentence)
        except OSError:
            words = self.tr("“{name}” could not be read. Is it still there, and yours to open?")
            self.refuse(words.format(name=file.name))
        else:
            self.take_up(words)
            self.refuse("")
            self.pasted.emit()

    def _give(self) -> None:
        if self._copy.isHidden():
            self._fold(folded=False)
            return
        self._has_copy = False  # the next word of the page folds it again
        self.copy_given.emit(self._copy.text())


class _Waiting(QWidget):
    """One change in their words, and the way to take it in."""

    taken_in = Signal(object)

    def __init__(self, correction: AnyCorrection, name: str) -> None:
        super().__init__()
        self._correction = correction
        lead = {
            Corrected.NEW: self.tr("New"),
            Corrected.REWORDED: self.tr("Reworded"),
            Corrected.LEFT_OUT: self.tr("Left out"),
        }[correction.kind]
        what, where = self._said(correction, name)
        words = Body()
        words.set_runs(Run(f"{lead}  ", "label_strong"), Run(f"{what} ({where})"))
        take = MinorButton(self.tr("Take it in"))
        changing(take)
        take.setAccessibleName(self.tr("Take in: {what}").format(what=what))
        take.clicked.connect(self._take)
        self.setFocusProxy(take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(words, 1)
        row.addWidget(take)

    def _said(self, correction: AnyCorrection, name: str) -> tuple[str, str]:
        """Return what they wrote, and where it stands on the page."""
        if isinstance(correction, PassageCorrection):
            return self._passage(correction)
        line = correction.line
        who = self.tr("you") if line.owner is Owner.MANAGER else name
        due = dates.short_day(line.due) if line.due else self.tr("no date yet")
        return line.what, f"{who}, {due}"

    def _passage(self, change: PassageCorrection) -> tuple[str, str]:
        match change.passage:
            case Passage.SUMMARY:
                return change.text, self.tr("what we talked about")
            case Passage.REVIEW:
                month = dates.month_year(change.day) if change.day else self.tr("no month")
                return change.text or self.tr("Nothing in particular"), self.tr(
                    "what we review, {month}"
                ).format(month=month)
            case Passage.QUESTION:
                return change.text or self.tr("No open question"), self.tr("the open question")
            case Passage.FOLLOWING:
                day = dates.short_day(change.day) if change.day else ""
                return day, self.tr("the next conversation")

    def _take(self) -> None:
        self.taken_in.emit(self._correction)
