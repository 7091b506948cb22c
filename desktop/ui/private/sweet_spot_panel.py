"""The sweet spot as a picture, its table, and the honest result (playbook B6, V3)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.private.sweet_spot import Circle, Laid
from desktop.domain.private.unsaved import PrivateForm, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import clock, people
from desktop.services.private import sweet_spot
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.plots.three_circles import ThreeCircles
from desktop.ui.private.half_typed import HalfTypedLine
from desktop.ui.private.lies_in import CIRCLES, LiesIn
from desktop.ui.widgets.beside import SweetSpotBeside
from desktop.ui.widgets.buttons import PlainButton, changing
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import Muted, SectionHeading, Small, SmallMuted

_REGIONS = tuple(Circle(number) for number in (7, 3, 5, 6, 1, 2, 4))
"""The table's order: where all meet first, then where two do."""


class SweetSpotPanel(SweetSpotBeside):
    """Words that were kept, needs that the manager types, and where they meet."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("")
        self.set_label(self.tr("Private, never leaves this vault"))
        self._desk = desk
        self._who: PersonId | None = None
        self._laid: tuple[Laid, ...] = ()
        self._chosen: PrivateText | None = None
        self._needs_in_view = True
        self._picture = ThreeCircles()
        self._nothing = Muted()
        self._about = LiesIn(self._names())
        self._rows = [Small() for _ in _REGIONS]
        self._hidden = SmallMuted(
            self.tr("What the organisation needs comes into view in the third stage, not before.")
        )
        self._need = LineField(
            self.tr("What the organisation needs"), placeholder=self.tr("One need, in a few words")
        )
        self._half_typed = HalfTypedLine(desk, PrivateForm.NEED, self._need)
        self._add = PlainButton(self.tr("Add the need"))
        changing(self._add)
        self._needing = QWidget()
        self._elsewhere = Tick(self.tr("Best served elsewhere, as it looks today"))
        self._since = SmallMuted()
        self._build()
        self._connect()

    def _names(self) -> tuple[str, ...]:
        return (self.tr("Interests"), self.tr("Strengths"), self.tr("What is needed here"))

    def _build(self) -> None:
        self.body.setSpacing(spacing.GRID)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._picture)
        self.body.addWidget(self._about)
        row = QHBoxLayout(self._needing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._need, 1)
        row.addWidget(self._add)
        self.body.addWidget(self._needing)
        self.body.addWidget(self._hidden)
        self.body.addWidget(Hairline())
        self.body.addWidget(SectionHeading(self.tr("The same in words")))
        for line in self._rows:
            self.body.addWidget(line)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._elsewhere)
        self.body.addWidget(self._since)
        self.body.addStretch(1)
        keep_prose_to_measure(self)

    def _connect(self) -> None:
        self._picture.word_asked.connect(self._choose)
        self._about.laid.connect(self._lay_chosen)
        self._add.clicked.connect(self._add_need)
        self._need.returnPressed.connect(self._add_need)
        self._elsewhere.toggled.connect(self._say_elsewhere)

    def show_person(self, who: PersonId) -> None:
        """Show the picture of somebody."""
        self._half_typed.flush()
        self._who = who
        self._chosen = None
        self._half_typed.open(who)
        self.refresh()

    def refresh(self) -> None:
        """Read the picture again; a need that is being typed stays."""
        if self._who is None:
            return
        self._needs_in_view = self._desk.ask(sweet_spot.needs_are_in_view, self._who)
        self._laid = tuple(filter(self._is_shown, self._desk.ask(sweet_spot.picture, self._who)))
        names = self._names() if self._needs_in_view else self._names()[:2]
        words = [(_said(laid), self._circles(laid)) for laid in self._laid]
        self._picture.tell(names, words)
        self._needing.setVisible(self._needs_in_view)
        self._hidden.setHidden(self._needs_in_view)
        self._tell_nothing()
        self._tell_rows()
        self._tell_chosen()
        self._tell_elsewhere(self._who)

    def flush(self) -> bool:
        """Keep a need that is being typed; return whether it is kept."""
        return self._half_typed.flush()

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return a need that could not be kept; for the sealed draft."""
        return self._half_typed.unsaved()

    def _circles(self, laid: Laid) -> int:
        seen = Circle.SWEET_SPOT if self._needs_in_view else Circle.INTERESTS | Circle.STRENGTHS
        return (laid.circles & seen).value

    def _is_shown(self, laid: Laid) -> bool:
        return bool(self._circles(laid))

    def _tell_nothing(self) -> None:
        name = first_name(self._desk.ask(people.person, self._who).name) if self._who else ""
        words = self.tr(
            "Keep lines as interest, energy or strength while {name} talks, and they lie here."
        )
        self._nothing.setText(words.format(name=name))
        self._nothing.setHidden(bool(self._laid))

    def _tell_rows(self) -> None:
        names = dict(zip(CIRCLES, self._names(), strict=True))
        for region, row in zip(_REGIONS, self._rows, strict=True):
            told = [laid for laid in self._laid if self._circles(laid) == region.value]
            lead = (
                self.tr("Where all three meet")
                if region == Circle.SWEET_SPOT
                else self.tr(" and ").join(names[c] for c in CIRCLES if region & c)
            )
            words = " · ".join(_said(laid) for laid in told)
            if region == Circle.SWEET_SPOT and self._needs_in_view and not told:
                words = self.tr("nothing yet, and that is worth knowing")
            row.setText(f"{lead}: {words}")
            row.setVisible(bool(words))

    def _tell_elsewhere(self, who: PersonId) -> None:
        since = self._desk.ask(sweet_spot.elsewhere, who)
        self._elsewhere.blockSignals(True)
        self._elsewhere.setChecked(since is not None)
        self._elsewhere.blockSignals(False)
        self._elsewhere.setVisible(self._needs_in_view)
        words = self.tr("An honest result, said {day}. It does not make the work so far less good.")
        today = self._desk.ask(clock.today)
        self._since.setText(words.format(day=dates.spoken_day(since, today)) if since else "")
        self._since.setVisible(since is not None and self._needs_in_view)

    def _choose(self, place: int) -> None:
        self._chosen = self._laid[place].words
        self._tell_chosen()
        self._about.focus_first()

    def _tell_chosen(self) -> None:
        laid = next((one for one in self._laid if one.words == self._chosen), None)
        self._about.setVisible(laid is not None)
        if laid is not None:
            self._about.tell(_said(laid), laid.circles, needs_in_view=self._needs_in_view)

    def _lay_chosen(self, circles: Circle) -> None:
        self._lay(self._chosen, circles)

    def _add_need(self) -> None:
        words = PrivateText(self._need.text().strip())
        if words and self._lay(words, Circle.NEEDS):
            self._half_typed.forget()
            self._need.setFocus()

    def _lay(self, words: PrivateText | None, circles: Circle) -> bool:
        if self._who is None or words is None:
            return False
        done = self._desk.do(sweet_spot.lay, self._who, words, circles).done
        self.refresh()
        return done

    def _say_elsewhere(self, said: bool) -> None:
        if self._who is not None:
            self._desk.do(sweet_spot.say_elsewhere, self._who, said=said)
            self.refresh()


def _said(laid: Laid) -> str:
    return " ".join(laid.words.reveal().split())
