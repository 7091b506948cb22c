"""What was noticed, on the page of today and on a person's page; private in both places."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.ids import PersonId
from desktop.domain.signals import SignalKind
from desktop.services.private import signals
from desktop.ui.desk import PrivateDesk
from desktop.ui.private.signal_row import SmallLink
from desktop.ui.private.signal_rows import SignalRows
from desktop.ui.widgets.beside import NoticedBeside
from desktop.ui.widgets.buttons import SmallButton, changing
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.wizard.signal_names import signal_name

_AT_FIRST, _ON_TODAY = 6, 3
"""How many are shown before the rest is asked for, so that a page keeps to one screen."""


class WaitingSignals(NoticedBeside):
    """Today: every signal whose next step is still to be taken; hidden when there is none."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half."""
        super().__init__("")
        self._desk = desk
        self._is_whole = False
        self._rows = SignalRows(desk, named=True)
        self._more = SmallLink("")
        self.set_label(self.tr("Noticed, private"))
        self.body.addWidget(self._rows)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._turn)
        _pass_on(self._rows, self)
        self.hide()

    def refresh(self) -> None:
        """Read again what waits; what was unfolded stays unfolded."""
        waiting = self._desk.ask(signals.waiting)
        # One more is never worth a press.
        rest = len(waiting) - _ON_TODAY if len(waiting) > _ON_TODAY + 1 else 0
        self._rows.tell(waiting if self._is_whole or not rest else waiting[:_ON_TODAY])
        more = self.tr("Show {n} more").format(n=rest)
        self._more.setText(self.tr("Show less") if self._is_whole else more)
        self._more.setVisible(bool(rest))
        self.setVisible(bool(waiting))

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self.refresh()

    def flush(self) -> None:
        """Set aside what a word on why was typed for."""
        self._rows.flush()


class NoticedPanel(NoticedBeside):
    """A person's page: two clicks note a signal; below, what was noticed and what came of it."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; ``show_person`` says about whom."""
        super().__init__("")
        self._desk = desk
        self._who: PersonId | None = None
        self._is_whole = False
        self._notice = SmallButton(self.tr("Something noticed"))
        changing(self._notice)
        self._rows = SignalRows(desk, named=False)
        self._more = SmallLink("")
        self._between = SmallLink(self.tr("Between conversations"))
        self._menu = QMenu(self)
        self.set_label(self.tr("Noticed, private"))
        self._build()
        _pass_on(self._rows, self)

    def show_person(self, who: PersonId) -> None:
        """Show what was noticed about somebody."""
        if who != self._who:
            self._is_whole = False
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Read it again; what was unfolded stays unfolded."""
        found = self._desk.ask(signals.of_person, self._who) if self._who else ()
        shown = sorted(found, key=lambda noticed: not noticed.outcome.waits)
        self._rows.tell(shown if self._is_whole else shown[:_AT_FIRST])
        self._rows.setVisible(bool(shown))
        self._more.setVisible(len(shown) > _AT_FIRST)
        all_of_them = self.tr("Show all {count}").format(count=len(shown))
        self._more.setText(self.tr("Show less") if self._is_whole else all_of_them)

    def flush(self) -> None:
        """Set aside what a word on why was typed for."""
        self._rows.flush()

    def _build(self) -> None:
        for kind in SignalKind:
            if kind is SignalKind.LESS_ENGAGED:
                self._menu.addSeparator()
            self._menu.addAction(signal_name(kind)).setData(kind.value)
        self.body.addWidget(self._rows)
        ways = FlowLayout(gap=14, row_gap=4)
        ways.addWidget(self._notice)
        ways.addWidget(self._more)
        ways.addWidget(self._between)
        self.body.addLayout(ways)
        self._notice.clicked.connect(self._offer_kinds)
        self._menu.triggered.connect(self._note)
        self._more.clicked.connect(self._turn)
        self._between.clicked.connect(self._ask_between)

    def _offer_kinds(self) -> None:
        below = QPoint(0, self._notice.height())
        self._menu.popup(self._notice.mapToGlobal(below))

    def _note(self, action: QAction) -> None:
        if self._who is not None:
            self._desk.do(signals.notice, self._who, SignalKind(action.data()))
            self.refresh()

    def _ask_between(self) -> None:
        if self._who is not None:
            self.between_asked.emit(self._who)

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self.refresh()


def _pass_on(rows: SignalRows, panel: NoticedBeside) -> None:
    rows.booking_asked.connect(panel.booking_asked)
    rows.talk_asked.connect(panel.talk_asked)
    rows.naming_asked.connect(panel.naming_asked)
    rows.words_asked.connect(panel.words_asked)
