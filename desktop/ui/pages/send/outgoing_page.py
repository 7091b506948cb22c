"""The page that would leave: its bytes, its words and what they were made from."""

from dataclasses import dataclass

from desktop.domain.errors import Refusal
from desktop.domain.shared.shares import Outgoing
from desktop.export.paper import PageSize, Paper
from desktop.services import papers
from desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class OutgoingPage:
    """Which page it is, what stands on it, and the exact bytes of its PDF."""

    out: Outgoing
    paper: Paper
    size: PageSize
    pdf: bytes

    @property
    def words(self) -> str:
        """Return all that can be read on it."""
        return self.paper.words()

    def open_document(self) -> bytes:
        """Return the same page as a copy that the person can change (product F8)."""
        from desktop.export.open_document import open_document

        return open_document(self.paper, self.size)

    def plain_text(self) -> str:
        """Return the same page as text that can be changed anywhere (product F8)."""
        from desktop.export.plain_text import plain_text

        return plain_text(self.paper)


def paper_of(desk: Desk, out: Outgoing) -> Paper | Refusal:
    """Return what stands on a page, or the rule that does not let it out yet."""
    # A refusal to look is told here and not by the desk, which catches those to act.
    try:
        return desk.ask(papers.paper, out)
    except Refusal as refusal:
        return refusal


@dataclass(frozen=True, slots=True)
class Printing:
    """A page on its way to become bytes: work for a job, beside the window."""

    out: Outgoing
    paper: Paper
    size: PageSize

    def __call__(self, _report: object) -> "Printed":
        # The first one loads ReportLab: a third of a second.
        from desktop.export.pdf import pdf

        try:
            content = pdf(self.paper, self.size)
        except Refusal as refusal:
            return Printed(self, refusal)
        return Printed(self, OutgoingPage(self.out, self.paper, self.size, content))


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of it: the page, or why it cannot be set; ``asked`` tells which it is."""

    asked: Printing
    page: OutgoingPage | Refusal
