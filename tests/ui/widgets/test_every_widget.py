"""What holds for all widgets: a name for the ear, room at twice the text size, no complaint."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import look
from desktop.ui.widgets.avatar import Avatar, Status, StatusDot
from desktop.ui.widgets.buttons import (
    LargeLinkButton,
    LinkButton,
    MinorButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
    SmallButton,
    TallPrimaryButton,
)
from desktop.ui.widgets.card import (
    Card,
    Hairline,
    NoticePanel,
    PrivatePanel,
    SharedPanel,
    Side,
    TroublePanel,
)
from desktop.ui.widgets.checks import Tick
from desktop.ui.widgets.chips import Chip, ChipLabel, PassageRow, SayRow
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dots import Dot, DotState, ProgressDots
from desktop.ui.widgets.editors import GrowingEditor, LineField, PassphraseField, PlainEditor
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.glyphs import Glyph, window_icon
from desktop.ui.widgets.key_hint import KeyHint
from desktop.ui.widgets.nav import NavEntry, NavList, PersonEntry
from desktop.ui.widgets.page import PageHeader, ScrollColumn
from desktop.ui.widgets.tabs import Tabs
from desktop.ui.widgets.text import Body, Brand, ElidedLabel, Question, Title


def dots() -> QWidget:
    row = ProgressDots("Stage")
    row.set_dots(tuple(Dot(state, "Question") for state in DotState))
    return row


def nav() -> QWidget:
    group = NavList("People")
    group.set_entries(
        [NavEntry("today", "Today", 5), PersonEntry("1", "Priya Nair", Status.WELL, "going well")]
    )
    return group


def tabs() -> QWidget:
    row = Tabs({"overview": "Overview", "goals": "Goals"})
    row.choose("overview")
    return row


def header() -> QWidget:
    made = PageHeader("Priya Nair", "Payments", portrait=Avatar("Priya Nair", large=True))
    made.add(PlainButton("Before giving feedback"), PrimaryButton("Begin", shortcut="Ctrl+N"))
    return made


def column() -> QWidget:
    made = ScrollColumn()
    made.body.addWidget(Body("Some words"))
    return made


WIDGETS: list[Callable[[], QWidget]] = [
    lambda: PrimaryButton("Next", shortcut="Alt+Right"),
    lambda: TallPrimaryButton("Unlock"),
    lambda: PlainButton("Back", shortcut="Alt+Left"),
    lambda: SmallButton("Book"),
    lambda: MinorButton("Add hers"),
    lambda: LinkButton("Send"),
    lambda: LargeLinkButton("Look around"),
    lambda: QuietButton("Lock", shortcut="Ctrl+L", glyph="lock"),
    lambda: Chip("Energy", chosen=True),
    lambda: SayRow("Is there a version under that one?"),
    lambda: PassageRow("23 Nov 2026: On-call, still one in three"),
    lambda: Tick("Reflection prompt sent"),
    lambda: Tick("Introduce Priya to Marta", words_shown=False),
    lambda: PlainEditor("Notes"),
    lambda: GrowingEditor("Summary", placeholder="What you talked about"),
    lambda: LineField("Name"),
    lambda: PassphraseField("Passphrase"),
    lambda: Field("Name", LineField("Name"), hint="As you call each other"),
    lambda: DateField("By when", date(2026, 11, 22)),
    lambda: NoticePanel("Yours to promise?", "You can make the case.", action="Change it"),
    lambda: TroublePanel("The vault could not be saved.", "Try again.", action="Try again"),
    lambda: Card("Yours to keep"),
    lambda: PrivatePanel("Your notes, private"),
    lambda: SharedPanel("Shared with Priya"),
    Side,
    Hairline,
    lambda: Avatar("Priya Nair"),
    lambda: StatusDot(Status.SOON, "due today"),
    lambda: ChipLabel("Influence"),
    lambda: KeyHint("Ctrl+Return"),
    lambda: Glyph("mark", size=42),
    lambda: ElidedLabel("Priya Nair"),
    lambda: Brand("Onward"),
    lambda: Title("Today"),
    lambda: Question("What does it look like?"),
    dots,
    nav,
    tabs,
    header,
    column,
]


def on_a_page(qtbot: QtBot, make: Callable[[], QWidget]) -> QWidget:
    page = QWidget()
    QVBoxLayout(page).addWidget(make())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize("make", WIDGETS)
def test_whatever_takes_the_focus_has_a_name(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    page = on_a_page(qtbot, make)

    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            heard = QAccessible.queryAccessibleInterface(widget)
            assert heard is not None
            assert heard.text(QAccessible.Text.Name), type(widget).__name__


@pytest.mark.parametrize("make", WIDGETS)
def test_it_can_be_drawn_in_every_look(
    make: Callable[[], QWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    page = on_a_page(qtbot, make)
    small = page.sizeHint()

    for name in ("dark", "light"):
        look.apply(qapp, "dark" if name == "dark" else "light", text_scale=2.0)
        page.adjustSize()
        QApplication.processEvents()
        page.grab()

    assert page.sizeHint().height() >= small.height()


def test_the_window_has_an_icon() -> None:
    assert not window_icon().isNull()
