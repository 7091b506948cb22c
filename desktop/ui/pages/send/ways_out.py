"""Taking the page out, each way to its end: done, recorded, and told; or told why not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal, Trouble
from desktop.domain.people import first_name
from desktop.domain.shared.shares import NOBODY, Document, Way
from desktop.services import (
    clock,
    contracts,
    conversations,
    papers,
    people,
    sending,
    shares,
)
from desktop.ui.desk import Desk
from desktop.ui.dialogs import print_page, save_file
from desktop.ui.jobs import Job
from desktop.ui.pages.send.outgoing_page import OutgoingPage
from desktop.ui.pages.send.ways_card import WaysCard
from desktop.ui.widgets import clipboard


class WaysOut(QObject):
    """Knows how each way is gone; asks and tells on the page it belongs to."""

    def __init__(self, desk: Desk, card: WaysCard, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._card = card
        self._window = page
        self._page: OutgoingPage | None = None
        self._mailed: tuple[OutgoingPage, bytes] | None = None
        self._instead: Way | None = None
        self._left: set[tuple[Way, bytes]] = set()
        self._left_again = False
        card.outcome.instead_asked.connect(self._go_instead)

    def begin_visit(self) -> None:
        """Record again what leaves: the page is opened anew."""
        self._left.clear()

    def go(self, way: Way, page: OutgoingPage) -> None:
        """Take a page out one way."""
        self._page = page
        self._instead = None
        # Trouble with somebody's folder belongs beside the button, not into the vault's banner.
        try:
            self._ways()[way]()
        except Trouble as trouble:
            self._tell_trouble(trouble)
        except Refusal as refusal:
            self._card.outcome.tell(refusal.sentence)

    def _ways(self) -> dict[Way, Callable[[], None]]:
        return {
            Way.PDF: self._save_pdf,
            Way.PRINT: self._print,
            Way.MAIL: self._open_mail,
            Way.EML: self._save_mail,
            Way.OPEN_DOCUMENT: self._save_open_document,
            Way.TEXT: self._save_text,
            Way.CLIPBOARD: self._copy,
            Way.CALENDAR: self._save_dates,
        }

    # To a file ---------------------------------------------------------------------------------

    def _save_pdf(self) -> None:
        self._save(Way.PDF, self._here().pdf, self.tr("PDF (*.pdf)"))

    def _save_open_document(self) -> None:
        content = self._here().open_document()
        self._save(Way.OPEN_DOCUMENT, content, self.tr("OpenDocument text (*.odt)"))

    def _save_text(self) -> None:
        self._save(Way.TEXT, self._here().plain_text().encode(), self.tr("Text (*.txt)"))

    def _save_mail(self) -> None:
        self._save(Way.EML, self._draft(), self.tr("E-mail (*.eml)"))

    def _save_dates(self) -> None:
        self._save(Way.CALENDAR, self._dates(), self.tr("Calendar (*.ics)"))

    def _dates(self) -> bytes:
        which = self._here().out.conversation
        if which is None:
            return b""
        choice = self._card.dates
        return self._desk.ask(
            sending.calendar, which, owners=choice.owners(), details=choice.with_details()
        )

    def _save(self, way: Way, content: bytes, kind: str) -> None:
        from desktop.export.file_names import file_name
        from desktop.export.save import save_aside

        language = self._here().paper.language
        suggested = file_name(self._here().out.document, way, self._day(), language)
        place = save_file.choose_place(self._window, suggested, kind)
        if place is None:
            return
        save_aside(place, content)
        if not self._record(way, content):
            self._tell_not_recorded()
            return
        words = f"{self._saved(way)} {self._where(place)}"
        if way is Way.CALENDAR:
            self._card.close_dates()
            opens = self.tr("Open it in your calendar")
            self._card.outcome.tell(words, file=place, opens=opens)
            return
        self._card.outcome.tell(words, self._name(), file=place)

    # To another program ------------------------------------------------------------------------

    def _open_mail(self) -> None:
        if self._mailed is not None:
            return
        self._mailed = (self._here(), self._draft())
        self._card.outcome.tell(self.tr("Opening your mail program …"))
        job = Job(self._hand_over, self)
        job.done.connect(self._tell_mail)
        job.failed.connect(self._tell_mail_trouble)
        job.start()

    def _hand_over(self, _report: object) -> None:
        from desktop.export.mail_program import open_draft

        if self._mailed is not None:
            open_draft(self._mailed[1])

    def _tell_mail(self) -> None:
        if self._mailed is None:
            return
        (self._page, mail), self._mailed = self._mailed, None
        if not self._record(Way.MAIL, mail):
            self._tell_not_recorded()
            return
        opened = self.tr("A draft is open in your mail program, and recorded here.")
        if self._left_again:
            opened = self.tr("The same draft is open once more. It was recorded before.")
        words = [
            opened,
            self.tr("Send it or save it there before you lock Onward."),
        ]
        if not self._has_address():
            words.insert(1, self._no_address())
        self._card.outcome.tell(" ".join(words), self._name())

    def _tell_mail_trouble(self, error: Exception) -> None:
        self._mailed = None
        if not isinstance(error, Trouble):
            raise error
        self._instead = Way.EML
        self._card.outcome.tell_trouble(error, instead=self.tr("Save the e-mail as a file…"))

    def _print(self) -> None:
        pdf = self._here().pdf
        try:
            printer = print_page.print_page(self._window, pdf)
        except Trouble as trouble:
            self._instead = Way.PDF
            self._card.outcome.tell_trouble(trouble, instead=self.tr("Save PDF…"))
            return
        if printer is None:
            return
        if self._record(Way.PRINT, pdf):
            words = self.tr("Given to {printer} and recorded.")
            if self._left_again:
                words = self.tr("Given to {printer} once more. It was recorded before.")
            words = words.format(printer=printer)
            self._card.outcome.tell(words, self._name())
        else:
            self._tell_not_recorded()

    def _copy(self) -> None:
        text = self._here().plain_text()
        clipboard.put(text)
        if self._record(Way.CLIPBOARD, text.encode()):
            words = self.tr(
                "Copied and recorded. Paste it where you write to {name}: "
                "it leaves the clipboard after 30 seconds, and when Onward locks."
            )
            if not self._here().out.document.has_addressee:
                words = self.tr(
                    "Copied and recorded. It leaves the clipboard after 30 seconds, and when "
                    "Onward locks."
                )
            self._card.outcome.tell(words.format(name=self._name()), self._name())
        else:
            self._tell_not_recorded()

    # What came of it ---------------------------------------------------------------------------

    def _record(self, way: Way, content: bytes) -> bool:
        """Record what left; the very same bytes the same way count once on one visit."""
        leaving = (way, content)
        self._left_again = leaving in self._left
        if self._left_again:
            return True
        done = self._desk.do(shares.note_paper, self._here().out, way, content).done
        if done:
            self._left.add(leaving)
        return done

    def _saved(self, way: Way) -> str:
        if self._left_again:
            return self.tr("Saved once more. It was recorded before.")
        if way is Way.EML:
            words = self.tr("Saved and recorded. Open it in your mail program: it is not sent yet.")
            return words if self._has_address() else f"{words} {self._no_address()}"
        if way is Way.CALENDAR:
            return self.tr("Saved. Importing it again later brings your calendar up to date.")
        if self._here().out.document is Document.DRAFT:
            words = self.tr(
                "Saved and recorded as a draft. Nothing is agreed; the 48 hours have stopped,"
                " because {name} has the summary now."
            )
            return words.format(name=self._name())
        version = self._version()
        if version is None:
            return self.tr("Saved and recorded.")
        words = self.tr("Saved and recorded. {name}’s page is version {n} of the contract.")
        return words.format(name=self._name(), n=version)

    def _where(self, place: Path) -> str:
        words = self.tr("“{file}” lies in “{folder}”.")
        return words.format(file=place.name, folder=place.parent.name or str(place.parent))

    def _tell_not_recorded(self) -> None:
        self._card.outcome.tell(
            self.tr(
                "The page was saved, but the vault could not record it. "
                "Please save it once more in the same place."
            )
        )

    def _tell_trouble(self, trouble: Trouble) -> None:
        self._card.outcome.tell_trouble(trouble)

    def _go_instead(self) -> None:
        if self._instead is not None and self._page is not None:
            self.go(self._instead, self._page)

    # What is known -----------------------------------------------------------------------------

    def _draft(self) -> bytes:
        dates = self._dates() if self._card.dates.go_with_mail() else b""
        return self._desk.ask(papers.mail, self._here().out, self._here().pdf, dates=dates).content

    def _has_address(self) -> bool:
        out = self._here().out
        if not out.document.has_addressee:
            return False
        return bool(self._desk.ask(people.person, out.person).email)

    def _no_address(self) -> str:
        return self.tr("It has no address yet.")

    def _here(self) -> OutgoingPage:
        if self._page is None:
            raise RuntimeError("Nothing can leave before there is a page.")
        return self._page

    def _name(self) -> str:
        who = self._here().out.person
        return "" if who == NOBODY else first_name(self._desk.ask(people.person, who).name)

    def _day(self) -> date:
        which = self._here().out.conversation
        if which is None:
            return self._desk.ask(clock.today)
        return self._desk.ask(conversations.conversation, which).begun.date()

    def _version(self) -> int | None:
        which = self._here().out.conversation
        contract = self._desk.ask(contracts.of_conversation, which) if which else None
        return contract.version if contract else None
