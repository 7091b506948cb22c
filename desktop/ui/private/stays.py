"""What stays in the vault while a page leaves, and the look back at what may have slipped out."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.shares import NOBODY
from desktop.domain.sharing import Resemblance, private_sentences_in
from desktop.domain.shortened import shortened
from desktop.services import people
from desktop.services.private import answers
from desktop.storage.shelves import PrivateShelf
from desktop.ui.desk import PrivateDesk
from desktop.ui.jobs import Job
from desktop.ui.widgets.beside import StaysBeside
from desktop.ui.widgets.card import NoticePanel
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.text import SmallList

_MOST_NAMED = 3
_LONGEST = 160
_NOT_COUNTED = "…"


@dataclass(frozen=True, slots=True)
class _LookBack:
    """One look for private words in a page; it takes seconds where very many notes are kept."""

    person: PersonId
    page: str
    notes: tuple[PrivateText, ...]

    def __call__(self, _report: object) -> "_Found":
        return _Found(self, private_sentences_in(self.page, self.notes))


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look back brought."""

    asked: _LookBack
    there: tuple[Resemblance, ...]


class StaysPanel(StaysBeside):
    """Counts the notes and says whether a sentence of them stands in the page."""

    def __init__(self, desk: PrivateDesk, parent: QWidget | None = None) -> None:
        """Read through the private half; nothing is shown before ``show_page``."""
        super().__init__("", parent)
        self.set_label(self.tr("Stays here"))
        self._desk = desk
        self._looked_at: tuple[PersonId, str] | None = None
        self._is_judged = False
        self._asked: _LookBack | None = None
        self._count = SmallList()
        self._checking = SmallList(self.tr("Looking for sentences of your notes in the page…"))
        self._checked = SmallList(self.tr("Checked: no sentence of your notes appears in the page"))
        self._slip = _Slip()
        self._build()
        self._slip.action.clicked.connect(self.reword_asked)
        self._slip.let_go.toggled.connect(self._tell_verdict)

    def _build(self) -> None:
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addWidget(self._count)
        # Both in one place, as high as the higher one.
        verdict = QGridLayout()
        for part in (self._checking, self._checked):
            verdict.addWidget(part, 0, 0, Qt.AlignmentFlag.AlignTop)
        facts.addLayout(verdict)
        facts.addWidget(self._slip)
        self.body.addLayout(facts)
        self.forget_page()

    def _hold_place(self, *, held: bool) -> None:
        for part in (self._checking, self._checked):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(held)
            part.setSizePolicy(policy)

    def forget_page(self) -> None:
        """Look until another page has been judged; until then nothing may leave.

        What is not known yet keeps its line, so that nothing below moves while a page is made.
        """
        self._is_judged = False
        self._asked = None
        self._count.setText(_NOT_COUNTED)
        self._hold_place(held=True)
        self._checking.show()
        for part in (self._checked, self._slip):
            part.hide()

    def show_page(self, conversation: ConversationId, page_text: str) -> None:
        """Look for sentences of any note about the person in what can be read on the page."""
        noted = len(self._desk.ask(answers.noted, conversation))
        self._judge(self._desk.ask(people.person_in, conversation).id, page_text, noted)

    def show_page_about(self, person: PersonId, page_text: str) -> None:
        """Look in the same way at a page that belongs to no conversation."""
        if person == NOBODY:
            notes = self._desk.ask(answers.all_about_everybody)
            self._judge(person, page_text, len(notes))
            return
        talks = self._desk.ask(_talks, person)
        noted = sum(len(self._desk.ask(answers.noted, talk)) for talk in talks)
        self._judge(person, page_text, noted)

    def _judge(self, person: PersonId, page_text: str, noted: int) -> None:
        self.forget_page()
        self._count.setText(self._notes(noted))
        # Read here, where the database is at home; compared beside the window.
        self._asked = _LookBack(person, page_text, self._notes_about(person))
        job = Job(self._asked, self)
        job.done.connect(self._tell)
        job.failed.connect(self._fail)
        job.start()

    def _notes_about(self, person: PersonId) -> tuple[PrivateText, ...]:
        if person == NOBODY:
            return self._desk.ask(answers.all_about_everybody)
        return self._desk.ask(answers.all_about, person)

    def _tell(self, found: _Found) -> None:
        if found.asked is not self._asked:
            return  # another page was asked about meanwhile
        here = (found.asked.person, found.asked.page)
        if self._looked_at != here:
            self._slip.let_go.setChecked(False)
        self._looked_at = here
        self._slip.tell(found.there)
        self._checking.hide()
        self._hold_place(held=not found.there)
        self._slip.setVisible(bool(found.there))
        self._checked.setVisible(not found.there)
        self._is_judged = True
        self.verdict_changed.emit()

    def _fail(self, error: Exception) -> None:
        raise error

    def may_leave(self) -> bool:
        """Return whether nothing private was found, or the manager let it go deliberately."""
        return self._is_judged and (self._slip.isHidden() or self._slip.let_go.isChecked())

    def _tell_verdict(self) -> None:
        self.verdict_changed.emit()

    def _notes(self, count: int) -> str:
        if count < 2:
            return self.tr("1 private note") if count else self.tr("No private notes")
        return self.tr("{count} private notes").format(count=count)


def _talks(shelf: PrivateShelf, who: PersonId) -> tuple[ConversationId, ...]:
    return tuple(talk.id for talk in shelf.conversations.of(who))


class _Slip(NoticePanel):
    """Names the sentences of the notes that stand in the page, and the two ways on."""

    def __init__(self) -> None:
        super().__init__(action=" ")
        self.let_go = Tick(self.tr("Let it leave anyway, these words are meant for both"))
        self.body.addSpacing(6)
        self.body.addWidget(self.let_go)

    def tell(self, found: tuple[Resemblance, ...]) -> None:
        """Say what was found: a sentence of the page, beside the one of the notes."""
        lead = self.tr("These words stand in your private notes too:")
        named = [self._named(there) for there in found[:_MOST_NAMED]]
        if len(found) > _MOST_NAMED:
            named.append(self.tr("and {count} more").format(count=len(found) - _MOST_NAMED))
        self.say(lead, "\n".join(("", *named)), self.tr("Go back and reword"))

    def _named(self, there: Resemblance) -> str:
        on_page = f"“{shortened(there.on_page, _LONGEST)}”"
        if there.noted.says_the_same_as(PrivateText(there.on_page)):
            return on_page
        words = self.tr("{on_page}\nIn your notes: “{noted}”")
        return words.format(on_page=on_page, noted=shortened(there.noted.reveal(), _LONGEST))
