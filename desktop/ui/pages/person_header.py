"""The top of a person's page: who it is, and the one next step with them."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import spacing
from desktop.ui.pages.columns import Columns
from desktop.ui.pages.start_menu import StartMenu
from desktop.ui.widgets.avatar import Avatar
from desktop.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import Muted, Title


class NextStep(Enum):
    """What comes next with a person."""

    START = auto()
    CONTINUE = auto()
    SHARE = auto()
    PREPARE = auto()


class PersonHeader(QWidget):
    """Avatar, name, what is known in one line, and buttons that wrap when the window is narrow."""

    details_asked = Signal()
    start_asked = Signal()
    continue_asked = Signal()
    letter_asked = Signal()
    preparation_asked = Signal()
    feedback_asked = Signal()
    kind_asked = Signal(str)
    choosing_asked = Signal()
    paper_asked = Signal()

    def __init__(self) -> None:
        """Wait for a person."""
        super().__init__()
        self._avatar = Avatar("", large=True)
        self._name = Title()
        self._particulars = Muted()
        self._add_particulars = LinkButton(self.tr("Add role and team"))
        self._details = PlainButton(self.tr("Details"))
        self._feedback = PlainButton(self.tr("Before giving feedback"))
        self._start_anew = PlainButton(self.tr("Start a conversation"))
        self._start = PrimaryButton(self.tr("Start a conversation"))
        self._kinds = StartMenu()
        changing(self._add_particulars, self._start_anew, self._start, self._kinds)
        self._continue = PrimaryButton(self.tr("Continue conversation"))
        self._letter = PrimaryButton(self.tr("Summary and contract"))
        self._prepare = PrimaryButton(self.tr("Prepare"))
        columns = Columns(self, room=300)
        columns.addWidget(self._who())
        columns.addWidget(self._buttons())
        self._connect()

    def tell(self, name: str, particulars: str, step: NextStep) -> None:
        """Show a person; a debt does not keep the manager from starting the next talk."""
        self._avatar.set_name(name)
        self._name.setText(name)
        self._particulars.setText(particulars)
        self._particulars.setVisible(bool(particulars))
        self._add_particulars.setHidden(bool(particulars))
        self._start.setVisible(step is NextStep.START)
        self._continue.setVisible(step is NextStep.CONTINUE)
        self._letter.setVisible(step is NextStep.SHARE)
        self._prepare.setVisible(step is NextStep.PREPARE)
        self._start_anew.setVisible(step is NextStep.SHARE)
        # With two ways on there is room on one line for no third; it lies in the menu then.
        self._feedback.setHidden(step is NextStep.SHARE)
        self._kinds.hold_feedback(held=step is NextStep.SHARE)

    def _who(self) -> QWidget:
        side = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._particulars)
        words.addWidget(self._add_particulars, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * spacing.GRID)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        return side

    def focus_details(self) -> None:
        """Put the keyboard where the details were opened."""
        self._details.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QWidget:
        side = QWidget()
        buttons = FlowLayout(gap=2 * spacing.GRID)
        for button in (self._details, self._feedback, self._ways_to_talk(), self._letter):
            buttons.addWidget(button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        return side

    def _ways_to_talk(self) -> QWidget:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self._start_anew, self._start, self._continue, self._prepare):
            row.addWidget(button)
        row.addWidget(self._kinds)  # always beside the way that is meant first
        return ways

    def _connect(self) -> None:
        self._details.clicked.connect(self.details_asked)
        self._add_particulars.clicked.connect(self.details_asked)
        self._start.clicked.connect(self.start_asked)
        self._start_anew.clicked.connect(self.start_asked)
        self._kinds.kind_chosen.connect(self.kind_asked)
        self._kinds.choosing_asked.connect(self.choosing_asked)
        self._kinds.paper_asked.connect(self.paper_asked)
        self._kinds.feedback_asked.connect(self.feedback_asked)
        self._continue.clicked.connect(self.continue_asked)
        self._letter.clicked.connect(self.letter_asked)
        self._prepare.clicked.connect(self.preparation_asked)
        self._feedback.clicked.connect(self.feedback_asked)
