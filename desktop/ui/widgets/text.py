"""Labels by role: every word on a page is one of these, plain text always."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui import look
from desktop.ui.widgets.wording import Run, Wording


class Text(QLabel):
    """Words in one text role, wrapped and never clipped; a subclass names the role."""

    role: ClassVar[str] = "body"
    ink: ClassVar[str] = "ink"
    wraps: ClassVar[bool] = True

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        ink: str | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Show ``text``; ``ink`` is a colour role, ``align`` is horizontal."""
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._own_ink = ink or self.ink
        self._align = align
        self._wording: Wording | None = None
        self._keeps_to_measure = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(self.wraps)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show other words, exactly as they are."""
        self.set_runs(Run(text))

    def set_runs(self, *runs: Run) -> None:
        """Show words in several weights and inks; a screen reader hears them as one sentence."""
        if runs == self._runs:
            return
        self._runs = runs
        super().setText("".join(run.text for run in runs))
        self._measure_anew()

    def set_ink(self, ink: str) -> None:
        """Write in another colour role."""
        if ink != self._own_ink:
            self._own_ink = ink
            self._measure_anew()

    def keep_to_measure(self) -> None:
        """Break lines at the measure of prose, however much wider the words may stand.

        A greatest width would do the same to the lines, but be left out of account where a
        column asks for heights: the last lines would be cut.
        """
        self._keeps_to_measure = self.wraps and self._align == Qt.AlignmentFlag.AlignLeft
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the words on one line, or wrapped at the measure of prose."""
        wording = self._wording_now()
        width = self._width_of(wording)
        return QSize(width, wording.height(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word when wrapping, else all of it."""
        if not self.wraps:
            return self.sizeHint()
        wording = self._wording_now()
        width = min(wording.longest_word_width(), self._width_of(wording))
        return QSize(width, int(look.current().pitch(self.role)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words wrapped at ``width``."""
        if not self.wraps:
            return -1
        line = self._within_measure(width) if self._keeps_to_measure else width
        return self._wording_now().height(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, in the middle when there is more room than they need."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._keeps_to_measure:
            area.setWidth(self._within_measure(self.width()))
        area.setTop(max(0, (self.height() - self._wording_now().height(area.width())) // 2))
        self._wording_now().paint(painter, area)
        painter.end()

    def _width_of(self, wording: Wording) -> int:
        natural = wording.natural_width()
        return min(natural, look.current().measure(self.role)) if self.wraps else natural

    def _within_measure(self, width: int) -> int:
        return min(width, look.current().measure(self.role))

    def _wording_now(self) -> Wording:
        if self._wording is None or self._wording.is_stale:
            self._wording = Wording(self._runs, self.role, self._own_ink, self._align)
        return self._wording

    def _measure_anew(self) -> None:
        self._wording = None
        self.updateGeometry()
        self.update()


class Title(Text):
    """The title of a page."""

    role = "title"


class Display(Text):
    """The one large line of a page that has nothing else: unlock, first run."""

    role = "display"


class Question(Text):
    """A question that can be said aloud as it stands."""

    role = "question"


class Suggestion(Text):
    """A passphrase offered, large enough to copy by hand."""

    role = "suggestion"


class SectionHeading(Text):
    """The heading of a card."""

    role = "heading"


class SerifHeading(Text):
    """A heading on shared paper."""

    role = "serif_heading"


class Brand(Text):
    """The name beside the onward mark."""

    role = "brand"
    wraps = False


class Stage(Text):
    """The name of a stage that is not the current one."""

    role = "stage"


class CurrentStage(Text):
    """The name of the stage that is being talked through."""

    role = "stage_strong"


class Body(Text):
    """Ordinary text of the interface."""


class StrongBody(Text):
    """The name of a thing, set off from what is said about it."""

    role = "body_medium"


class SerifBody(Text):
    """What was said and what will be read."""

    role = "serif"


class Quote(Text):
    """Their own words, set large."""

    role = "quotation"


class Muted(Text):
    """Second text at the size of the first."""

    ink = "muted"


class Small(Text):
    """Small text in full ink."""

    role = "label"


class SmallList(Text):
    """Several short facts below one another, set with air between the lines."""

    role = "list"


class SmallMuted(Text):
    """Small second text: dates, hints, where something comes from."""

    role = "label"
    ink = "muted"


class SmallStrong(Text):
    """The bold small label above a field, or a due date in its colour."""

    role = "label_strong"


class SideHeading(Text):
    """The heading of a group in the side bar."""

    role = "section"
    ink = "muted"
    wraps = False


class ElidedLabel(QLabel):
    """One line that shortens when there is no room, with the whole text on hover."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "body",
        ink: str = "ink",
    ) -> None:
        """Show ``text`` on one line in a text role."""
        super().__init__(parent)
        self._role = role
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another line."""
        super().setText(text)
        self._offer_whole_text()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole line."""
        width = self._metrics().horizontalAdvance(self.text()) + 1
        return QSize(width, round(look.current().pitch(self._role)))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters and the ellipsis."""
        few = self._metrics().averageCharWidth() * 6
        return QSize(min(few, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text on hover when it no longer fits."""
        super().resizeEvent(event)
        self._offer_whole_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the line as there is room for."""
        painter = QPainter(self)
        painter.setFont(look.current().font(self._role))
        painter.setPen(look.current().colour(self._ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._shown())
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(look.current().font(self._role))

    def _shown(self) -> str:
        line = self.text().replace("\n", " ")
        return self._metrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())

    def _offer_whole_text(self) -> None:
        fits = self._metrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else plain_tooltip(self.text()))


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows ``text`` literally and wraps: Qt wraps only what is marked up."""
    from html import escape

    return f"<qt>{escape(text)}</qt>"
