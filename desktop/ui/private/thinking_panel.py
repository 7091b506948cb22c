"""The manager's own thinking before a conversation: six subjects, each with what is known."""

from desktop.domain.ids import PlannedId
from desktop.domain.people import first_name
from desktop.domain.private.preparation import Subject, Thought
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import clock, people, plans
from desktop.services.private import preparation
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.knowledge import Knowledge, month_said
from desktop.ui.private.thought_row import ThoughtRow
from desktop.ui.widgets.beside import ThinkingBeside
from desktop.ui.widgets.text import SmallMuted


class ThinkingPanel(ThinkingBeside):
    """Keeps each answer as it is typed; what was thought last time stands there to begin with."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_plan``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._which: PlannedId | None = None
        self._rows = {subject: ThoughtRow(subject) for subject in Subject}
        self._nothing_known = SmallMuted()
        self._caution = SmallMuted()
        self._caution.keep_to_measure()
        self.set_label(self.tr("Your thinking, private"))
        self.body.setSpacing(0)
        self.body.addSpacing(6)
        self.body.addWidget(self._nothing_known)
        for row in self._rows.values():
            row.edited.connect(self._keep)
            self.body.addWidget(row)
        self.body.addSpacing(14)
        self.body.addWidget(self._caution)
        self.body.addStretch(1)

    def show_plan(self, which: PlannedId) -> None:
        """Show what was thought for a planned conversation, or carried forward to it."""
        self._which = which
        self.refresh()

    def refresh(self) -> None:
        """Read again all but what is being written."""
        if self._which is None:
            return
        who = self._desk.ask(plans.planned, self._which).person
        name = first_name(self._desk.ask(people.person, who).name)
        knowledge = Knowledge(self._desk, who)
        thoughts = self._desk.ask(preparation.thoughts, self._which)
        known = {t.subject: knowledge.about(t.subject, t.left_empty) for t in thoughts}
        has_column = any(words for words, _ in known.values())
        self._nothing_known.setVisible(not has_column)
        self._nothing_known.setText(
            self.tr(
                "Nothing is noted about {name} yet. What you hear will stand here next time."
            ).format(name=name)
        )
        for thought in thoughts:
            row = self._rows[thought.subject]
            row.ask(self._prompt(thought.subject).format(name=name))
            row.tell(thought.words.reveal(), self._carried(thought))
            row.tell_known(*known[thought.subject], has_column=has_column)
        self._caution.setText(
            self.tr(
                "Leave at home: a slide of what the organisation needs, a list of {name}’s gaps, "
                "a career-path chart. This hour follows {name}, not a plan."
            ).format(name=name)
        )

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        saved = [row.flush() for row in self._rows.values()]
        return all(saved)

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return what was thought and could not be saved; for the sealed draft."""
        if self._which is None:
            return ()
        return tuple(
            UnsavedNote(PrivatePlace.THOUGHT, (self._which, subject.value), PrivateText(row.text()))
            for subject, row in self._rows.items()
            if row.is_changed()
        )

    def _keep(self, value: str) -> None:
        subject = Subject(value)
        row = self._rows[subject]
        if self._which is None or not row.is_changed():
            return
        words = PrivateText(row.text())
        row.note_saved(self._desk.do(preparation.write, self._which, subject, words).done)

    def _carried(self, thought: Thought) -> str:
        if thought.carried_from is None:
            return ""
        month = month_said(thought.carried_from, self._desk.ask(clock.today))
        return self.tr("from {month}").format(month=month)

    def _prompt(self, subject: Subject) -> str:
        return {
            Subject.CARES_ABOUT: self.tr("What does {name} already care about?"),
            Subject.COULD_FIT: self.tr("What here could fit that?"),
            Subject.PATHS: self.tr("Which paths are realistic from where {name} is?"),
            Subject.HOLDS_US_BACK: self.tr("What holds us back?"),
            Subject.CAN_COMMIT: self.tr("What can I truly commit to?"),
            Subject.AVOIDED: self.tr("What have I avoided saying?"),
        }[subject]
