"""The motivations beneath the goals, each with a weight; a panel inside the notes (playbook B1)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.motivations import Motivation
from desktop.domain.private.motivations import ASKED_FOR_SOURCE, HEAVIEST, Source
from desktop.ui.private.kept_words import remark, source_name, weight_dots
from desktop.ui.private.leaving_reading import Choice
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.text import SmallMuted, plain_tooltip
from desktop.ui.wizard.motivation_names import motivation_name


class WeightChip(Chip):
    """A motivation; each press makes it weigh one more, from three back to nothing."""

    weighed = Signal(str, int)

    def __init__(self, motivation: Motivation, number: int) -> None:
        """Listen to Ctrl and ``number`` while it can be seen."""
        self._name = motivation_name(motivation)
        super().__init__(self._name)
        self._motivation = motivation
        self._weight = 0
        keys = QKeySequence(f"Ctrl+{number}")
        self._native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tooltip(f"{self._name} ({self._native})"))
        QShortcut(keys, self).activated.connect(self.click)
        self.clicked.connect(self._add)
        self.show_weight(0)

    def show_weight(self, weight: int) -> None:
        """Show what it weighs: 0 to 3 dots."""
        self._weight = weight
        self.setText(f"{self._name} {weight_dots(weight)}".strip())
        self.setAccessibleName(self._name)
        said = self.tr("weighs {weight} of {heaviest}").format(weight=weight, heaviest=HEAVIEST)
        self.setAccessibleDescription(f"{said}, {self._native}")
        self.setChecked(weight > 0)

    def widest(self) -> str:
        """Return it with all the dots, so that nothing moves under the pointer."""
        return f"{self._name} {weight_dots(HEAVIEST)}"

    def _add(self) -> None:
        self.weighed.emit(self._motivation, (self._weight + 1) % (HEAVIEST + 1))


class MotivationRow(QWidget):
    """Nine chips, and the quiet words that belong to one that weighs."""

    weighed = Signal(str, int)
    source_told = Signal(str, str)
    """Carries a motivation and its source; an empty one takes it back."""
    back_asked = Signal()

    def __init__(self) -> None:
        """Show nothing before ``tell``."""
        super().__init__()
        self._chips = {
            motivation: WeightChip(motivation, number)
            for number, motivation in enumerate(Motivation, start=1)
        }
        self._remark = SmallMuted()
        # The panel around it hears Esc, wherever in it the keyboard is.
        self._back = QuietButton(self.tr("Back to keeping"), shortcut="Esc", listens=False)
        self._source = Choice(
            self.tr("It comes from wanting"), [source_name(source) for source in Source]
        )
        self._last: Motivation | None = None
        self.setAccessibleName(self.tr("Motivations"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        head = QHBoxLayout()
        lead = self.tr("What lies beneath it? Press once, twice or three times for the weight.")
        head.addWidget(SmallMuted(lead), 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        chips = QWidget()
        flow = FlowLayout(chips, gap=7, row_gap=7)
        for chip in self._chips.values():
            flow.addWidget(chip)
            chip.weighed.connect(self._tell_weight)
        OneStop(chips, tuple(self._chips.values()))
        column.addWidget(chips)
        column.addWidget(self._remark)
        column.addWidget(self._source)
        self._source.hide()
        self._source.chosen.connect(self._tell_source)
        self._back.clicked.connect(self.back_asked)

    def tell(self, weights: Mapping[Motivation, int], sources: Mapping[Motivation, Source]) -> None:
        """Show what weighs; the last one pressed speaks first, a guess whenever it weighs."""
        for motivation, chip in self._chips.items():
            chip.show_weight(weights.get(motivation, 0))
        speaking = [m for m in (self._last, Motivation.NEXT_RUNG) if m and m in weights]
        words = next((remark(m) for m in speaking if remark(m)), "")
        self._remark.setText(words)
        self._remark.setVisible(bool(words))
        self._show_source(weights, sources)

    def _show_source(
        self, weights: Mapping[Motivation, int], sources: Mapping[Motivation, Source]
    ) -> None:
        is_asked = self._last in ASKED_FOR_SOURCE and self._last in weights
        self._source.setVisible(is_asked)
        known = sources.get(self._last) if self._last else None
        self._source.show_place(list(Source).index(known) if known else None)

    def _tell_source(self) -> None:
        place = self._source.place
        self.source_told.emit(self._last, "" if place is None else list(Source)[place])

    def begin(self) -> None:
        """Say nothing about what was pressed before."""
        self._last = None

    def focus_first(self) -> None:
        """Put the keyboard on the first chip."""
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_weight(self, motivation: str, weight: int) -> None:
        self._last = Motivation(motivation)
        self.weighed.emit(motivation, weight)
