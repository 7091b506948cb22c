"""What stands under a person's goals: motivations, path, directions and bedrock."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.private.kept import Keeping, Kept, KeptAs
from desktop.domain.private.motivations import Source, Weighed
from desktop.domain.shortened import shortened
from desktop.ui.look import spacing
from desktop.ui.private.kept_words import keeping_name, source_name, weight_dots
from desktop.ui.widgets.card import Hairline
from desktop.ui.widgets.chips import ChipLabel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.repeated import Repeated
from desktop.ui.widgets.text import Text, plain_tooltip
from desktop.ui.widgets.wording import Run
from desktop.ui.wizard.motivation_names import motivation_name

_LONGEST_CHIP = 40
_LONGEST, _ON_ONE_LINE = 220, 72
"""Characters that two or three lines hold, and one; the whole words are there on hover."""
_MOST_CHIPS = 5
_MOST_BEDROCK = 2
_STRONG = 2
"""A weight from which a motivation stands out."""


class Statement(Text):
    """What was kept, in the type of what is said, with a small word that names it."""

    role = "serif"


class Underneath(QWidget):
    """Hidden while nothing was kept."""

    def __init__(self) -> None:
        """Show nothing before ``tell``."""
        super().__init__()
        self._told: tuple[tuple[Weighed, ...], tuple[Kept, ...], bool] = ((), (), False)
        self.is_shortened = False
        self._chips = Repeated(_new_chip, flow=FlowLayout(gap=6, row_gap=6))
        self._line = Hairline()
        self._drawn_to = Statement()
        self._moving_away_from = Statement()
        self._bedrock = [Statement() for _ in range(_MOST_BEDROCK)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, spacing.GRID)
        column.setSpacing(spacing.GRID)
        for statement in (self._drawn_to, self._moving_away_from, *self._bedrock):
            statement.keep_to_measure()
        statements = (self._drawn_to, self._moving_away_from, self._line, *self._bedrock)
        for part in (self._chips, *statements):
            column.addWidget(part)
        self.hide()

    def tell(self, weighed: tuple[Weighed, ...], found: tuple[Kept, ...], *, whole: bool) -> bool:
        """Show what weighs most and what was kept, or the ``whole``; return if there is any."""
        if (weighed, found, whole) != self._told:
            self._told = (weighed, found, whole)
            self._show_chips(weighed, _of(found, KeptAs.PATH))
            self._state(self._drawn_to, KeptAs.DRAWN_TO, _of(found, KeptAs.DRAWN_TO))
            away = KeptAs.MOVING_AWAY_FROM
            self._state(self._moving_away_from, away, _of(found, away))
            bedrock = _of(found, KeptAs.BEDROCK)
            self._line.setVisible(bool(bedrock))
            self.is_shortened |= len(bedrock) > 1
            for place, statement in enumerate(self._bedrock):
                shown = bedrock[place : place + 1] if whole or not place else []
                self._state(statement, KeptAs.BEDROCK, shown)
        self.setVisible(bool(weighed or found))
        return bool(weighed or found)

    def _show_chips(self, weighed: tuple[Weighed, ...], paths: list[str]) -> None:
        whole = self._told[2]
        most = len(weighed) if whole else _MOST_CHIPS - min(len(paths), 1)
        shown = paths if whole else paths[:1]
        self.is_shortened = whole or len(weighed) > most or len(paths) > len(shown)
        chips = self._chips.parts(len(weighed[:most]) + len(shown))
        for chip, one in zip(chips, weighed[:most], strict=False):
            _weigh(chip, one)
        for chip, words in zip(chips[len(weighed[:most]) :], shown, strict=True):
            chip.tell(shortened(words, _LONGEST_CHIP))
            chip.setToolTip(plain_tooltip(words))

    def _state(self, statement: Statement, kind: KeptAs, words: list[str]) -> None:
        told, most = " · ".join(words), _LONGEST if self._told[2] else _ON_ONE_LINE
        short = shortened(told, most)
        name = keeping_name(Keeping(kind), "")
        statement.set_runs(Run(f"{name} ", "label_strong"), Run(short, Statement.role))
        statement.setToolTip(plain_tooltip(told) if short != told else "")
        statement.setVisible(bool(words))
        self.is_shortened |= short != told


def _new_chip() -> ChipLabel:
    return ChipLabel("")


def _weigh(chip: ChipLabel, weighed: Weighed) -> None:
    """Say on a chip what moves somebody, and how much."""
    name = f"{motivation_name(weighed.motivation)} {weight_dots(weighed.weight)}"
    if weighed.source in (Source.IMPACT, Source.CONTROL):
        name = f"{name} · {source_name(weighed.source).lower()}"
    chip.tell(name, chosen=weighed.weight >= _STRONG)
    words = " ".join(weighed.words.reveal().split())
    chip.setToolTip(plain_tooltip(words) if words else "")


def _of(found: tuple[Kept, ...], kind: KeptAs) -> list[str]:
    """Return the words kept as one kind, each on one line and only once."""
    words = [" ".join(k.words.reveal().split()) for k in found if k.keeping.kind is kind]
    return list(dict.fromkeys(words))
