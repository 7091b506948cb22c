"""One theme: who raised it, when and in whose words; and its words for colleagues."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.ids import KeptId, ThemeId
from desktop.domain.private.themes import Raised, Theme
from desktop.domain.private.unsaved import PrivateForm, UnsavedNote
from desktop.domain.private.words import PrivateText
from desktop.services import clock, people
from desktop.services.private import themes
from desktop.ui.desk import Answer, PrivateDesk
from desktop.ui.look import dates, spacing
from desktop.ui.private.half_typed import HalfTypedLine
from desktop.ui.private.theme_list import LINE, THEME, said_of
from desktop.ui.widgets.beside import ThemeBeside
from desktop.ui.widgets.buttons import EdgeLink, LinkButton, MinorButton, PlainButton, changing
from desktop.ui.widgets.card import ErrorLine
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.sight import IntoSight
from desktop.ui.widgets.sure import SurePanel
from desktop.ui.widgets.text import Small, SmallMuted, SmallStrong


class ThemePanel(ThemeBeside):
    """Shows a theme, or a line with the themes that it could belong to."""

    def __init__(self, desk: PrivateDesk) -> None:
        """Work over the private half; nothing is shown before ``show_item``."""
        super().__init__("", padding=20)
        self._desk = desk
        self._which = ""
        self._quotes = _Quotes()
        self._grouping = _Grouping(desk)
        self._about = SmallMuted()
        self._acted = Tick(self.tr("Acted on"))
        self._sheet = _WordsForColleagues(desk)
        self._remove = EdgeLink(self.tr("Remove this theme, the lines stay kept"))
        self._sure = SurePanel(self.tr("Remove it for good"))
        changing(self._remove)
        self._build()
        self._quotes.out_asked.connect(self._take_out)
        self._grouping.grouped.connect(self.moved_to)
        self._acted.clicked.connect(self._act)
        self._remove.clicked.connect(self._ask)
        self._sure.meant.connect(self._remove_theme)
        self.hide()

    def show_item(self, which: str) -> None:
        """Show another theme or line, or none; flush first."""
        self._which = which
        self._sure.hide()
        self._grouping.open(which.removeprefix(LINE) if which.startswith(LINE) else "")
        self._sheet.open(self._theme())
        self.refresh()

    def refresh(self) -> None:
        """Read again all but what is being written."""
        theme, line = self._theme(), self._line()
        self.setVisible(theme is not None or line is not None)
        for part in (self._about, self._acted, self._sheet, self._remove):
            part.setVisible(theme is not None)
        self._grouping.setVisible(line is not None)
        if line is not None:
            self.set_label(self.tr("This line, private"))
            self._quotes.tell([(line, self._who_and_when(line))], can_leave=False)
            self._grouping.refresh()
        if theme is not None:
            self.set_label(self.tr("This theme, private"))
            told = [(each, self._who_and_when(each)) for each in theme.raised]
            self._quotes.tell(told, can_leave=True)
            parts = (theme.name.reveal(), said_of(theme), self._age(theme))
            self._about.setText(" · ".join(filter(None, parts)))
            self._acted.setChecked(theme.acted is not None)
            self._sheet.refresh(theme)

    def flush(self) -> bool:
        """Keep what is being typed; return whether it is kept."""
        return all((self._grouping.half_typed.flush(), self._sheet.half_typed.flush()))

    def unsaved(self) -> tuple[UnsavedNote, ...]:
        """Return the words that could not be kept; for the sealed draft."""
        return (*self._grouping.half_typed.unsaved(), *self._sheet.half_typed.unsaved())

    def _build(self) -> None:
        self.body.setSpacing(spacing.GRID)
        parts = (self._about, self._quotes, self._grouping, self._acted, self._sheet, self._remove)
        for part in (*parts, self._sure):
            self.body.addWidget(part)
        self.body.setAlignment(self._remove, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _age(self, theme: Theme) -> str:
        """Return how long it has waited, or since when something was done about it."""
        today = self._desk.ask(clock.today)
        if theme.acted is not None:
            return self.tr("acted on {day}").format(day=dates.spoken_day(theme.acted, today))
        if theme.since is None:
            return ""
        months = max(0, round((today - theme.since).days / 30.44))
        if not months:
            return self.tr("not acted on yet")
        one = self.tr("not acted on for a month")
        many = self.tr("not acted on for {n} months").format(n=months)
        return one if months == 1 else many

    def _theme(self) -> Theme | None:
        found = self._desk.ask(themes.themes)
        return next((each for each in found if THEME + each.id == self._which), None)

    def _line(self) -> Raised | None:
        found = self._desk.ask(themes.without_theme)
        return next((each for each in found if LINE + each.kept == self._which), None)

    def _who_and_when(self, each: Raised) -> str:
        name = self._desk.ask(people.person, each.who).name
        return f"{name} · {dates.full_day(each.on)}"

    def _take_out(self, kept: str) -> None:
        self._desk.do(themes.part, KeptId(kept))

    def _act(self, acted: bool) -> None:
        theme = self._theme()
        if theme is not None:
            self._desk.do(themes.act, theme.id, acted=acted)

    def _ask(self) -> None:
        theme = self._theme()
        if theme is not None:
            words = self.tr(
                "will be gone for good, with its words for colleagues. The lines stay kept, "
                "without a theme."
            )
            self._sure.ask(theme.name.reveal(), words)

    def _remove_theme(self) -> None:
        theme = self._theme()
        if theme is not None and self._desk.do(themes.remove, theme.id).done:
            self.moved_to.emit("")


class _Quotes(QWidget):
    """Lines in people's words, each under who said it and when."""

    out_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.GRID)
        self._rows: list[_Quote] = []

    def tell(self, lines: list[tuple[Raised, str]], *, can_leave: bool) -> None:
        """Show these lines, each with who and when."""
        while len(self._rows) < len(lines):
            row = _Quote()
            row.out_asked.connect(self.out_asked)
            self._rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.tell(*lines[number], can_leave=can_leave)


