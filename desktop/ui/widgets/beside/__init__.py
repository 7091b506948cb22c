"""What a page asks of the private panels that stand on it, and no more.

The panels themselves know private words and live where pages cannot reach; a page is handed one
and talks to it through these shapes: ``shapes`` what all of them can do, then a module a room.
"""

from desktop.ui.widgets.beside.noticing import (
    BetweenBeside,
    ExperimentsBeside,
    LongAgoBeside,
    NoticedBeside,
    NoticeSheetBeside,
)
from desktop.ui.widgets.beside.over_time import (
    ArcBeside,
    AskedPanel,
    LookingBack,
    PatternsBeside,
    RecallBeside,
    RecallOfferBeside,
    SmallArcBeside,
)
from desktop.ui.widgets.beside.person import (
    FeedbackBeside,
    GoalsBeside,
    LimitsBeside,
    NoteListBeside,
    NotesGlanceBeside,
    NoteSheetBeside,
    SweetSpotBeside,
)
from desktop.ui.widgets.beside.register import OpportunityBeside, RegisterBeside
from desktop.ui.widgets.beside.talk import (
    BriefBeside,
    DraftsBeside,
    NotesBeside,
    OpeningsBeside,
    ReadyBeside,
    StaysBeside,
    ThinkingBeside,
)
from desktop.ui.widgets.beside.themes import ThemeBeside, ThemesBeside, ThemesOverTimeBeside

__all__ = [
    "ArcBeside",
    "AskedPanel",
    "BetweenBeside",
    "BriefBeside",
    "DraftsBeside",
    "ExperimentsBeside",
    "FeedbackBeside",
    "GoalsBeside",
    "LimitsBeside",
    "LongAgoBeside",
    "LookingBack",
    "NoteListBeside",
    "NoteSheetBeside",
    "NotesBeside",
    "NotesGlanceBeside",
    "NoticeSheetBeside",
    "NoticedBeside",
    "OpeningsBeside",
    "OpportunityBeside",
    "PatternsBeside",
    "ReadyBeside",
    "RecallBeside",
    "RecallOfferBeside",
    "RegisterBeside",
    "SmallArcBeside",
    "StaysBeside",
    "SweetSpotBeside",
    "ThemeBeside",
    "ThemesBeside",
    "ThemesOverTimeBeside",
    "ThinkingBeside",
]
