"""Then and now, side by side: what they wanted, and the role they describe, in their words (H2)."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.private.then_and_now import Said, ThenAndNow, nearest_to_half_a_year_before
from desktop.services import clock
from desktop.services.private import looking_back
from desktop.ui import look
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.plots.marks import Mark, Shape
from desktop.ui.plots.picture import Names
from desktop.ui.plots.shown import ShownOverTime
from desktop.ui.plots.twin import Row
from desktop.ui.widgets.beside import LookingBack
from desktop.ui.widgets.buttons import EdgeLink
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.text import Muted, Quote, SmallMuted, SmallStrong

_WISHED, _ROLE = "wished", "role"
_ROOM = 520
"""Pixels at 100 % text that two quotations need beside each other."""


class ThenAndNowPanel(LookingBack):
    """Two quotations with their days, and beneath them everything that was said of either."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Then and now, private"))
        self._desk = desk
        self._who: PersonId | None = None
        self._found = ThenAndNow()
        self._then = _Side(self.tr("What they wanted within half a year"))
        self._now = _Side(self.tr("The role as they describe it"))
        self._sides = _Sides(self._then, self._now)
        self._nothing = Muted(
            self.tr(
                "Two answers meet here: the ideal role in six months, and the role in their own "
                "words. Ask both, and look again in half a year."
            )
        )
        names = Names("", (self.tr("Wanted"), self.tr("The role, as told")), self.tr("today"))
        heads = (self.tr("When"), self.tr("What"), self.tr("In words"))
        self._shown = ShownOverTime(self.tr("Then and now over time"), names, heads)
        self._build()
        self._shown.mark_asked.connect(self._choose)
        for side in (self._then, self._now):
            side.talk.clicked.connect(self._open)

    def _build(self) -> None:
        self.body.setSpacing(2 * spacing.GRID)
        for part in (self._nothing, self._sides, self._shown):
            self.body.addWidget(part)

    def show_person(self, who: PersonId) -> None:
        """Show somebody, with the role they told last."""
        self._who = who
        self._now.said = self._then.said = None
        self._shown.show_all()
        self.refresh()

    def refresh(self) -> None:
        """Read it again; what was chosen stays, where it is still there."""
        if self._who is None:
            return
        self._found = found = self._desk.ask(looking_back.then_and_now, self._who)
        has_any = bool(found.wished or found.roles)
        self._nothing.setHidden(has_any)
        for part in (self._sides, self._shown):
            part.setVisible(has_any)
        today = self._desk.ask(clock.today)
        told = [(_WISHED, said) for said in found.wished] + [(_ROLE, said) for said in found.roles]
        self._shown.tell(
            [_mark(kind, said) for kind, said in told],
            [_row(kind, said) for kind, said in sorted(told, key=lambda one: one[1].on)],
            today,
        )
        self._show_role(_again(self._now.said, found.roles), today)

    def _choose(self, key: str) -> None:
        kind, talk = key.split(" ")
        today = self._desk.ask(clock.today)
        pool = self._found.wished if kind == _WISHED else self._found.roles
        said = next((one for one in pool if one.conversation == talk), None)
        if kind == _ROLE:
            self._then.said = None
            self._show_role(said, today)
        else:
            self._then.tell(said, self._when(said, today, self._now.said))

    def _show_role(self, role: Said | None, today: date) -> None:
        """Show a role and, unless another was chosen, the wish of half a year before."""
        self._now.tell(role, self._when(role, today, None))
        then = _again(self._then.said, self._found.wished) if self._then.said else None
        if then is None:
            before = role.on if role is not None else date.max
            then = nearest_to_half_a_year_before(self._found.wished, before)
        self._then.tell(then, self._when(then, today, role))

    def _when(self, said: Said | None, today: date, role: Said | None) -> str:
        if said is None:
            return self.tr("Not talked about before that.")
        day = self.tr("Said {day}").format(day=dates.spoken_day(said.on, today))
        if role is None or role.on <= said.on:
            return day
        months = max(1, round((role.on - said.on).days / 30.44))
        before = self.tr("one month before") if months == 1 else self.tr("{n} months before")
        return f"{day}, {before.format(n=months)}"

    def _open(self) -> None:
        side = self._then if self.sender() is self._then.talk else self._now
        if side.said is not None:
            self.conversation_asked.emit(side.said.conversation)


class _Sides(QWidget):
    """Both quotations, one below the other where a line of either would be too short."""

    def __init__(self, then: QWidget, now: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3 * spacing.GRID)
        self._between = Hairline(upright=True)
        self._row.addWidget(then, 1)
        self._row.addWidget(self._between)
        self._row.addWidget(now, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < look.current().scaled(_ROOM)
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else sideways)
        self._between.setHidden(is_narrow)


class _Side(QWidget):
    """One quotation under what it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.said: Said | None = None
        self._words = Quote()
        self._when = SmallMuted()
        self.talk = EdgeLink(self.tr("Open this conversation"))
        self.talk.setAccessibleDescription(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (SmallStrong(name), self._words, self._when, self.talk):
            column.addWidget(part)
        column.addStretch(1)

    def tell(self, said: Said | None, when: str) -> None:
        self.said = said
        self._words.setText(said.words.reveal() if said is not None else "")
        self._words.setVisible(said is not None)
        self._when.setText(when)
        self.talk.setVisible(said is not None)


def _again(said: Said | None, among: tuple[Said, ...]) -> Said | None:
    """Return the same one as it reads now, or the latest."""
    known = (one for one in among if said and one.conversation == said.conversation)
    return next(known, among[-1] if among else None)


def _mark(kind: str, said: Said) -> Mark:
    words = " ".join(said.words.reveal().split())
    told = f"{_kind_said(kind)}, {dates.full_day(said.on)}. {words}"
    lane, shape = (0, Shape.ROUND) if kind == _WISHED else (1, Shape.FILLED)
    return Mark(f"{kind} {said.conversation}", said.on, told, lane, words=words, shape=shape)


def _row(kind: str, said: Said) -> Row:
    words = " ".join(said.words.reveal().split())
    cells = (dates.short_day(said.on), _kind_said(kind), words)
    return Row(f"{kind} {said.conversation}", cells)


def _kind_said(kind: str) -> str:
    return _tr("Wanted") if kind == _WISHED else _tr("The role, as told")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThenAndNow", text)