class _Quote(QWidget):
    """One line."""

    out_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self._who = SmallStrong()
        self._words = Small()
        self._words.keep_to_measure()
        self._out = EdgeLink(self.tr("Take it out"))
        changing(self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._who, self._words, self._out):
            column.addWidget(part)
        column.setAlignment(self._out, Qt.AlignmentFlag.AlignLeft)
        self._out.clicked.connect(self._ask)

    def tell(self, each: Raised, who_and_when: str, *, can_leave: bool) -> None:
        """Show a line."""
        self._kept = each.kept
        self._who.setText(who_and_when)
        self._out.setAccessibleDescription(who_and_when)
        self._words.setText(each.words.reveal())
        self._out.setVisible(can_leave)

    def _ask(self) -> None:
        self.out_asked.emit(self._kept)


class _Grouping(QWidget):
    """To which theme a line belongs: one there is, or a new one."""

    grouped = Signal(str)

    def __init__(self, desk: PrivateDesk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = ""
        self._known: list[tuple[MinorButton, ThemeId]] = []
        self._themes = QWidget()
        self._flow = FlowLayout(self._themes)
        self._name = LineField(self.tr("A new theme"), placeholder=self.tr("A new theme…"))
        self.half_typed = HalfTypedLine(desk, PrivateForm.NEW_THEME, self._name)
        self._begin = PlainButton(self.tr("Name the theme"))
        changing(self._begin)
        self._refusal = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        heading = SmallStrong(self.tr("Belongs to which theme?"))
        for part in (heading, self._themes, self._name, self._begin, self._refusal):
            column.addWidget(part)
        column.setAlignment(self._begin, Qt.AlignmentFlag.AlignLeft)
        self._begin.clicked.connect(self._name_it)
        self._name.returnPressed.connect(self._name_it)

    def open(self, kept: str) -> None:
        """Ask about another line; flush first."""
        self._kept = kept
        self.half_typed.open(kept)
        self._refusal.hide()

    def refresh(self) -> None:
        """Read the themes again."""
        found = self._desk.ask(themes.themes)
        while len(self._known) < len(found):
            button = MinorButton("")
            button.clicked.connect(self._join)
            self._flow.addWidget(button)
            self._known.append((button, ThemeId("")))
        for number, (button, _) in enumerate(self._known):
            button.setVisible(number < len(found))
            if number < len(found):
                self._known[number] = (button, found[number].id)
                button.setText(found[number].name.reveal().replace("&", "&&"))
        self._themes.setVisible(bool(found))

    def _join(self) -> None:
        which = next(theme for button, theme in self._known if button is self.sender())
        self._tell(self._desk.do(themes.join, KeptId(self._kept), which))

    def _name_it(self) -> None:
        name = PrivateText(self._name.text().strip())
        self._tell(self._desk.do(themes.name, KeptId(self._kept), name))

    def _tell(self, answer: Answer[ThemeId]) -> None:
        self._refusal.setText(answer.refusal.sentence if answer.refusal else "")
        self._refusal.setVisible(answer.refusal is not None)
        if answer.done:
            self.half_typed.forget()
            self.grouped.emit(THEME + answer.value)


class _WordsForColleagues(QWidget):
    """What stands on the sheet: words written for it, never taken from a note."""

    def __init__(self, desk: PrivateDesk) -> None:
        super().__init__()
        self._desk = desk
        self._which: ThemeId | None = None
        self._words = LineField(
            self.tr("Words for colleagues"),
            placeholder=self.tr("What colleagues should read, without a name"),
        )
        self.half_typed = HalfTypedLine(desk, PrivateForm.THEME_WORDING, self._words)
        self._standing = SmallMuted()
        self._refusal = ErrorLine()
        self._put = PlainButton(self.tr("Put it on the sheet"))
        self._by_hand = PlainButton(self.tr("It could come from anybody: put it on by hand"))
        self._off = LinkButton(self.tr("Take it off the sheet"))
        self._into_sight = IntoSight(self._words, self._by_hand, self._refusal)
        changing(self._put, self._by_hand, self._off)
        self._build()
        self._put.clicked.connect(self._put_on)
        self._by_hand.clicked.connect(self._put_on_by_hand)
        self._off.clicked.connect(self._take_off)

    def open(self, theme: Theme | None) -> None:
        """Show the words of another theme; flush first."""
        self._which = theme.id if theme else None
        self.half_typed.open(theme.id if theme else "")
        if theme is not None and not self._words.text():
            written = self._desk.ask(themes.wordings)
            self._words.setText(written.get(theme.line, "") if theme.line else "")
        for part in (self._refusal, self._by_hand):
            part.hide()

    def refresh(self, theme: Theme) -> None:
        """Say again how it stands; the words stay."""
        self._standing.setText(self._said(theme))
        self._put.setText(
            self.tr("Put it on the sheet")
            if theme.line is None
            else self.tr("Put these words there instead")
        )
        self._off.setVisible(theme.line is not None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.GRID)
        column.addWidget(SmallStrong(self.tr("On the sheet for colleagues")))
        parts = (self._standing, self._words, self._put, self._refusal, self._by_hand, self._off)
        for part in parts:
            column.addWidget(part)
        for button in (self._put, self._by_hand, self._off):
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    def _said(self, theme: Theme) -> str:
        if theme.line is None:
            return self.tr("Not on the sheet.")
        if not theme.may_stand_on_the_sheet:
            return self.tr("On the sheet, but fewer than three people are left behind it.")
        if theme.by_hand:
            return self.tr("On the sheet by your own word, without a count.")
        return self.tr("On the sheet.")

    def _put_on(self) -> None:
        self._try(by_hand=False)

    def _put_on_by_hand(self) -> None:
        self._try(by_hand=True)

    def _try(self, *, by_hand: bool) -> None:
        if self._which is None:
            return
        words = self._words.text()
        answer = self._desk.do(themes.put_on_sheet, self._which, words, by_hand=by_hand)
        refusal = answer.refusal
        self._refusal.setText(refusal.sentence if refusal else "")
        self._refusal.setVisible(refusal is not None)
        self._by_hand.setVisible(
            refusal is not None and (by_hand or refusal.field == themes.TOO_FEW)
        )
        if refusal is not None:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._into_sight.soon()
        if answer.done:
            self.half_typed.forget()
            self._words.setText(" ".join(words.split()))

    def _take_off(self) -> None:
        if self._which is not None:
            self._desk.do(themes.take_off, self._which)
