"""One moment between conversations: what it was, in one's own words, and for which goal."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import GoalId
from desktop.domain.moments import MomentKind
from desktop.domain.private.moments import Moment
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services.private import bin as rubbish
from desktop.services.private import moments
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.private.goal_link import GoalLink
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.private.written_line import WrittenWords
from desktop.ui.widgets.buttons import changing
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Small
from desktop.ui.widgets.wording import Run


class MomentRow(QWidget):
    """Keeps its line for as long as its moment is on the list."""

    def __init__(self, desk: PrivateDesk, moment: Moment) -> None:
        """Show ``moment``; ``tell`` says another state of it."""
        super().__init__()
        self._desk = desk
        self._which = moment.id
        self._what = Small()
        self._line = WrittenWords("", self._keep, placeholder=self.tr("In your own words"))
        self._link = GoalLink()
        self._away = SmallLink(self.tr("Put into the bin"))
        changing(self._link, self._away)
        self._build()
        self._link.goal_chosen.connect(self._tie)
        self._away.clicked.connect(self._take_away)

    def tell(self, moment: Moment, today: date) -> None:
        """Show the moment as it stands now."""
        name, noted = moment_name(moment.kind), moment.noted.date()
        day = dates.spoken_day(noted, today)
        self._what.set_runs(Run(name, "label_strong"), Run(f"  {day}", ink="muted"))
        self._what.setToolTip(dates.full_day(noted))
        self._line.tell(moment.words)
        self._line.setAccessibleName(f"{name}, {day}")
        self._line.setVisible(moment.kind is not MomentKind.REVISITED)
        self._link.tell(self._desk.ask(moments.goals_alive, moment.person), moment.goal)
        for link in (self._link, self._away):
            link.setAccessibleDescription(f"{name}, {day}")

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        return self._line.keep_now()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the line that could not be kept; for the sealed draft."""
        if not self._line.is_unsaved():
            return ()
        return (UnsavedNote(PrivatePlace.MOMENT, (self._which,), self._line.words()),)

    def begin_writing(self) -> None:
        """Put the keyboard into the line."""
        self._line.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addWidget(Hairline())
        column.addWidget(self._what)
        column.addWidget(self._line)
        ways = FlowLayout(gap=14, row_gap=0)
        ways.addWidget(self._link)
        ways.addWidget(self._away)
        column.addLayout(ways)

    def _keep(self, words: PrivateText) -> bool:
        return self._desk.do(moments.word, self._which, words).done

    def _tie(self, goal: str) -> None:
        self._desk.do(moments.link, self._which, GoalId(goal) if goal else None)

    def _take_away(self) -> None:
        self._desk.do(rubbish.delete_moment, self._which)


def moment_name(kind: MomentKind) -> str:
    """Return what was kept, in a word or two."""
    return {
        MomentKind.OBSERVATION: _tr("Something I saw"),
        MomentKind.ACHIEVEMENT: _tr("Something they achieved"),
        MomentKind.ASSIGNMENT: _tr("An assignment"),
        MomentKind.OPPORTUNITY: _tr("An opportunity"),
        MomentKind.FEEDBACK: _tr("Feedback I gave"),
        MomentKind.REVISITED: _tr("Still what they want"),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Moments", words)
