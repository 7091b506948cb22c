"""Deleting a single conversation or something noticed: into the bin, and back with one press."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import ConversationId, PersonId, SignalId
from desktop.domain.private.bin import Thing
from desktop.services import clock, conversations
from desktop.services.packs import pack
from desktop.services.private import bin as rubbish
from desktop.services.private import signals
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.widgets.buttons import EdgeLink, SmallButton, changing
from desktop.ui.widgets.card import Card, Hairline, NoticePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Body
from desktop.ui.wizard.signal_names import signal_name

_AT_FIRST = 4


@dataclass(frozen=True, slots=True)
class _Single:
    """One thing that can go by itself, in words ready to be read."""

    thing: Thing
    key: str
    words: str


class _Row(QWidget):
    """One of them, and the way into the bin."""

    delete_asked = Signal(str)

    def __init__(self, single: _Single) -> None:
        super().__init__()
        self._key = single.key
        button = SmallButton(self.tr("Put into the bin"))
        changing(button)
        button.setAccessibleName(self.tr("Put into the bin: {what}").format(what=single.words))
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(3)
        for part in (Hairline(), Body(single.words), line):
            column.addWidget(part)
        button.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.delete_asked.emit(self._key)


class DeleteOneCard(Card):
    """Lists what is here of somebody, the latest first; the rest of them stays."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half, whose words go as well."""
        super().__init__(self.tr("Delete a single conversation, or something noticed"))
        self._desk = desk
        self._who: PersonId | None = None
        self._is_whole = False
        self._gone = ""
        self._outcome = NoticePanel(action=self.tr("Bring it back"))
        self._words = Body()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._more = EdgeLink("")
        for part in (self._outcome, self._words, self._list, self._more):
            self.body.addWidget(part)
        self._outcome.action.clicked.connect(self._bring_back)
        self._more.clicked.connect(self._turn)

    def show_person(self, who: PersonId) -> None:
        """List what is here of somebody."""
        self._who, self._is_whole = who, False
        self._outcome.hide()
        self._read()

    def as_widget(self) -> QWidget:
        """Return the card, to be laid out."""
        return self

    def _read(self) -> None:
        found = self._singles()
        self._words.setText(
            self.tr(
                "With its notes, its contract and what left of it. It lies in the bin for 30 days."
            )
            if found
            else self.tr("There is nothing yet that could go by itself.")
        )
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for single in found if self._is_whole else found[:_AT_FIRST]:
            made = _Row(single)
            made.delete_asked.connect(self._delete)
            self._rows.addWidget(made)
        self._more.setVisible(len(found) > _AT_FIRST)
        all_of_them = self.tr("Show all {count}").format(count=len(found))
        self._more.setText(self.tr("Show less") if self._is_whole else all_of_them)

    def _singles(self) -> tuple[_Single, ...]:
        if self._who is None:
            return ()
        today = self._desk.ask(clock.today)
        found: list[tuple[datetime, Thing, str, str]] = [
            (talk.begun, Thing.CONVERSATION, talk.id, self._talk(talk.kind))
            for talk in self._desk.ask(conversations.of_person, self._who)
        ]
        found += [
            (each.signal.noted, Thing.SIGNAL, each.signal.id, signal_name(each.signal.kind))
            for each in self._desk.ask(signals.of_person, self._who)
        ]
        return tuple(
            _Single(thing, key, f"{words} · {dates.spoken_day(moment.date(), today)}")
            for moment, thing, key, words in sorted(found, reverse=True)
        )

    def _talk(self, kind: Kind) -> str:
        return self.tr("Conversation: {kind}").format(kind=pack(kind).name)

    def _delete(self, key: str) -> None:
        single = next(each for each in self._singles() if each.key == key)
        if single.thing is Thing.CONVERSATION:
            answer = self._desk.do(rubbish.delete_conversation, ConversationId(key))
        else:
            answer = self._desk.do(rubbish.delete_signal, SignalId(key))
        if answer.done:
            self._gone = key
            self._outcome.say(
                "",
                self.tr("In the bin for 30 days: {what}.").format(what=single.words),
                self.tr("Bring it back"),
            )
            self._outcome.show()
            self._outcome.action.setFocus()
            self._read()

    def _bring_back(self) -> None:
        answer = self._desk.do(rubbish.bring_back, self._gone)
        if answer.refusal is not None:
            self._outcome.say("", answer.refusal.sentence)
            return
        self._outcome.hide()
        self._read()

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._read()
