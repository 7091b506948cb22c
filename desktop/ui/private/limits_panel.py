"""Five honest steps when an ambition does not fit the organisation (playbook H1 to H5)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.limits import Limits, LimitsStep, fudge_in
from desktop.domain.private.unsaved import PrivatePlace, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import people, wording
from desktop.services.private import kept, limits
from desktop.ui.desk import PrivateDesk
from desktop.ui.look import spacing
from desktop.ui.widgets.beside import LimitsBeside
from desktop.ui.widgets.buttons import PlainButton, QuietButton
from desktop.ui.widgets.card import Hairline, NoticePanel
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.editors import GrowingEditor, PlainEditor
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.one_stop import OneStop
from desktop.ui.widgets.page import keep_prose_to_measure
from desktop.ui.widgets.text import Muted, SerifHeading, SmallMuted

_STEPS = tuple(LimitsStep)


class StepChip(Chip):
    """One of the five steps."""

    asked = Signal(str)

    def __init__(self, step: LimitsStep, number: int) -> None:
        """Count from 1."""
        super().__init__(f"{number} · {wording.limits_step(step).short}")
        self._step = step
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._step)


class LimitsPanel(LimitsBeside):
    """One ambition, five steps; every pause in typing is saved, and leaving is always fine."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_person``."""
        super().__init__("")
        self.set_label(self.tr("Private, never leaves this vault"))
        self._desk = desk
        self._who: PersonId | None = None
        self._limits: Limits | None = None
        self._step = LimitsStep.SAY_IT
        self._is_unsaved = False
        self._ambition = GrowingEditor(
            self.tr("What does not fit"), placeholder=self.tr("The wish, as they put it")
        )
        self._another = QuietButton(self.tr("Begin with another wish"))
        self._chips = {step: StepChip(step, n) for n, step in enumerate(_STEPS, start=1)}
        self._title = SerifHeading()
        self._help = Muted()
        self._editor = PlainEditor(self.tr("What you will say, and what you think"))
        self._fudge = NoticePanel()
        self._back = PlainButton(self.tr("Step back"), shortcut="Alt+Left")
        self._next = PlainButton(self.tr("Next step"), shortcut="Alt+Right")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body.setSpacing(spacing.GRID)
        self.body.addWidget(SmallMuted(self.tr("What does not fit")))
        self.body.addWidget(self._ambition)
        self.body.addWidget(self._another)
        self.body.addWidget(Hairline())
        row = QWidget()
        flow = FlowLayout(row, gap=7, row_gap=7)
        for chip in self._chips.values():
            flow.addWidget(chip)
        self._stop = OneStop(row, tuple(self._chips.values()))
        for part in (row, self._title, self._help):
            self.body.addWidget(part)
        self.body.addWidget(self._editor, 1)
        self.body.addWidget(self._fudge)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._next)
        self.body.addLayout(foot)
        keep_prose_to_measure(self)

    def _connect(self) -> None:
        for chip in self._chips.values():
            chip.asked.connect(self._go_to)
        self._ambition.edited.connect(self._keep_ambition)
        self._editor.edited.connect(self._keep)
        self._editor.textChanged.connect(self._name_fudge)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._another.clicked.connect(self._begin_another)

    def show_person(self, who: PersonId) -> None:
        """Show what was begun with somebody, at the step where it was left; flush first."""
        self._who = who
        found = self._desk.ask(limits.of_person, who)
        self._show(found[0] if found else None)

    def refresh(self) -> None:
        """Read again all but what is being written."""
        if self._who is not None:
            found = self._desk.ask(limits.of_person, self._who)
            mine = self._limits.id if self._limits else None
            self._limits = next((one for one in found if one.id == mine), self._limits)

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        for editor in (self._ambition, self._editor):
            editor.flush()
        if self._is_unsaved:
            self._keep_ambition()
            if not self._is_unsaved:
                self._keep()
        return not self._is_unsaved

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the ambition and the step that could not be saved; for the sealed draft."""
        if self._who is None or not self._is_unsaved:
            return ()
        flow = self._limits.id if self._limits else ""
        return tuple(
            UnsavedNote(PrivatePlace.LIMITS, (self._who, flow, step), PrivateText(editor.text()))
            for step, editor in (("", self._ambition), (self._step.value, self._editor))
        )

    def focus_writing(self) -> None:
        """Put the keyboard where the next words go."""
        (self._editor if self._ambition.text().strip() else self._ambition).setFocus()

    def _show(self, found: Limits | None) -> None:
        self._limits = found
        ambition = found.ambition.reveal() if found else self._wish_kept()
        self._ambition.set_text(ambition)
        self._another.setVisible(found is not None)
        self._show_step(found.standing_at if found else LimitsStep.SAY_IT)

    def _wish_kept(self) -> str:
        """Return the goal kept last, to begin with; the manager may write another."""
        if self._who is None:
            return ""
        goals = self._desk.ask(kept.kept_of_person, self._who, (KeptAs.GOAL,))
        return goals[0][0].words.reveal() if goals else ""

    def _show_step(self, step: LimitsStep) -> None:
        self._step = step
        words = wording.limits_step(step)
        name = first_name(self._desk.ask(people.person, self._who).name) if self._who else ""
        self._title.setText(words.title)
        self._help.setText(words.help.format(name=name))
        self._editor.set_text(self._limits.at(step).reveal() if self._limits else "")
        for each, chip in self._chips.items():
            chip.setChecked(each is step)
        self._back.setEnabled(step is not _STEPS[0])
        self._next.setEnabled(step is not _STEPS[-1])
        self._name_fudge()
        self.step_chosen.emit(step)

    def _go_to(self, step: str) -> None:
        if not self.flush():
            return
        if self._limits is not None:
            self._desk.do(limits.stand_at, self._limits, LimitsStep(step))
            self.refresh()
        self._show_step(LimitsStep(step))

    def _go_back(self) -> None:
        self._go_to(_STEPS[max(0, _STEPS.index(self._step) - 1)])
        self._editor.setFocus()

    def _go_on(self) -> None:
        self._go_to(_STEPS[min(len(_STEPS) - 1, _STEPS.index(self._step) + 1)])
        self._editor.setFocus()

    def _begin_another(self) -> None:
        if self._who is not None and self.flush():
            begun = self._desk.do(limits.begin, self._who)
            if begun.done:
                self._show(begun.value)
                self._ambition.setFocus()

    def _begun(self) -> Limits | None:
        if self._limits is None and self._who is not None:
            ambition = PrivateText(self._ambition.text())
            begun = self._desk.do(limits.begin, self._who, ambition)
            self._limits = begun.value if begun.done else None
        return self._limits

    def _keep_ambition(self) -> None:
        flow = self._begun()
        ambition = PrivateText(self._ambition.text())
        self._is_unsaved = flow is None or not self._desk.do(limits.name, flow, ambition).done
        self.refresh()

    def _keep(self) -> None:
        flow = self._begun()
        words = PrivateText(self._editor.text())
        self._is_unsaved = (
            flow is None or not self._desk.do(limits.write, flow, self._step, words).done
        )
        self.refresh()

    def _name_fudge(self) -> None:
        fudge = fudge_in(self._editor.text(), wording.fudges())
        self._fudge.setVisible(bool(fudge))
        if fudge:
            self._fudge.say(
                self.tr("“{words}” leaves the door ajar.").format(words=fudge),
                self.tr("If it is closed, say so. If it is open, say what it would take."),
            )
