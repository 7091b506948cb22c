"""What has left about a person, each opened again as it was (product F6)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.domain.people import first_name
from desktop.domain.shared.shares import NOBODY, Share
from desktop.services import clock, contracts, conversations, letter_languages, people, shares
from desktop.ui.desk import Desk
from desktop.ui.look import dates
from desktop.ui.pages.outcome import Outcome
from desktop.ui.pages.record import wording
from desktop.ui.pages.record.rows import ShareLine, ShareRows
from desktop.ui.pages.send.page_view import PageView
from desktop.ui.pages.spread import Spread
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.card import Card, ErrorLine, SharedPanel
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.text import Body, Small, SmallMuted
from desktop.ui.widgets.unrolled import Unrolled

_SHARES = (584, 388)
_ROOM = 270


class RecordPage(ScrollColumn):
    """The chosen one at the left from its very bytes; at the right the list and its fingerprint."""

    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        """Work over the shared half; nothing is shown before ``show_person``."""
        super().__init__()
        self._desk = desk
        self._who: PersonId | None = None
        self._chosen: Share | None = None
        self._content = b""
        self._header = PageHeader("")
        self._back = PlainButton(self.tr("Back"))
        self._view = PageView(self.tr("The page as it left"))
        self._text = SharedPanel(self.tr("The words as they left"), padding=22)
        self._words = Body()
        self._refusal = ErrorLine()
        self._none = SmallMuted(self.tr("Nothing has left yet. What you send will stand here."))
        self._rows = ShareRows()
        self._about = Card()
        self._fingerprint = Small()
        self._again = PlainButton(self.tr("Save it again…"))
        self._outcome = Outcome()
        self._build()
        self._rows.share_chosen.connect(self._choose)
        self._again.clicked.connect(self._save_again)
        self._back.clicked.connect(self.back_asked)

    def show_person(self, who: PersonId) -> None:
        """Show what left about somebody, the latest opened."""
        self._who, self._chosen = who, None
        self._outcome.forget()
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; what is open stays open."""
        if self._who is None:
            return
        title = self.tr("What colleagues were given")
        if self._who != NOBODY:
            name = first_name(self._desk.ask(people.person, self._who).name)
            title = self.tr("What {name} was given").format(name=name)
        self._header.say(
            title,
            self.tr("Everything that left this vault, to the byte. Private notes never do."),
        )
        found = self._desk.ask(shares.of_person, self._who)
        if self._chosen is None and found:
            self._open(found[0])
        self._tell(found)
        self._none.setHidden(bool(found))
        self._about.setVisible(bool(found))
        if not found:
            self._view.hide()
            self._text.hide()

    def _build(self) -> None:
        self._header.add(self._back)
        self.body.addWidget(self._header)
        left, right = QWidget(), QWidget()
        paper = QVBoxLayout(left)
        paper.setContentsMargins(0, 0, 0, 0)
        for part in (self._view, self._text):
            paper.addWidget(part, 1)
        paper.addWidget(self._refusal)
        paper.addWidget(self._none)
        paper.addStretch(0)
        words = Unrolled()
        words.body.addWidget(self._words)
        words.body.addStretch(1)
        self._text.body.addWidget(words, 1)
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(15)
        cards.addWidget(self._about)
        cards.addWidget(self._rows)
        cards.addStretch(1)
        print_of = SmallMuted(self.tr("Fingerprint (SHA-256) of its exact bytes"))
        for about in (print_of, self._fingerprint, self._again, self._outcome):
            self._about.body.addWidget(about)
        self.body.addWidget(Spread(left, right, shares=_SHARES, room=_ROOM), 1)

    def _tell(self, found: Sequence[Share]) -> None:
        today = self._desk.ask(clock.today)
        versions = self._versions(found)
        self._rows.tell(
            [
                ShareLine(
                    key=share.id,
                    what=wording.what(share, versions.get(share.contract or "")),
                    how_and_when=f"{wording.how(share)}, {wording.when(share, today)}",
                    full_day=dates.full_day(share.at.date()),
                    is_chosen=self._chosen is not None and share.id == self._chosen.id,
                )
                for share in found
            ]
        )

    def _versions(self, found: Sequence[Share]) -> dict[str, int]:
        if not found:
            return {}
        return {c.id: c.version for c in self._desk.ask(contracts.versions, found[0].person)}

    def _choose(self, which: str) -> None:
        found = () if self._who is None else self._desk.ask(shares.of_person, self._who)
        self._outcome.forget()
        self._open(next(share for share in found if share.id == which))
        self._tell(found)

    def _open(self, share: Share) -> None:
        from desktop.export.reopened import page_in, words_in

        self._chosen = share
        # A refusal to look is told here and not by the desk, which catches those to act.
        try:
            _, self._content = self._desk.ask(shares.opened, share.id)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._refusal.hide()
        page = page_in(self._content)
        self._view.setVisible(bool(page))
        self._text.setHidden(bool(page))
        if page:
            self._view.show_pdf(page, "")
        else:
            self._words.setText(words_in(self._content))
        self._fingerprint.setText(wording.fingerprint(share))
        self._again.setEnabled(True)

    def _refuse(self, refusal: Refusal) -> None:
        self._content = b""
        self._view.hide()
        self._text.hide()
        self._again.setEnabled(False)
        self._fingerprint.setText("")
        self._refusal.setText(refusal.sentence)
        self._refusal.show()

    def _save_again(self) -> None:
        from desktop.export.file_names import file_name

        share = self._chosen
        if share is None or not self._content:
            return
        language = self._desk.ask(letter_languages.of_somebody, share.person)
        name = file_name(share.document, share.way, self._day(share), language)
        ending = name.rpartition(".")[2]
        kind = self.tr("The same file (*.{ending})").format(ending=ending)
        saved = self.tr("Saved again, byte for byte, and recorded.")
        if self._outcome.save(self._content, name, kind, saved):
            self._desk.do(shares.note_again, share.id)

    def _day(self, share: Share) -> date:
        """Return the day in the name under which it left: that of the talk, if it is of one."""
        if share.conversation is None:
            return share.at.date()
        return self._desk.ask(conversations.conversation, share.conversation).begun.date()
