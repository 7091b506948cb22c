"""Where a person is heading, in the manager's own notes: the private panel of their page."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.people import first_name
from desktop.domain.private.answers import EarlierAnswer
from desktop.services import clock, people
from desktop.services.private import answers
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.last_time_line import first_lines
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.widgets.text import Quote, SectionHeading, SmallMuted, plain_tooltip


class Horizon(QWidget):
    """What was noted about one horizon: the first lines, and the rest when asked for."""

    def __init__(self, name: str) -> None:
        """``name`` says how far ahead it looks."""
        super().__init__()
        self._name = name
        self._words = ""
        self._is_whole = False
        self._label = SmallMuted()
        self._quote = Quote()
        self._more = QuietButton("")
        self._build()
        self._more.clicked.connect(self._turn)

    def tell(self, noted: EarlierAnswer | None, when: str, full_day: str) -> None:
        """Show a note and when it was taken; without one, nothing at all."""
        self.setVisible(noted is not None)
        words = noted.words.reveal().strip() if noted else ""
        self._label.setText(f"{self._name} · {when}")
        self._label.setToolTip(full_day)
        if words != self._words:
            self._words, self._is_whole = words, False
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, spacing.GRID)
        column.setSpacing(2)
        column.addWidget(self._quote)
        beneath = QHBoxLayout()
        beneath.setSpacing(spacing.GRID)
        beneath.addWidget(self._label, 1)
        beneath.addWidget(self._more)
        column.addLayout(beneath)

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._fit()

    def _fit(self) -> None:
        # Qt counts lines at its own separator only.
        words = self._words.replace("\n", "\u2028")
        short = first_lines(words, self._quote.role, self.width())
        shown = words if self._is_whole else short
        if shown != self._quote.text():
            self._quote.setText(shown)
        self._quote.setToolTip(plain_tooltip(self._words) if shown != words else "")
        self._more.setText(self.tr("Show less") if self._is_whole else self.tr("Show all"))
        self._more.setVisible(short != words)


class PersonNotesPanel(PrivatePanel):
    """The newest notes about three years, two years and six months ahead (playbook D1, D4, D3)."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Build the panel; ``show_person`` says about whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._heading = SectionHeading()
        self._nothing = SmallMuted()
        self._horizons = {
            QuestionId("D1"): Horizon(self.tr("Three years")),
            QuestionId("D4"): Horizon(self.tr("Two years")),
            QuestionId("D3"): Horizon(self.tr("Six months")),
        }
        self.set_label(self.tr("Private, never leaves this vault"))
        for part in (self._heading, self._nothing, *self._horizons.values()):
            self.body.addWidget(part)

    def as_widget(self) -> QWidget:
        """Return the panel itself, to be laid out on a page."""
        return self

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody."""
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read the notes again; what was unfolded stays unfolded while its words stay."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        self._heading.setText(self.tr("Where {name} is heading").format(name=name))
        noted = [self._show(question, self._who) for question in self._horizons]
        self._nothing.setText(
            self.tr("When you have talked about where {name} wants to go, it stands here.").format(
                name=name
            )
        )
        self._heading.setVisible(any(noted))
        self._nothing.setHidden(any(noted))

    def _show(self, question: QuestionId, who: PersonId) -> bool:
        noted = self._desk.ask(answers.latest_to, who, question)
        when = full_day = ""
        if noted is not None:
            today = self._desk.ask(clock.today)
            when, full_day = dates.spoken_day(noted.on, today), dates.full_day(noted.on)
        self._horizons[question].tell(noted, when, full_day)
        return noted is not None
