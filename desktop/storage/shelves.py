"""The three shelves that services work with: what is shared, what is private, what may leave."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime

from desktop.storage.about import AboutShelf
from desktop.storage.agreements import AgreementsReader, AgreementsShelf
from desktop.storage.cadences import CadencesShelf
from desktop.storage.checks import ChecksShelf
from desktop.storage.contracts import ContractsReader, ContractsShelf
from desktop.storage.conversations import ConversationsReader, ConversationsShelf
from desktop.storage.corrections import CorrectionsReader, CorrectionsShelf
from desktop.storage.database import Database, Reader
from desktop.storage.drafts_that_left import DraftsThatLeftReader, DraftsThatLeftShelf
from desktop.storage.goals import GoalsReader, GoalsShelf
from desktop.storage.half_typed import HalfTypedShelf
from desktop.storage.hand_overs import HandOversReader, HandOversShelf
from desktop.storage.letter_languages import LetterLanguagesReader, LetterLanguagesShelf
from desktop.storage.lives import LivesReader, LivesShelf
from desktop.storage.people import PeopleReader, PeopleShelf
from desktop.storage.plans import PlansReader, PlansShelf
from desktop.storage.private.answers import AnswersShelf
from desktop.storage.private.belongings import Belongings
from desktop.storage.private.bin import BinShelf
from desktop.storage.private.debriefs import DebriefsShelf
from desktop.storage.private.everything import EverythingShelf
from desktop.storage.private.experiments import ExperimentsShelf
from desktop.storage.private.future import FutureShelf
from desktop.storage.private.half_typed import PrivateHalfTypedShelf
from desktop.storage.private.kept import KeptShelf
from desktop.storage.private.leaving import LeavingShelf
from desktop.storage.private.limits import LimitsShelf
from desktop.storage.private.moments import MomentsShelf
from desktop.storage.private.motivations import MotivationsShelf
from desktop.storage.private.moved import MovedShelf
from desktop.storage.private.notes import NotesShelf
from desktop.storage.private.opportunities import OpportunitiesShelf
from desktop.storage.private.pad import PadShelf
from desktop.storage.private.preparation import PreparationShelf
from desktop.storage.private.recalls import RecallsShelf
from desktop.storage.private.signals import SignalsShelf
from desktop.storage.private.sweet_spot import SweetSpotShelf
from desktop.storage.private.themes import ThemesShelf
from desktop.storage.private.towards import TowardsShelf
from desktop.storage.questions import QuestionsReader, QuestionsShelf
from desktop.storage.settings import SettingsShelf
from desktop.storage.shares import SharesReader, SharesShelf
from desktop.storage.summaries import SummariesReader, SummariesShelf
from desktop.storage.theme_sheet import ThemeSheetReader, ThemeSheetShelf

Clock = Callable[[], datetime]
"""Gives the present moment with its offset from UTC."""


class OutgoingShelf:
    """What may leave the vault. Its connection is refused everything else by the database."""

    def __init__(self, reader: Reader) -> None:
        self.about = AboutShelf(reader)
        self.people = PeopleReader(reader)
        self.conversations = ConversationsReader(reader)
        self.summaries = SummariesReader(reader)
        self.contracts = ContractsReader(reader)
        self.goals = GoalsReader(reader)
        self.agreements = AgreementsReader(reader)
        self.hand_overs = HandOversReader(reader)
        self.corrections = CorrectionsReader(reader)
        self.drafts_that_left = DraftsThatLeftReader(reader)
        self.letter_languages = LetterLanguagesReader(reader)
        self.lives = LivesReader(reader)
        self.plans = PlansReader(reader)
        self.questions = QuestionsReader(reader)
        self.shares = SharesReader(reader)
        self.theme_sheet = ThemeSheetReader(reader)


class _Shelf:
    """What both halves share: the clock and the transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self.now = clock

    def today(self) -> date:
        """Return the date of the present moment at the place where we are."""
        return self.now().date()

    @property
    def writes(self) -> bool:
        """Whether anything can be saved for now (see ``Database.hold``)."""
        return self._database.writes

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing (see ``Database.transaction``)."""
        return self._database.transaction()


class SharedShelf(_Shelf):
    """The shared half of an open vault."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self.about = AboutShelf(database)
        self.people = PeopleShelf(database)
        self.conversations = ConversationsShelf(database)
        self.summaries = SummariesShelf(database)
        self.contracts = ContractsShelf(database)
        self.goals = GoalsShelf(database)
        self.corrections = CorrectionsShelf(database)
        self.drafts_that_left = DraftsThatLeftShelf(database)
        self.letter_languages = LetterLanguagesShelf(database)
        self.lives = LivesShelf(database)
        self.shares = SharesShelf(database)
        self.plans = PlansShelf(database)
        self.agreements = AgreementsShelf(database)
        self.hand_overs = HandOversShelf(database)
        self.questions = QuestionsShelf(database)
        self.settings = SettingsShelf(database)
        self.cadences = CadencesShelf(database)
        self.half_typed = HalfTypedShelf(database)

    @contextmanager
    def outgoing(self) -> Iterator[OutgoingShelf]:
        """Read what leaves through the guarded second connection (the fifth lock)."""
        with self._database.outgoing() as reader:
            yield OutgoingShelf(reader)


class PrivateShelf(_Shelf):
    """The private half of an open vault. It can look at the shared half, never the other way."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database, clock)
        self.answers = AnswersShelf(database)
        self.pads = PadShelf(database)
        self.preparation = PreparationShelf(database)
        self.opportunities = OpportunitiesShelf(database)
        self.kept = KeptShelf(database)
        self.motivations = MotivationsShelf(database)
        self.leaving = LeavingShelf(database)
        self.future = FutureShelf(database)
        self.recalls = RecallsShelf(database)
        self.towards = TowardsShelf(database)
        self.moved = MovedShelf(database)
        self.limits = LimitsShelf(database)
        self.sweet_spot = SweetSpotShelf(database)
        self.half_typed = PrivateHalfTypedShelf(database)
        self.signals = SignalsShelf(database)
        self.moments = MomentsShelf(database)
        self.experiments = ExperimentsShelf(database)
        self.notes = NotesShelf(database)
        self.goals = GoalsReader(database)
        self.cadences = CadencesShelf(database)
        self.conversations = ConversationsShelf(database)
        self.people = PeopleReader(database)
        self.plans = PlansReader(database)
        self.contracts = ContractsReader(database)
        self.lives = LivesReader(database)
        self.questions = QuestionsReader(database)
        self.debriefs = DebriefsShelf(database)
        self.everything = EverythingShelf(database)
        self.bin = BinShelf(database)
        self.summaries = SummariesShelf(database)
        self.settings = SettingsShelf(database)
        self.belongings = Belongings(database)
        self.checks = ChecksShelf(database)
        self.shares = SharesShelf(database)
        self.themes = ThemesShelf(database)
        self.theme_sheet = ThemeSheetShelf(database)
