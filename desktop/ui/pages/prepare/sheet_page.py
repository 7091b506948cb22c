"""The paper sheet for the room, as it comes out of the printer (product D10)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.ids import PlannedId
from desktop.domain.shared.room_sheet import RoomSheet
from desktop.services import room_sheets
from desktop.ui.desk import Desk
from desktop.ui.dialogs import print_page
from desktop.ui.pages.outcome import Outcome
from desktop.ui.pages.send.page_view import PageView
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.buttons import EdgeLink, PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card, NoticePanel
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import SectionHeading, Small, SmallMuted

_A4, _LETTER = "A4", "LETTER"
_SHARES = (584, 388)
_ROOM = 270


class SheetPage(ScrollColumn):
    """The true sheet at the left; at the right what is on it, its size, and the way out."""

    preparation_asked = Signal(str)
    choosing_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_plan``."""
        super().__init__()
        self._desk = desk
        self._which: PlannedId | None = None
        self._shown: tuple[RoomSheet, str] | None = None
        self._pdf = b""
        self._back = PlainButton(self.tr("Back to preparing"))
        self._view = PageView(self.tr("The paper sheet"))
        self._refused = NoticePanel(action=" ")
        self._size = Choice(
            self.tr("Paper"), [(_A4, self.tr("A4")), (_LETTER, self.tr("US Letter"))]
        )
        self._size.looks_only = True
        self._choose = EdgeLink(self.tr("Choose other questions"))
        self._save = PrimaryButton(self.tr("Save PDF…"))
        self._print = PlainButton(self.tr("Print…"))
        self._outcome = Outcome()
        # The frame stands at once; setting the type takes a moment and comes after.
        self._soon = QTimer(self)
        self._build()
        self._connect()

    def show_plan(self, which: PlannedId) -> None:
        """Show the sheet for a planned conversation."""
        self._which, self._shown = which, None
        self._outcome.forget()
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Read again what would be printed; the sheet is set again only when that has changed."""
        if self._which is None:
            return
        # A refusal to look is told here and not by the desk, which catches those to act.
        try:
            sheet = self._desk.ask(room_sheets.room_sheet, self._which)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        if (sheet, self._size.key()) != self._shown:
            self._shown = (sheet, self._size.key())
            self._pdf = b""
            self._let_out(False)
            self._soon.start()

    def _build(self) -> None:
        header = PageHeader(
            self.tr("A sheet for the room"),
            self.tr("For a talk without a screen. Type your notes in afterwards."),
        )
        header.add(self._back)
        self.body.addWidget(header)
        left, right = QWidget(), QWidget()
        paper = QVBoxLayout(left)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.addWidget(self._view, 1)
        paper.addWidget(self._refused)
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.addWidget(self._card())
        cards.addStretch(1)
        self.body.addWidget(Spread(left, right, shares=_SHARES, room=_ROOM), 1)
        self._refused.hide()

    def _card(self) -> Card:
        card = Card()
        card.body.addWidget(SectionHeading(self.tr("On the sheet")))
        card.body.addWidget(Small(self.tr("The questions, the day, and lines to write on.")))
        never = self.tr("No name, no note, nothing that was ever said.")
        card.body.addWidget(SmallMuted(never))
        card.body.addWidget(self._choose)
        card.body.addWidget(self._size)
        card.body.addWidget(self._save)
        card.body.addWidget(self._print)
        card.body.addWidget(self._outcome)
        return card

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._set_type)
        self._size.chosen.connect(self.refresh)
        self._save.clicked.connect(self._save_pdf)
        self._print.clicked.connect(self._print_pdf)
        self._choose.clicked.connect(self._ask_to_choose)
        self._refused.action.clicked.connect(self._ask_to_choose)
        self._back.clicked.connect(self._go_back)

    def _set_type(self) -> None:
        from desktop.export.paper import PageSize

        if self._shown is None:
            return
        sheet, size = self._shown
        try:
            self._pdf = room_sheets.pdf(sheet, PageSize[size])
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._refused.hide()
        self._view.show()
        self._view.show_pdf(self._pdf, "\n".join(asked.ask for asked in sheet.questions))
        self._let_out(True)

    def _refuse(self, refusal: Refusal) -> None:
        self._shown, self._pdf = None, b""
        self._refused.say("", refusal.sentence, self.tr("Choose questions"))
        self._refused.show()
        self._view.hide()
        self._let_out(False)

    def _let_out(self, ready: bool) -> None:
        for way in (self._save, self._print):
            way.setEnabled(ready)

    def _save_pdf(self) -> None:
        from desktop.export.room_sheet import sheet_file_name

        if self._shown is None or not self._pdf:
            return
        name = sheet_file_name(self._shown[0].on, self._shown[0].language)
        saved = self.tr("Saved. Open it to print.")
        self._outcome.save(self._pdf, name, self.tr("PDF (*.pdf)"), saved)

    def _print_pdf(self) -> None:
        try:
            printer = print_page.print_page(self, self._pdf)
        except Trouble as trouble:
            self._outcome.tell_trouble(trouble)
            return
        if printer is not None:
            self._outcome.tell(self.tr("Given to {printer}.").format(printer=printer))

    def _ask_to_choose(self) -> None:
        self.choosing_asked.emit(self._which)

    def _go_back(self) -> None:
        self.preparation_asked.emit(self._which)
