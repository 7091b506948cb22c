"""What a page asks of the private panels that stand on it, and no more.

The panels themselves know private words and live where pages cannot reach; a page is handed one
and talks to it through these shapes.
"""

from PySide6.QtCore import Signal

from desktop.domain.ids import ConversationId, PersonId, PlannedId
from desktop.domain.moments import MomentKind
from desktop.ui.widgets.card import Card, PrivatePanel


class NotesBeside(PrivatePanel):
    """The notes of a conversation beside the page that grows out of it."""

    line_chosen = Signal(str)
    """Carries words that the manager chose to write into the summary."""

    commitment_chosen = Signal(str, str)
    """Carries an ``Owner`` and words with which the manager chose to begin a commitment."""

    def show_conversation(self, conversation: ConversationId) -> None:
        """Show the notes of a conversation."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the notes again."""
        raise NotImplementedError

    def offer_lines(self, offered: bool) -> None:
        """Let lines be chosen, or only be read while the page takes no more."""

    def count(self) -> int:
        """Return how many questions have a note; what it says stays in here."""
        raise NotImplementedError


class GoalsBeside(PrivatePanel):
    """The goals that were captured in notes, beside those that both have agreed on."""

    goal_chosen = Signal(str, str)
    """Carries words and a horizon with which the manager chose to begin a goal for both."""

    def show_person(self, who: PersonId) -> None:
        """Show what was captured of somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class StaysBeside(PrivatePanel):
    """What stays in the vault, and whether any of it stands in the page that leaves."""

    reword_asked = Signal()
    verdict_changed = Signal()

    def forget_page(self) -> None:
        """Say nothing until another page has been looked at; until then nothing may leave."""
        raise NotImplementedError

    def show_page(self, conversation: ConversationId, page_text: str) -> None:
        """Look for private sentences in what can be read on the page."""
        raise NotImplementedError

    def show_page_about(self, person: PersonId, page_text: str) -> None:
        """Look in the same way at a page that belongs to no conversation."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Return whether nothing private was found, or the manager let it go deliberately."""
        raise NotImplementedError


class ThinkingBeside(PrivatePanel):
    """The manager's own thinking before a conversation."""

    def show_plan(self, which: PlannedId) -> None:
        """Show what was thought for a planned conversation; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class ReadyBeside(Card):
    """What makes a manager ready, to tick off."""

    prompt_sent_turned = Signal(bool)
    """The reflection prompt was marked as sent, or the mark was taken back."""

    def show_plan(self, which: PlannedId) -> None:
        """Show what is ready for a planned conversation."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is ready."""
        raise NotImplementedError


class BriefBeside(PrivatePanel):
    """What to read right before a conversation."""

    def show_plan(self, which: PlannedId) -> None:
        """Show the brief for a planned conversation."""
        raise NotImplementedError


class RegisterBeside(PrivatePanel):
    """The list of opportunities."""

    chosen = Signal(str)

    def flush(self) -> bool:
        """Keep a new one that is being typed; return whether it is kept."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the register again."""
        raise NotImplementedError

    def choose(self, which: str) -> None:
        """Mark the one that is shown."""
        raise NotImplementedError

    def first(self) -> str:
        """Return the one that ends soonest, or nothing."""
        raise NotImplementedError


class OpportunityBeside(PrivatePanel):
    """One opportunity, to be written and marked; ``deleted`` once it lies in the bin."""

    deleted = Signal()

    def show_opportunity(self, which: str) -> None:
        """Show another one, or none; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class OpeningsBeside(PrivatePanel):
    """What is open for the person of a conversation."""

    def show_conversation(self, conversation: ConversationId | None) -> None:
        """Show what is open for its person; None shows nothing."""
        raise NotImplementedError


class LimitsBeside(PrivatePanel):
    """What the manager thinks through when an ambition does not fit the organisation."""

    step_chosen = Signal(str)

    def show_person(self, who: PersonId) -> None:
        """Show what was begun with somebody, at the step where it was left; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class SweetSpotBeside(PrivatePanel):
    """Interests, strengths and needs laid over one another."""

    def flush(self) -> bool:
        """Keep a need that is being typed; return whether it is kept."""
        raise NotImplementedError

    def show_person(self, who: PersonId) -> None:
        """Show the picture of somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the picture again."""
        raise NotImplementedError


class NoticedBeside(PrivatePanel):
    """Signals that were noticed, each with its next step."""

    booking_asked = Signal(str)
    """Carries the person with whom a conversation is to be booked."""
    talk_asked = Signal(str)
    """Carries the person with whom a conversation is to begin."""
    naming_asked = Signal(str, str)
    """Carries a person, and the sign of changed goals that is to be named to them."""
    words_asked = Signal(str)
    """Carries the signal that is to be said in the manager's own words."""
    between_asked = Signal(str)
    """Carries the person of whom everything between two conversations is wanted."""

    def show_person(self, who: PersonId) -> None:
        """Show those about one person, where the page is about one."""

    def refresh(self) -> None:
        """Read them again."""
        raise NotImplementedError

    def flush(self) -> None:
        """Keep what is being typed, if it is complete."""
        raise NotImplementedError


