"""What stands behind a mark of the arc: the words themselves, and the way to where they stand."""

from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId
from desktop.domain.private.arc import ArcKind, ArcMark, Passage, Told
from desktop.services.private import answers
from desktop.services.question_bank import bank
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.arc_words import kind_said, on_one_line, told_said
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.text import SectionHeading, SerifBody, SmallMuted


class PassagesRead(QWidget):
    """One day of the arc in full."""

    conversation_asked = Signal(str)
    goals_asked = Signal()
    between_asked = Signal()

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``tell``."""
        super().__init__()
        self._desk = desk
        self._conversation = ConversationId("")
        self._heading = SectionHeading()
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._nothing = SmallMuted(self.tr("Nothing was kept of energy in this conversation."))
        self._talk = EdgeLink(self.tr("Open this conversation"))
        self._goals = EdgeLink(self.tr("Open the goals"))
        self._between = EdgeLink(self.tr("Open what you kept between conversations"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.GRID, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._nothing)
        column.addLayout(self._words)
        for way in (self._talk, self._goals, self._between):
            column.addWidget(way)
        self._talk.clicked.connect(self._ask_for_talk)
        self._goals.clicked.connect(self.goals_asked)
        self._between.clicked.connect(self.between_asked)
        self.hide()

    def tell(self, mark: ArcMark | None) -> None:
        """Show what stands behind a mark, or nothing."""
        self.setVisible(mark is not None)
        self._clear()
        if mark is None:
            return
        self._heading.setText(f"{kind_said(mark)} · {dates.full_day(mark.on)}")
        told = [p for p in mark.passages if p.told is not Told.CONTRACT]
        for passage, following in zip_longest(told, told[1:]):
            is_last_of_its_note = following is None or _note(following) != _note(passage)
            self._show(passage, with_note=is_last_of_its_note)
        self._nothing.setVisible(mark.kind is ArcKind.TALK and not told)
        talks = [p.conversation for p in mark.passages if p.conversation is not None]
        self._conversation = next(iter((*talks, *mark.conversations)), ConversationId(""))
        self._talk.setVisible(bool(self._conversation))
        self._goals.setVisible(mark.kind is ArcKind.GOAL)
        self._between.setVisible(bool(mark.words(Told.SEEN)))

    def _show(self, passage: Passage, *, with_note: bool) -> None:
        self._words.addWidget(SmallMuted(self._lead(passage)))
        self._words.addWidget(SerifBody(on_one_line(passage.words)))
        around = self._around(passage) if with_note else ""
        if around:
            note = SmallMuted(self.tr("From the note: {words}").format(words=around))
            self._words.addWidget(note)
        if passage.because is not None:
            words = self.tr("Because: {why}").format(why=on_one_line(passage.because))
            self._words.addWidget(SmallMuted(words))

    def _lead(self, passage: Passage) -> str:
        known = self._desk.ask(bank)
        which = passage.question
        asked = known[which].short if which is not None and which in known else ""
        return " · ".join(filter(None, (told_said(passage.told), asked)))

    def _around(self, passage: Passage) -> str:
        """Return the whole note, where the line that was kept is only a part of it."""
        if passage.conversation is None or passage.question is None:
            return ""
        note = self._desk.ask(answers.note_to, passage.conversation, passage.question)
        whole = on_one_line(note.whole)
        return "" if whole == on_one_line(passage.words) else whole

    def _ask_for_talk(self) -> None:
        self.conversation_asked.emit(self._conversation)

    def _clear(self) -> None:
        while (item := self._words.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()


def _note(passage: Passage) -> tuple[object, object]:
    """Return which note a passage was kept of: several of one note show it once, after the last."""
    return passage.conversation, passage.question
