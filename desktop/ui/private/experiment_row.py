"""One try at a direction: what, what was expected, what was learned, keep or drop (product G6)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import GoalId
from desktop.domain.private.experiments import Experiment, Verdict
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services.private import bin as rubbish
from desktop.services.private import experiments, moments
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.goal_link import GoalLink
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.private.written_line import WrittenWords
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.card import ErrorLine, Hairline
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class ExperimentRow(QWidget):
    """Three lines in the order in which they are known, and the end of it in place."""

    changed = Signal()

    def __init__(self, desk: PrivateDesk, experiment: Experiment) -> None:
        """Show ``experiment``; ``tell`` says another state of it."""
        super().__init__()
        self._desk = desk
        self._which = experiment.id
        self._when = SmallMuted()
        self._lines = {
            "what": WrittenWords("", self._keep_what),
            "expected": WrittenWords("", self._keep_expected),
            "learned": WrittenWords("", self._keep_learned),
        }
        self._link = GoalLink()
        self._keep_it = SmallLink(self.tr("Keep this direction"))
        self._drop = SmallLink(self.tr("Drop it"))
        self._on = SmallLink(self.tr("Let it run on"))
        self._away = SmallLink(self.tr("Put into the bin"))
        changing(self._link, self._keep_it, self._drop, self._on, self._away)
        self._refusal = ErrorLine()
        self._build()
        self._connect()

    def tell(self, experiment: Experiment, today: date) -> None:
        """Show the try as it stands now."""
        self._when.setText(self._said(experiment, today))
        for part, line in self._lines.items():
            line.tell(experiments.words_of(experiment, part))
        self._link.tell(self._desk.ask(moments.goals_alive, experiment.person), experiment.goal)
        for link in (self._keep_it, self._drop):
            link.setVisible(experiment.runs)
        self._on.setHidden(experiment.runs)
        described = " ".join(experiment.what.reveal().split())
        links = (self._link, self._keep_it, self._drop, self._on, self._away)
        for way in (*links, self._lines["expected"], self._lines["learned"]):
            way.setAccessibleDescription(described)
        if not experiment.runs or experiment.learned:
            self._refusal.hide()

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        kept = [line.keep_now() for line in self._lines.values()]
        return all(kept)

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the lines that could not be kept; for the sealed draft."""
        return tuple(
            UnsavedNote(PrivatePlace.EXPERIMENT, (self._which, part), line.words())
            for part, line in self._lines.items()
            if line.is_unsaved()
        )

    def begin_writing(self) -> None:
        """Put the keyboard where the next words belong."""
        empty = (line for line in self._lines.values() if not line.text())
        next(empty, self._lines["what"]).setFocus()

    def begin_the_lesson(self) -> None:
        """Put the keyboard where it is written what was learned."""
        self._lines["learned"].setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(Hairline())
        column.addWidget(self._when)
        labels = {
            "what": self.tr("What you try"),
            "expected": self.tr("What they expect of it"),
            "learned": self.tr("What it taught"),
        }
        for part, line in self._lines.items():
            column.addWidget(Field(labels[part], line))
        column.addWidget(self._refusal)
        ways = FlowLayout(gap=14, row_gap=0)
        for link in (self._keep_it, self._drop, self._on, self._link, self._away):
            ways.addWidget(link)
        column.addLayout(ways)
        self._refusal.hide()

    def _connect(self) -> None:
        self._link.goal_chosen.connect(self._tie)
        self._keep_it.clicked.connect(self._decide_to_keep)
        self._drop.clicked.connect(self._decide_to_drop)
        self._on.clicked.connect(self._run_on)
        self._away.clicked.connect(self._take_away)

    def _said(self, experiment: Experiment, today: date) -> str:
        begun = dates.spoken_day(experiment.begun, today)
        if experiment.verdict is None or experiment.ended is None:
            return self.tr("Tried since {day}").format(day=begun)
        words = {
            Verdict.KEEP: self.tr("Kept {day}, begun {begun}"),
            Verdict.DROP: self.tr("Dropped {day}, begun {begun}. One question less."),
        }[experiment.verdict]
        return words.format(day=dates.spoken_day(experiment.ended, today), begun=begun)

    def _keep_what(self, words: PrivateText) -> bool:
        return self._desk.do(experiments.word, self._which, "what", words).done

    def _keep_expected(self, words: PrivateText) -> bool:
        return self._desk.do(experiments.word, self._which, "expected", words).done

    def _keep_learned(self, words: PrivateText) -> bool:
        return self._desk.do(experiments.word, self._which, "learned", words).done

    def _tie(self, goal: str) -> None:
        self._desk.do(experiments.link, self._which, GoalId(goal) if goal else None)

    def _decide_to_keep(self) -> None:
        self._decide(Verdict.KEEP)

    def _decide_to_drop(self) -> None:
        self._decide(Verdict.DROP)

    def _run_on(self) -> None:
        self._decide(None)

    def _decide(self, verdict: Verdict | None) -> None:
        if self.flush():
            answer = self._desk.do(experiments.decide, self._which, verdict)
            if answer.refusal is not None:
                self._refusal.setText(answer.refusal.sentence)
                self._refusal.show()
                self.begin_the_lesson()
            elif answer.done:
                # What was pressed has gone; the keyboard stays with the way back.
                (self._keep_it if verdict is None else self._on).setFocus()

    def _take_away(self) -> None:
        self._desk.do(rubbish.delete_experiment, self._which)
