"""The card of ways out: one that is meant first, three beside it, and the quiet ones below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.shared.shares import Document, Way
from desktop.ui.pages.outcome import Outcome
from desktop.ui.pages.send.dates_choice import DatesChoice
from desktop.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.text import SmallMuted


class WaysCard(Card):
    """Says which way was pressed; what comes of it is told in ``outcome``."""

    way_asked = Signal(Way)
    draft_turned = Signal(bool)

    def __init__(self) -> None:
        """Begin with nothing that could leave."""
        super().__init__()
        self.outcome = Outcome()
        self.dates = DatesChoice()
        self._draft = Tick(self.tr("As a draft to look over"), steps_back=False)
        self._draft_means = SmallMuted()
        self._mail = PrimaryButton("")
        self._save = PlainButton(self.tr("Save PDF…"))
        self._print = PlainButton(self.tr("Print…"))
        self._calendar = PlainButton(self.tr("Add dates to calendar"))
        self._eml = LinkButton(self.tr("E-mail file…"))
        self._editable = LinkButton(self.tr("Editable copy…"))
        self._text = LinkButton(self.tr("Text file…"))
        self._copy = LinkButton(self.tr("Copy text"))
        self._quiet = QWidget()
        self._has_dates = True
        self._never = SmallMuted(
            self.tr(
                "An e-mail opens in your own mail program with the PDF attached. "
                "Onward itself never connects to anything."
            )
        )
        self._ways = {
            self._mail: Way.MAIL,
            self._save: Way.PDF,
            self._print: Way.PRINT,
            self._eml: Way.EML,
            self._editable: Way.OPEN_DOCUMENT,
            self._text: Way.TEXT,
            self._copy: Way.CLIPBOARD,
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body.setContentsMargins(19, 17, 19, 16)
        self.body.setSpacing(9)
        quiet = FlowLayout(self._quiet, gap=6, row_gap=2)
        for link in (self._eml, self._editable, self._text, self._copy):
            quiet.addWidget(link)
        for part in (
            self._draft,
            self._draft_means,
            self._mail,
            self._save,
            self._print,
            self._calendar,
            self.dates,
            self._quiet,
            self.outcome,
            self._never,
        ):
            self.body.addWidget(part)

    def _connect(self) -> None:
        for button in self._ways:
            button.clicked.connect(self._announce)
        self._draft.toggled.connect(self._turn_draft)
        self._calendar.clicked.connect(self._turn_dates)
        self.dates.save_asked.connect(self._announce_dates)

    def name_person(self, name: str, document: Document) -> None:
        """Say to whom an e-mail goes; only a contract has dates."""
        self._mail.setText(self.tr("Email {name} a draft").format(name=name))
        if not document.has_addressee:
            self._mail.setText(self.tr("Email a draft"))
        self.dates.name_person(name)
        means = self.tr(
            "Every sheet then says that nothing is agreed. {name} has the summary, so the 48 hours"
            " stop; contract and dates wait."
        )
        self._draft_means.setText(means.format(name=name))
        # What a draft lacks stays in its place, so that no button moves under the pointer.
        self._calendar.setVisible(document in (Document.SUMMARY, Document.DRAFT))
        self._has_dates = document is Document.SUMMARY

    def offer_draft(self, *, offered: bool) -> None:
        """Offer to send a page as a draft; one that is agreed is none any more."""
        self._draft.setVisible(offered)
        self._draft_means.setVisible(offered)

    def allow(self, allowed: bool) -> None:
        """Let the page leave, or not yet; dates are checked like the rest of it."""
        for button in self._ways:
            button.setEnabled(allowed)
        for part in (self._calendar, self.dates):
            part.setEnabled(allowed and self._has_dates)

    def forget(self) -> None:
        """Say nothing of earlier outcomes."""
        self.outcome.forget()
        self.dates.forget()
        self._show_dates(shown=False)

    def begin_anew(self) -> None:
        """Forget what was chosen for another page."""
        before = self._draft.blockSignals(True)
        self._draft.setChecked(False)
        self._draft.blockSignals(before)
        self.forget()

    def close_dates(self) -> None:
        """Close what opened beneath the button for dates; the keyboard goes back to that."""
        self._calendar.setFocus()
        self._show_dates(shown=False)

    def _announce(self) -> None:
        button = self.sender()
        self.way_asked.emit(next(way for b, way in self._ways.items() if b is button))

    def _turn_draft(self, is_draft: bool) -> None:
        self.forget()
        self.draft_turned.emit(is_draft)

    def _announce_dates(self) -> None:
        self.way_asked.emit(Way.CALENDAR)

    def _turn_dates(self) -> None:
        self.outcome.forget()
        self._show_dates(shown=self.dates.isHidden())

    def _show_dates(self, *, shown: bool) -> None:
        """Open the choice of dates in the place of what is less near now."""
        self.dates.setVisible(shown)
        self._quiet.setHidden(shown)
        self._never.setHidden(shown)