class NoticeSheetBeside(PrivatePanel):
    """A signal while it is written down."""

    finished = Signal()
    changed = Signal()

    def show_anew(self, who: PersonId | None, *, alone: bool = False) -> None:
        """Begin a new one; ``alone`` names nobody else, for they may look on. Flush first."""
        raise NotImplementedError

    def show_signal(self, which: str) -> None:
        """Open one that was noted before; flush first."""
        raise NotImplementedError

    def choose_kind(self, kind: MomentKind) -> None:
        """Choose what it is, after ``show_anew``."""
        raise NotImplementedError

    def is_noted(self) -> bool:
        """Return whether it is in the vault."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class ThemesBeside(PrivatePanel):
    """The themes across people, and the lines that belong to none yet."""

    chosen = Signal(str)
    sheet_asked = Signal()

    def refresh(self) -> None:
        """Read them again."""
        raise NotImplementedError

    def choose(self, which: str) -> None:
        """Mark what is shown beside the list."""
        raise NotImplementedError

    def first(self) -> str:
        """Return what to show first, or nothing."""
        raise NotImplementedError


class ThemeBeside(PrivatePanel):
    """One theme with its lines, or one line that belongs to none yet."""

    moved_to = Signal(str)

    def show_item(self, which: str) -> None:
        """Show another one, or none; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        raise NotImplementedError


class SmallArcBeside(PrivatePanel):
    """The arc of somebody at a glance, on their page; out of sight before a first conversation."""

    arc_asked = Signal(str, str)
    """Carries the person, and the mark that was pressed or nothing."""

    def show_person(self, who: PersonId) -> None:
        """Show the arc of somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class ArcBeside(PrivatePanel):
    """The whole arc of somebody, with the passages behind its marks."""

    conversation_asked = Signal(str)
    """Carries the conversation in which a passage stands."""
    goals_asked = Signal(str)

    def show_person(self, who: PersonId, mark: str = "") -> None:
        """Show the arc of somebody, with the passage behind a mark where one is named."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class BetweenBeside(PrivatePanel):
    """Something that is kept between conversations about one person."""

    notice_asked = Signal()
    """Something new is to be written down."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody's; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being typed."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what is pending; return whether all is kept."""
        raise NotImplementedError


class FeedbackBeside(PrivatePanel):
    """What to have in mind about a person before giving them feedback."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody's goals, motivations, learning and drains."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read them again."""
        raise NotImplementedError


class LongAgoBeside(PrivatePanel):
    """What has not been looked at for long."""

    goals_asked = Signal(str)
    """Carries the person whose goals are to be looked at."""
    between_asked = Signal(str)
    """Carries the person with whom something is being tried."""

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class RecallBeside(PrivatePanel):
    """The recall exercise: it asks, waits, and shows."""

    def ask_next(self) -> None:
        """Ask about whoever's turn it is; flush first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        raise NotImplementedError


class RecallOfferBeside(PrivatePanel):
    """The exercise, offered on the first page once a week."""

    recall_asked = Signal()

    def refresh(self) -> None:
        """Look whether there is something to offer now."""
        raise NotImplementedError


class AskedPanel(PrivatePanel):
    """A private panel about everybody that leads to one person over time."""

    over_time_asked = Signal(str, str)
    """Carries the person, and the part of their page: nothing for the arc."""

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class NotesGlanceBeside(PrivatePanel):
    """The latest private notes about somebody, on their page."""

    notes_asked = Signal()
    writing_asked = Signal()

    def show_person(self, who: PersonId) -> None:
        """Show those about somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read them again."""
        raise NotImplementedError


class NoteListBeside(PrivatePanel):
    """The private notes about somebody, and the field that finds their words."""

    chosen = Signal(str)
    writing_asked = Signal()

    def show_person(self, who: PersonId) -> None:
        """Show those about somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read them again."""
        raise NotImplementedError

    def choose(self, which: str) -> None:
        """Mark the one that is shown."""
        raise NotImplementedError

    def first(self) -> str:
        """Return the one to show first, or nothing."""
        raise NotImplementedError


class NoteSheetBeside(PrivatePanel):
    """One private note, to be read and written."""

    noted = Signal(str)
    """A new note has its first words in the vault."""

    def begin(self, who: PersonId) -> None:
        """Write a new one about somebody; flush first."""
        raise NotImplementedError

    def show_note(self, which: str, who: PersonId) -> None:
        """Read one, or none; flush first."""
        raise NotImplementedError

    def shown(self) -> str:
        """Return which one is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again all but what is being written."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is pending; return whether all is saved."""
        raise NotImplementedError


class LookingBack(PrivatePanel):
    """Something seen over the years with one person."""

    conversation_asked = Signal(str)
    """Carries the conversation in which a passage stands."""

    def show_person(self, who: PersonId) -> None:
        """Show somebody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError


class PatternsBeside(LookingBack):
    """What comes again with one person."""

    leaving_asked = Signal(str)
    """Carries the person whose answers to the leaving question are to be looked at."""


class ThemesOverTimeBeside(PrivatePanel):
    """When which theme was raised, and by whom; out of sight before there is a theme."""

    chosen = Signal(str)

    def refresh(self) -> None:
        """Read it again."""
        raise NotImplementedError
