"""Writing down what was noticed: about whom, which kind, and a line in one's own words."""

from PySide6.QtCore import Qt

from desktop.domain.ids import PersonId, SignalId
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.domain.signals import SignalKind
from desktop.services import people
from desktop.services.private import signals
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.widgets.autosave import Autosave
from desktop.ui.widgets.beside import NoticeSheetBeside
from desktop.ui.widgets.chip_group import ChipGroup
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallMuted
from desktop.ui.wizard.signal_names import first_step, signal_name

_TRIGGERS = tuple(kind for kind in SignalKind if not kind.is_about_goals)
_SIGNS = tuple(kind for kind in SignalKind if kind.is_about_goals)


class NoticeSheet(NoticeSheetBeside):
    """The signal is noted with the second chip; the line after it is kept as it is typed."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is chosen before ``show_anew``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._which: SignalId | None = None
        self._is_unsaved = self._alone = False
        self._people = ChipGroup(self.tr("About"))
        self._triggers = ChipGroup(self.tr("A conversation is due"))
        self._signs = ChipGroup(self.tr("Their goals may have changed"))
        self._line = LineField("")
        self._field = Field(self.tr("In your own words, if you like"), self._line)
        self._first = SmallMuted()
        self._take_back = SmallLink(self.tr("Take it back"))
        self._autosave = Autosave(self)
        self.set_label(self.tr("Private, never leaves this vault"))
        self._build()
        self._connect()

    def show_anew(self, who: PersonId | None, *, alone: bool = False) -> None:
        """Begin a new one, about somebody if that is known already.

        ``alone`` names nobody else: in a talk they may look on.
        """
        self._which = None
        self._alone = alone
        everybody = self._desk.ask(people.everybody)
        named = [p for p in everybody if p.id == who] if alone else everybody
        self._people.show_choices([(p.id, p.name) for p in named])
        self._people.choose(who)
        self._choose_kind(None)
        self._line.clear()
        self._settle()

    def show_signal(self, which: str) -> None:
        """Open one that was noted before."""
        found = self._desk.ask(signals.signal, SignalId(which))
        if found is not None:
            self.show_anew(found.person)
            self._which = found.id
            self._choose_kind(found.kind)
            self._line.setText(found.words.reveal())
            self._settle()
            self._line.setFocus()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        self._autosave.flush()
        if self._is_unsaved:
            self._keep_words()
        return not self._is_unsaved

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the line that could not be saved; for the sealed draft."""
        if self._which is None or not self._is_unsaved:
            return ()
        words = PrivateText(self._line.text())
        return (UnsavedNote(PrivatePlace.SIGNAL, (self._which,), words),)

    def is_noted(self) -> bool:
        """Return whether there is a signal now."""
        return self._which is not None

    def _build(self) -> None:
        for kinds, of in ((self._triggers, _TRIGGERS), (self._signs, _SIGNS)):
            kinds.show_choices([(kind.value, signal_name(kind)) for kind in of])
        self.body.setSpacing(spacing.GRID)
        for part in (self._people, self._triggers, self._signs):
            self.body.addWidget(part)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(self._field)
        self.body.addWidget(self._first)
        self.body.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._people.chosen.connect(self._note)
        self._triggers.chosen.connect(self._choose_trigger)
        self._signs.chosen.connect(self._choose_sign)
        self._line.textEdited.connect(self._touch)
        self._line.returnPressed.connect(self.finished)
        self._autosave.due.connect(self._keep_words)
        self._take_back.clicked.connect(self._forget)

    def _choose_trigger(self) -> None:
        self._signs.choose(None)
        self._note()

    def _choose_sign(self) -> None:
        self._triggers.choose(None)
        self._note()

    def _choose_kind(self, kind: SignalKind | None) -> None:
        self._triggers.choose(kind)
        self._signs.choose(kind)

    def _kind(self) -> SignalKind | None:
        chosen = self._triggers.key() or self._signs.key()
        return SignalKind(chosen) if chosen else None

    def _note(self) -> None:
        """Note it as soon as both are known; another chip corrects what was noted."""
        who, kind = self._people.key(), self._kind()
        if who and kind is not None:
            if self._which is None:
                answer = self._desk.do(signals.notice, PersonId(who), kind)
            else:
                answer = self._desk.do(signals.classify, self._which, PersonId(who), kind)
            if answer.done:
                self._which = answer.value
                self._line.setEnabled(True)
                self._line.setFocus()
        self._settle()

    def _settle(self) -> None:
        kind, is_noted = self._kind(), self._which is not None
        self._line.setEnabled(is_noted)
        self._take_back.setVisible(is_noted)
        if kind is None or not is_noted:
            self._first.setText(self.tr("Two presses note it: about whom, and what it was."))
        else:
            self._first.setText(self.tr("Noted. {step}").format(step=first_step(kind)))
        self.changed.emit()

    def _touch(self) -> None:
        self._is_unsaved = True
        self._autosave.touch()

    def _keep_words(self) -> None:
        if self._which is not None:
            words = PrivateText(self._line.text())
            self._is_unsaved = not self._desk.do(signals.word, self._which, words).done

    def _forget(self) -> None:
        if self._which is not None and self._desk.do(signals.take_back, self._which).done:
            self._is_unsaved = False
            self._autosave.flush()
            self.show_anew(PersonId(self._people.key()), alone=self._alone)
