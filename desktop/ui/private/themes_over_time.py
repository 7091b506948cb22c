"""Themes over time: who raised which and when, and since when it was acted on (H4)."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.private.themes import Raised, Theme
from desktop.services import clock, people
from desktop.services.private import themes
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import dates
from desktop.ui.plots.marks import Mark, Shape
from desktop.ui.plots.picture import Names
from desktop.ui.plots.shown import ShownOverTime
from desktop.ui.plots.twin import Row
from desktop.ui.private.theme_list import THEME
from desktop.ui.widgets.beside import ThemesOverTimeBeside

_MOST = 8
"""Themes drawn, those that most people raised; the table says all."""


class ThemesOverTime(ThemesOverTimeBeside):
    """A lane a theme, a mark a day; pressing one shows the theme with its lines."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("", padding=20)
        self.set_label(self.tr("Themes over time, private"))
        self._desk = desk
        self._whose: dict[PersonId, str] = {}
        heads = (self.tr("Theme"), self.tr("When"), self.tr("Who"), self.tr("In words"))
        self._shown = ShownOverTime(self.tr("Themes over time"), Names(), heads)
        self.body.addWidget(self._shown)
        self._shown.mark_asked.connect(self._choose)
        self.hide()

    def refresh(self) -> None:
        """Read the themes again."""
        found = [theme for theme in self._desk.ask(themes.themes) if theme.raised]
        self.setVisible(bool(found))
        if not found:
            return
        self._whose = {
            who: self._desk.ask(people.person, who).name
            for who in {each.who for theme in found for each in theme.raised}
        }
        drawn = found[:_MOST]
        names = tuple(_name(theme) for theme in drawn)
        self._shown.line.rename(Names("", names, self.tr("today")))
        marks = [mark for lane, theme in enumerate(drawn) for mark in self._marks(theme, lane)]
        rows = [row for theme in found for row in self._rows(theme)]
        self._shown.tell(marks, rows, self._desk.ask(clock.today))

    def _marks(self, theme: Theme, lane: int) -> Iterator[Mark]:
        days = sorted({each.on for each in theme.raised})
        for day in days:
            raised = [each for each in theme.raised if each.on == day]
            said = f"{_name(theme)}, {dates.full_day(day)}. {self._told(raised)}"
            names = ", ".join(dict.fromkeys(first_name(self._whose[each.who]) for each in raised))
            yield Mark(_key(theme, day), day, said, lane, words=names)
        if theme.acted is not None:
            words = self.tr("acted on")
            said = f"{_name(theme)}, {dates.full_day(theme.acted)}. {words}."
            key = f"{_key(theme, theme.acted)} acted"
            yield Mark(key, theme.acted, said, lane, words=words, shape=Shape.DIAMOND)

    def _told(self, raised: Sequence[Raised]) -> str:
        said = (f"{self._whose[each.who]}: {_on_one_line(each)}" for each in raised)
        return " ".join(said)

    def _rows(self, theme: Theme) -> Iterator[Row]:
        for each in theme.raised:
            who, words = self._whose[each.who], _on_one_line(each)
            cells = (_name(theme), dates.short_day(each.on), who, words)
            yield Row(_key(theme, each.on), cells)
        if theme.acted is not None:
            cells = (
                _name(theme),
                dates.short_day(theme.acted),
                self.tr("you"),
                self.tr("acted on"),
            )
            yield Row(_key(theme, theme.acted), cells)

    def _choose(self, key: str) -> None:
        self.chosen.emit(THEME + key.split(" ", maxsplit=1)[0])


def _key(theme: Theme, day: date) -> str:
    return f"{theme.id} {day.isoformat()}"


def _name(theme: Theme) -> str:
    return " ".join(theme.name.reveal().split())


def _on_one_line(each: Raised) -> str:
    return " ".join(each.words.reveal().split())
