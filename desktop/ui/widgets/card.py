"""Grounds that say who may read: plain cards, private panels, shared paper, notices."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import look
from desktop.ui.look import spacing
from desktop.ui.widgets import paint
from desktop.ui.widgets.buttons import LinkButton
from desktop.ui.widgets.glyphs import Glyph
from desktop.ui.widgets.text import SectionHeading, Text
from desktop.ui.widgets.wording import Run


class Hairline(QFrame):
    """A line between two rows or beside a rail."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        """Lie flat, or stand ``upright``."""
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the colour of lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("line"))
        painter.end()


class Card(QFrame):
    """White paper with a hairline; its content goes into ``body``."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, raised: bool = True
    ) -> None:
        """Begin with a heading when ``title`` is given; not ``raised`` shows no paper at all."""
        super().__init__(parent)
        self._raised = raised
        self.body = QVBoxLayout(self)
        inside = spacing.CARD_PADDING + 1
        self.body.setContentsMargins(inside, 17, inside, 17)
        self.body.setSpacing(spacing.GRID)
        if title:
            self.body.addWidget(SectionHeading(title))

    def set_raised(self, raised: bool) -> None:
        """Show the paper or leave only its content, as for a stage that is not the current one."""
        self._raised = raised
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper and its hairline."""
        if not self._raised:
            return
        worn = look.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        surface, line = worn.colour("surface"), worn.colour("line")
        paint.rounded(painter, area, spacing.CARD_RADIUS, surface, line)
        painter.end()


class PanelLabel(Text):
    """The bold words at the top of a panel that say who may read it."""

    role = "panel"


class _Panel(QFrame):
    """A ground with a bar at its left, and a glyph and words that say the same as the colour."""

    ground = "surface"
    bar = "accent"
    glyph = "outward"
    edge: str | None = "line"

    def __init__(self, label: str, parent: QWidget | None = None, *, padding: int = 16) -> None:
        """Say ``label`` at the top; the content goes into ``body``."""
        super().__init__(parent)
        self._label = PanelLabel(label, ink=self.bar)
        self.setAccessibleName(label)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(spacing.BAR + padding, padding - 2, padding + 2, padding)
        self.body.setSpacing(4)
        self.top = self._top_row()
        self.body.addLayout(self.top)

    def _top_row(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        sign = Glyph(self.glyph, ink=self.bar, beside=PanelLabel.role)
        # On their own, so that the sign stays beside the first line where a higher part joins.
        words = QHBoxLayout()
        words.setSpacing(7)
        words.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._label, 1)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        return row

    def set_label(self, label: str) -> None:
        """Name another audience."""
        self._label.setText(label)
        self.setAccessibleName(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar and hairline."""
        worn = look.current()
        painter = QPainter(self)
        paint.barred(
            painter,
            QRectF(self.rect()),
            worn.colour(self.ground),
            worn.colour(self.bar),
            worn.colour(self.edge) if self.edge else None,
        )
        painter.end()


class PrivatePanel(_Panel):
    """Where words stay in this vault: plum ground, plum bar, a lock, and the words."""

    ground = "private_ground"
    bar = "private"
    glyph = "lock"
    edge = None


class SharedPanel(_Panel):
    """Paper that somebody else will read: green bar, an arrow outward, and the audience's name."""


class NoticePanel(QFrame):
    """A tinted ground with a sentence and at most one way to act on it."""

    ground = "soon_ground"
    ink = "soon"

    def __init__(
        self, lead: str = "", sentence: str = "", parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        """Say ``lead`` in bold, then ``sentence``; ``action`` are the words of the way out."""
        super().__init__(parent)
        self.words = NoticeText(ink=self.ink)
        self.action = NoticeLink(action)
        self.action.ink = self.ink
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(0)
        self.body.addWidget(self.words)
        self.body.addWidget(self.action)
        self.say(lead, sentence, action)

    def say(self, lead: str, sentence: str, action: str = "") -> None:
        """Say something else; without ``action`` there is nothing to press."""
        between = " " if lead and sentence else ""
        self.words.set_runs(Run(lead + between, "label_strong"), Run(sentence))
        self.action.setText(action)
        self.action.setVisible(bool(action))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tinted ground."""
        painter = QPainter(self)
        ground = look.current().colour(self.ground)
        paint.rounded(painter, QRectF(self.rect()), spacing.CONTROL_RADIUS, ground)
        painter.end()


class NoticeText(Text):
    """The sentence of a notice."""

    role = "label"


class NoticeLink(LinkButton):
    """The way out of a notice, underlined in the notice's own ink."""

    role = "label"
    ink = "soon"
    side_padding = 0
    top_padding = 1

    def _ink(self) -> str:
        return self.ink

    def _is_underlined(self) -> bool:
        return True


class TroublePanel(NoticePanel):
    """Says what happened, what is safe and what to do, on brick ground."""

    ground = "late_ground"
    ink = "late"


class ErrorLine(Text):
    """One sentence of refusal beside what was refused."""

    role = "label"
    ink = "late"


class Side(QFrame):
    """The ground of a side bar or rail, with a hairline toward the page."""

    def __init__(
        self, parent: QWidget | None = None, *, ground: str = "side", line_at_left: bool = False
    ) -> None:
        """Lie on a colour role; the hairline is at the right unless ``line_at_left``."""
        super().__init__(parent)
        self._ground = ground
        self._line_at_left = line_at_left

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and hairline."""
        worn = look.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn.colour(self._ground))
        line = self.rect()
        line.setLeft(line.left() if self._line_at_left else line.right())
        line.setWidth(1)
        painter.fillRect(line, worn.colour("line"))
        painter.end()
