"""Writing down what was noticed: about whom, which kind, and a line in one's own words (B3)."""

from PySide6.QtCore import Qt

from desktop.domain.ids import GoalId, MomentId, PersonId, SignalId
from desktop.domain.moments import BY_HAND, MomentKind
from desktop.domain.private.opportunities import Serves
from desktop.domain.private.unsaved import PrivateForm, PrivatePlace, UnsavedNote
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.domain.signals import SignalKind
from desktop.services import people
from desktop.services.private import half_typed, moments, opportunities, signals
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.private.goal_link import GoalLink
from desktop.ui.private.moment_row import moment_name
from desktop.ui.private.noted import MomentsNoted, Noted, SignalsNoted, is_moment
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.private.written_line import WrittenLine
from desktop.ui.widgets.beside import NoticeSheetBeside
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.chip_group import ChipGroup
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallMuted
from desktop.ui.wizard.signal_names import first_step, signal_name

_TRIGGERS = tuple(kind for kind in SignalKind if not kind.is_about_goals)
_SIGNS = tuple(kind for kind in SignalKind if kind.is_about_goals)


class NoticeSheet(NoticeSheetBeside):
    """It is noted with the second chip; the line is kept as it is typed, before that as well."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is chosen before ``show_anew``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._which = self._begun_at = ""
        self._alone = False
        self._signals, self._moments = SignalsNoted(desk), MomentsNoted(desk)
        self._noted: Noted = self._signals
        self._people = ChipGroup(self.tr("About"))
        self._kinds = (
            ChipGroup(self.tr("A conversation is due")),
            ChipGroup(self.tr("Their goals may have changed")),
            ChipGroup(self.tr("Worth keeping")),
        )
        self._line = WrittenLine("", self._keep_words)
        self._field = Field(self.tr("In your own words, if you like"), self._line)
        self._first = SmallMuted()
        self._link = GoalLink()
        self._register = SmallLink(self.tr("Put it into the register as well"))
        self._take_back = SmallLink(self.tr("Take it back"))
        changing(self._link, self._register, self._take_back)
        self.set_label(self.tr("Private, never leaves this vault"))
        self._build()
        self._connect()

    def show_anew(self, who: PersonId | None, *, alone: bool = False) -> None:
        """Begin a new one, about somebody if that is known already; what was typed stays.

        ``alone`` names nobody else, and shows nothing begun elsewhere: in a talk they may look on.
        """
        self._which = ""
        self._alone = alone
        self._begun_at = who or "" if alone else ""
        everybody = self._desk.ask(people.everybody)
        named = [p for p in everybody if p.id == who] if alone else everybody
        self._people.show_choices([(p.id, p.name) for p in named])
        self._people.choose(who)
        self._mark("")
        self._line.tell(self._desk.ask(half_typed.begun, PrivateForm.NOTICED, self._begun_at))
        self._settle()

    def choose_kind(self, kind: MomentKind) -> None:
        """Choose what it is, as a press on its chip does."""
        self._mark(kind.value)
        self._note()

    def show_signal(self, which: str) -> None:
        """Open one that was noted before."""
        found = self._desk.ask(signals.signal, SignalId(which))
        if found is not None:
            self.show_anew(found.person)
            self._which, self._noted = found.id, self._signals
            self._mark(found.kind.value)
            self._line.tell(found.words)
            self._settle()
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard into the words: they are kept before anything is chosen."""
        self._line.setFocus()

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        return self._line.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the line that could not be saved; for the sealed draft."""
        if not self._line.is_unsaved():
            return ()
        if not self._which:
            at = (PrivateForm.NOTICED, self._begun_at)
            return (UnsavedNote(PrivatePlace.FORM, at, self._line.words()),)
        return (UnsavedNote(self._noted.place, (self._which,), self._line.words()),)

    def is_noted(self) -> bool:
        """Return whether it is in the vault."""
        return bool(self._which)

    def _build(self) -> None:
        triggers, signs, keeping = self._kinds
        for group, of in ((triggers, _TRIGGERS), (signs, _SIGNS)):
            group.show_choices([(kind.value, signal_name(kind)) for kind in of])
        keeping.show_choices([(kind.value, moment_name(kind)) for kind in BY_HAND])
        self.body.setSpacing(spacing.GRID)
        for part in (self._people, *self._kinds):
            self.body.addWidget(part)
        self.body.addSpacing(spacing.GRID)
        self.body.addWidget(self._field)
        self.body.addWidget(self._first)
        for link in (self._link, self._register, self._take_back):
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._people.chosen.connect(self._choose_person)
        for group in self._kinds:
            group.chosen.connect(self._choose)
        self._line.returnPressed.connect(self._finish)
        self._link.goal_chosen.connect(self._tie)
        self._register.clicked.connect(self._put_into_register)
        self._take_back.clicked.connect(self._forget)

    def _choose_person(self) -> None:
        self._note()
        self._lead_on_if_worded()

    def _choose(self) -> None:
        for group in self._kinds:
            if group is not self.sender():
                group.choose(None)
        self._note()
        self._lead_on_if_worded()

    def _finish(self) -> None:
        """Be done with it, or lead to what is still to be chosen."""
        if self.is_noted():
            self.finished.emit()
        else:
            self._lead_on()

    def _lead_on_if_worded(self) -> None:
        if self._line.words() and not self.is_noted():
            self._lead_on()

    def _lead_on(self) -> None:
        if not self._people.key():
            self._first.setText(self.tr("Not noted yet: say about whom."))
            self._people.take_keyboard()
        elif not self._kind():
            self._first.setText(self.tr("Not noted yet: say what it was."))
            self._kinds[0].take_keyboard()

    def _mark(self, kind: str) -> None:
        for group in self._kinds:
            group.choose(kind)

    def _kind(self) -> str:
        return next((key for group in self._kinds if (key := group.key())), "")

    def _note(self) -> None:
        """Note it as soon as both are known; another chip corrects what was noted."""
        who, kind = self._people.key(), self._kind()
        if who and kind:
            noted: Noted = self._moments if is_moment(kind) else self._signals
            if self._which and noted is self._noted:
                noted.classify(self._which, PersonId(who), kind)
            else:
                self._note_anew(noted, PersonId(who), kind)
            self._line.setFocus()
        self._settle()

    def _note_anew(self, noted: Noted, who: PersonId, kind: str) -> None:
        """Note it with what was typed, in the place of what was noted on the other shelf."""
        before, elsewhere = self._which, self._noted
        made = noted.note(who, kind, self._line.words())
        if made:
            self._which, self._noted = made, noted
            if before:
                elsewhere.take_back(before)
            self._desk.do(half_typed.keep, PrivateForm.NOTICED, self._begun_at, NOTHING_NOTED)

    def _settle(self) -> None:
        kind, is_noted = self._kind(), bool(self._which)
        self._take_back.setVisible(is_noted)
        self._link.hide()
        self._register.setVisible(is_noted and kind == MomentKind.OPPORTUNITY)
        if not is_noted:
            self._first.setText(self.tr("Two presses note it: about whom, and what it was."))
        elif is_moment(kind):
            self._first.setText(self.tr("Noted, and kept between your conversations."))
            self._tell_goal()
        else:
            step = first_step(SignalKind(kind))
            self._first.setText(self.tr("Noted. {step}").format(step=step))
        self.changed.emit()

    def _tell_goal(self) -> None:
        found = self._desk.ask(moments.moment, MomentId(self._which))
        if found is not None:
            goals = self._desk.ask(moments.goals_alive, found.person)
            self._link.tell(goals, found.goal)

    def _tie(self, goal: str) -> None:
        self._desk.do(moments.link, MomentId(self._which), GoalId(goal) if goal else None)
        self._tell_goal()

    def _put_into_register(self) -> None:
        """Let a real opening stand among the others too, where its day and its limits belong."""
        added = self._desk.do(opportunities.add, self._line.words())
        if added.refusal is not None:
            self._first.setText(added.refusal.sentence)
            self._line.setFocus()
        elif added.done:
            serves = Serves(PersonId(self._people.key()))
            self._desk.do(opportunities.mark, added.value, serves, on=True)
            self._first.setText(self.tr("It stands in the register as well, marked for them."))
            self._register.hide()

    def _keep_words(self, words: PrivateText) -> bool:
        if self._which:
            return bool(self._noted.word(self._which, words))
        return self._desk.do(half_typed.keep, PrivateForm.NOTICED, self._begun_at, words).done

    def _forget(self) -> None:
        if self._which and self._noted.take_back(self._which):
            self._line.forget()
            self.show_anew(PersonId(self._people.key()), alone=self._alone)
