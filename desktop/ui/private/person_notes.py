"""Where a person is heading, in the manager's own notes: the private panel of their page."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.private.kept import Heading
from desktop.services import clock, people
from desktop.services.private import kept, motivations, wanted
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.underneath import Statement, Underneath
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.card import PrivatePanel
from desktop.ui.widgets.first_lines import Fitting, first_lines
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Quote, SectionHeading, SmallMuted, plain_tooltip
from desktop.ui.widgets.wording import Run

_MOST_HORIZONS = 4
"""As many stand on one screen with what lies beneath them; the rest is a press away."""

_FEWER_HORIZONS = 3
"""Where a debt of the last talk stands above them too."""


_FEW = 24
"""Letters of a goal that stand on one line beside its date; where fewer would, it has two lines."""


class Horizon(QWidget):
    """What was kept about one horizon: the first lines, and the rest when asked for.

    The first horizon of a page is set large, the others on one line, so that all stand on one
    screen.
    """

    shortened = Signal()
    """It has come to be shortened, or is no longer."""

    def __init__(self, name: str) -> None:
        """``name`` says how far ahead it looks."""
        super().__init__()
        self._name = name
        self._words = self._when = ""
        self._is_large = self._is_whole = False
        self.is_shortened = False
        self._fitting = Fitting()
        self._label = SmallMuted()
        self._quote = Quote()
        self._small = Statement()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, spacing.GRID // 2)
        column.setSpacing(2)
        for part in (self._quote, self._small, self._label):
            part.keep_to_measure()
            column.addWidget(part)

    def tell(
        self, heading: Heading | None, when: str, full_day: str, *, large: bool, whole: bool
    ) -> None:
        """Show what was kept or noted and when; without it, nothing at all."""
        self.setVisible(heading is not None)
        told = (part.reveal().strip() for part in heading.words) if heading else ()
        # Qt counts lines at its own separator only.
        self._words = "\u2028".join("\n".join(told).split("\n"))
        self._when = f"{self._name} · {when}"
        for part in (self._label, self._small):
            part.setToolTip(full_day)
        self._is_large, self._is_whole = large, whole
        for large_part in (self._quote, self._label):
            large_part.setVisible(large)
        self._small.setVisible(not large)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        told = (self._words, self._when, self._is_large, self._is_whole)
        if not self._fitting.is_due(told, self.width()):
            return
        shown, was = self._as_much_as_fits(), self.is_shortened
        self.is_shortened = shown != self._words
        shown = self._words if self._is_whole else shown
        if self._is_large:
            self._quote.setText(shown)
            self._quote.setToolTip(plain_tooltip(self._words) if shown != self._words else "")
            self._label.setText(self._when)
        else:
            self._small.set_runs(Run(f"{shown} "), Run(self._when, "label", "muted"))
        if was != self.is_shortened:
            self.shortened.emit()

    def _as_much_as_fits(self) -> str:
        worn, role = look.current(), (self._quote if self._is_large else self._small).role
        width = min(self.width(), worn.measure(role))
        if self._is_large:
            return first_lines(self._words, role, width)
        beside = ceil(worn.advance("label", f"  {self._when}"))
        rest = width - beside
        if rest < max(beside, worn.measure(role, _FEW)):
            return first_lines(self._words, role, width)
        return first_lines(self._words, role, rest, lines=1)


class _Aside(QuietButton):
    """Begins where the words above it begin."""

    side_padding = 1


class PersonNotesPanel(PrivatePanel):
    """Where a person is heading, the motivations beneath it, and the bedrock (product B2)."""

    limits_asked = Signal()
    sweet_spot_asked = Signal()

    def __init__(self, desk: PrivateDesk) -> None:
        """Build the panel; ``show_person`` says about whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._heading = SectionHeading()
        self._nothing = SmallMuted()
        three_years, two_years, half_a_year = wanted.ASKED
        self._horizons = {
            three_years: Horizon(self.tr("Three years")),
            two_years: Horizon(self.tr("Two years")),
            half_a_year: Horizon(self.tr("Six months")),
            ("3 to 5 years", None): Horizon(self.tr("Three to five years")),
            ("10 years", None): Horizon(self.tr("Ten years")),
            ("", None): Horizon(self.tr("A goal")),
        }
        self._underneath = Underneath()
        self._spot = _Aside(self.tr("The sweet spot"))
        self._limits = _Aside(self.tr("When it does not fit here"))
        self._more = _Aside("")
        self._is_whole = self._has_more = False
        self._most = _MOST_HORIZONS
        self._asides = QWidget()
        self.set_label(self.tr("Private, never leaves this vault"))
        parts = (
            self._heading,
            self._nothing,
            *self._horizons.values(),
            self._underneath,
        )
        for part in parts:
            self.body.addWidget(part)
        flow = FlowLayout(self._asides, gap=2 * spacing.GRID)
        flow.addWidget(self._more)
        flow.addWidget(self._spot)
        flow.addWidget(self._limits)
        self.body.addWidget(self._asides)
        for horizon in self._horizons.values():
            horizon.shortened.connect(self._offer_all)
        self._more.clicked.connect(self._turn)
        self._spot.clicked.connect(self.sweet_spot_asked)
        self._limits.clicked.connect(self.limits_asked)

    def as_widget(self) -> QWidget:
        """Return the panel itself, to be laid out on a page."""
        return self

    def show_person(self, who: PersonId) -> None:
        """Show the notes about somebody."""
        if who != self._who:
            self._is_whole = False
            self._most = _MOST_HORIZONS
        self._who = who
        self.refresh()

    def say_less(self, *, less: bool) -> None:
        """Show one horizon fewer, where the page would scroll for it; the way to all stays."""
        most = _FEWER_HORIZONS if less else _MOST_HORIZONS
        if most != self._most:
            self._most = most
            self.refresh()

    def refresh(self) -> None:
        """Read the notes again; what was unfolded stays unfolded while its words stay."""
        if self._who is None:
            return
        name = first_name(self._desk.ask(people.person, self._who).name)
        self._heading.setText(self.tr("Where {name} is heading").format(name=name))
        told: list[bool] = []
        self._has_more = False
        found = self._desk.ask(kept.headings, self._who, self._horizons)
        for horizon, heading in zip(self._horizons.values(), found, strict=True):
            told.append(self._show(horizon, heading, before=sum(told)))
        told.append(self._show_underneath(self._who))
        self._nothing.setText(
            self.tr("When you have talked about where {name} wants to go, it stands here.").format(
                name=name
            )
        )
        self._heading.setVisible(any(told))
        self._nothing.setHidden(any(told))
        self._offer_all()

    def _offer_all(self) -> None:
        shortened = [horizon.is_shortened for horizon in self._horizons.values()]
        self._more.setVisible(self._has_more or self._underneath.is_shortened or any(shortened))
        self._more.setText(self.tr("Show less") if self._is_whole else self.tr("Show all"))

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self.refresh()

    def _show(self, horizon: Horizon, heading: Heading | None, *, before: int) -> bool:
        """Show one horizon, the first one large; return whether it has words."""
        when = full_day = ""
        if heading is not None:
            today = self._desk.ask(clock.today)
            when, full_day = dates.spoken_day(heading.on, today), dates.full_day(heading.on)
        is_one_too_many = before >= self._most
        self._has_more |= heading is not None and is_one_too_many
        shown = None if is_one_too_many and not self._is_whole else heading
        horizon.tell(shown, when, full_day, large=not before, whole=self._is_whole)
        return heading is not None

    def _show_underneath(self, who: PersonId) -> bool:
        return self._underneath.tell(
            self._desk.ask(motivations.of_person, who),
            self._desk.ask(kept.beneath_goals, who),
            whole=self._is_whole,
        )
