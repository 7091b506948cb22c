"""The paper sheet for the room: its words read through the guarded connection (product D10)."""

from typing import TYPE_CHECKING

from desktop.domain.errors import Refusal
from desktop.domain.ids import PlannedId
from desktop.domain.questions import Question, Stage
from desktop.domain.shared.letter import ENGLISH
from desktop.domain.shared.room_sheet import AskedQuestion, RoomSheet
from desktop.services import plans
from desktop.services.question_bank import bank, original
from desktop.storage.shelves import SharedShelf

if TYPE_CHECKING:
    from desktop.export.paper import PageSize


def room_sheet(shelf: SharedShelf, which: PlannedId) -> RoomSheet:
    """Return what would be printed for a planned conversation: its day and its questions.

    Raises Refusal when no question lies ahead.
    """
    ahead = plans.path_ahead(shelf, which)
    with shelf.outgoing() as leaving:
        known, plan = bank(leaving), leaving.plans.get(which)
        language = leaving.letter_languages.of(plan.person)
    asked = [_asked(s.stage, known[s.question]) for s in ahead if s.question in known]
    if not asked:
        raise Refusal("questions", "No question lies ahead for this talk. Choose one first.")
    return RoomSheet(plan.at.date(), tuple(asked), language)


def _asked(stage: Stage, question: Question) -> AskedQuestion:
    """Return a question as it is printed; what came with Onward is English."""
    came = original(question.id)
    as_it_came = came is not None and came.ask == question.ask
    return AskedQuestion(stage, question.ask, ENGLISH if as_it_came else "")


def pdf(sheet: RoomSheet, size: "PageSize") -> bytes:
    """Return the sheet as a PDF; Refusal as ``export.pdf`` does, naming unknown characters."""
    from desktop.export import pdf as printing
    from desktop.export.room_sheet import sheet_paper

    return printing.pdf(sheet_paper(sheet), size)
