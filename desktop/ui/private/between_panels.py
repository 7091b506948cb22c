"""What happened between conversations with one person, and what is being tried; both private."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.ids import ExperimentId, PersonId
from desktop.domain.private.experiments import Experiment
from desktop.domain.private.moments import Moment
from desktop.domain.private.unsaved import UnsavedNote
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.services import clock
from desktop.services.private import experiments, moments
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.experiment_row import ExperimentRow
from desktop.ui.private.moment_row import MomentRow
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.widgets.beside import BetweenBeside, ExperimentsBeside
from desktop.ui.widgets.buttons import MinorButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Muted, SmallMuted

R = TypeVar("R", MomentRow, ExperimentRow)


class _Known(Protocol):
    @property
    def id(self) -> str: ...


class _Kept(Generic[R]):
    """Rows below one another, each kept for as long as its thing is on the list."""

    def __init__(self) -> None:
        self.rows: dict[str, R] = {}
        self.column = QVBoxLayout()
        self.column.setSpacing(4)

    def drop_all_but(self, wanted: Sequence[_Known]) -> None:
        """Take away the rows of what is gone."""
        ids = [each.id for each in wanted]
        for gone in [which for which in self.rows if which not in ids]:
            row = self.rows.pop(gone)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def stand(self, which: str, row: R, place: int) -> None:
        """Put a row at a place, if it does not stand there."""
        self.rows[which] = row
        if self.column.indexOf(row) != place:
            self.column.insertWidget(place, row)
            row.setVisible(True)

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        kept = [row.flush() for row in self.rows.values()]
        return all(kept)

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return what could not be kept."""
        return tuple(note for row in self.rows.values() for note in row.unsaved())


class MomentsPanel(BetweenBeside):
    """What was seen, given and heard, the latest first."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says about whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._kept = _Kept[MomentRow]()
        self._nothing = Muted(
            self.tr("Nothing yet. An assignment, an opportunity or feedback can be tied to a goal.")
        )
        self._log = MinorButton(self.tr("Log something"), shortcut="Ctrl+J", listens=False)
        changing(self._log)
        self.set_label(self.tr("Between conversations, private"))
        self.body.addWidget(self._log, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(6)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._kept.column)
        self.body.addStretch(1)
        self._log.clicked.connect(self.notice_asked)

    def show_person(self, who: PersonId) -> None:
        """Show somebody's; flush first."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again all but what is being typed."""
        if self._who is None:
            return
        found: tuple[Moment, ...] = self._desk.ask(moments.of_person, self._who)
        self._kept.drop_all_but(found)
        today = self._desk.ask(clock.today)
        for place, moment in enumerate(found):
            row = self._kept.rows.get(moment.id) or MomentRow(self._desk, moment)
            row.tell(moment, today)
            self._kept.stand(moment.id, row, place)
        self._nothing.setHidden(bool(found))

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        return self._kept.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._kept.unsaved()


class ExperimentsPanel(ExperimentsBeside):
    """What is being tried, and what the tries before have taught."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says with whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._kept = _Kept[ExperimentRow]()
        self._why = SmallMuted(
            self.tr(
                "A small try answers what talking cannot: lead one project, sit in for a week. "
                "Wrong is a fine result."
            )
        )
        self._begin = MinorButton(self.tr("Begin an experiment"))
        changing(self._begin)
        self._ideas = FlowLayout(gap=10, row_gap=0)
        self._idea_words: list[PrivateText] = []
        self._idea_links: list[SmallLink] = []
        self.set_label(self.tr("Experiments, private"))
        self.body.addWidget(self._why)
        self.body.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._ideas)
        self.body.addSpacing(6)
        self.body.addLayout(self._kept.column)
        self.body.addStretch(1)
        self._begin.clicked.connect(self._begin_empty)

    def show_person(self, who: PersonId) -> None:
        """Show somebody's; flush first."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read again all but what is being typed."""
        if self._who is None:
            return
        found: tuple[Experiment, ...] = self._desk.ask(experiments.of_person, self._who)
        self._kept.drop_all_but(found)
        today = self._desk.ask(clock.today)
        for place, tried in enumerate(found):
            row = self._kept.rows.get(tried.id) or ExperimentRow(self._desk, tried)
            row.tell(tried, today)
            self._kept.stand(tried.id, row, place)
        self._offer_ideas(self._desk.ask(experiments.ideas, self._who))

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        return self._kept.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return what could not be kept; for the sealed draft."""
        return self._kept.unsaved()

    def ask_what_it_taught(self, which: ExperimentId) -> None:
        """Put the keyboard where the lesson of one try is written, after ``show_person``."""
        if which in self._kept.rows:
            self._kept.rows[which].begin_the_lesson()

    def _offer_ideas(self, ideas: Sequence[PrivateText]) -> None:
        """Offer what was kept of a note as an experiment."""
        self._idea_words = list(ideas[:3])
        for link in self._idea_links:
            self._ideas.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._idea_links = []
        for words in self._idea_words:
            said = " ".join(words.reveal().split())
            link = SmallLink(self.tr("Try “{idea}”").format(idea=said))
            changing(link)
            link.clicked.connect(self._begin_idea)
            self._ideas.addWidget(link)
            self._idea_links.append(link)

    def _begin_idea(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, SmallLink) and pressed in self._idea_links:
            self._begin_with(self._idea_words[self._idea_links.index(pressed)])

    def _begin_empty(self) -> None:
        self._begin_with(NOTHING_NOTED)

    def _begin_with(self, words: PrivateText) -> None:
        if self._who is None:
            return
        begun = self._desk.do(experiments.begin, self._who, words)
        self.refresh()
        if begun.done:
            self._kept.rows[begun.value].begin_writing()
