"""How long each page takes to open after ten years, held against the queries it asks.

In time of the processor that the window's own thread takes, for that is what a manager waits for;
other programs that run meanwhile make no page slower or faster. What a page leaves to a job is
done before the next is opened, so that none pays for another; how long the send page takes until
it may leave has a row of its own, with all that its jobs take.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from statistics import median
from time import process_time, thread_time
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.ids import PersonId
from desktop.services import contracts, people, plans
from desktop.storage.database import Database, Reader
from desktop.ui.jobs import Job
from desktop.ui.main_window import MainWindow
from desktop.ui.main_window.ahead import Ahead
from desktop.ui.main_window.doors import Doors
from desktop.ui.main_window.side_bar import GOOD, PEOPLE, PLAYBOOK, THEMES, TODAY
from desktop.ui.pages.over_time import OverTimePage, Part
from desktop.ui.widgets.tabs import Tabs
from tests.bench.rows import Row, in_turns, milliseconds
from tests.helpers.vaults import OpenVault

ROUNDS = 9
_AIM_MS = 100

W = TypeVar("W", bound=QObject)

_Asked = tuple[Reader, str, tuple[object, ...]]


def measure(vault: OpenVault) -> Iterator[Row]:
    """Yield a row for each page of the main window."""
    window = MainWindow()
    window.show_session(vault)
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    for name, open_it in _pages(vault, window):
        yield _row(window, name, open_it)
        if name == "send page":
            yield _until_it_may_leave(window, open_it)
    window.hide()
    yield from _made_ahead(vault)


def _made_ahead(vault: OpenVault) -> Iterator[Row]:
    """Yield what is made while a manager reads the first page, and its opening after that.

    The longest of the making is how long a press would wait that comes in that very moment.
    """
    window = MainWindow()
    window.show_session(vault)
    window.resize(1280, 800)
    window.show()
    QApplication.processEvents()
    ahead = _part(window, Ahead)
    steps = list(_steps(ahead))
    yield Row("make a page ahead", median(steps), None, 0, "", worst=max(steps))
    pages = dict(_pages(vault, window))
    about_somebody = ("a person", "contract", "preparation", "the arc")
    everybody = ("People", "Playbook", "choice of questions", "what good looks like", "themes")
    for name in (*about_somebody, *everybody):
        yield _row(window, name, pages[name], "made ahead")
    window.hide()


def _steps(ahead: Ahead) -> Iterator[float]:
    """Yield how long each moment of the making takes, in milliseconds, until all is made."""
    left = [True]
    while left.pop():
        yield from milliseconds(1, lambda: left.append(ahead.make_next()), clock=thread_time)


def _pages(vault: OpenVault, window: MainWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what is opened, and the door through which a manager comes to it.

    The pages of one person and of one conversation are opened on two in turns, for the same one
    twice would find most of it there.
    """
    somebody, other = people.everybody(vault.shared)[:2]
    plan = plans.next_with(vault.shared, somebody.id)
    whose = cycle((somebody.id, other.id))
    agreed = [contracts.standing(vault.shared, who.id) for who in (somebody, other)]
    letters = cycle([contract.conversation for contract in agreed if contract is not None])
    under_way = next(t.id for t in vault.shared.conversations.all() if t.is_open)
    assert plan is not None
    doors = _part(window, Doors)
    yield "People", lambda: doors.open_page(PEOPLE)
    yield "Playbook", lambda: doors.open_page(PLAYBOOK)
    yield "a person", lambda: doors.open_person(next(whose))
    yield "preparation", lambda: doors.open_preparation(plan.id)
    yield "brief", lambda: doors.open_brief(plan.id)
    yield "agreement", lambda: doors.open_agreement(somebody.id)
    yield "how I keep notes", lambda: doors.open_how_notes_are_kept(somebody.id)
    yield "choice of questions", lambda: doors.open_choosing(somebody.id)
    yield "conversation", lambda: doors.open_conversation(under_way)
    yield "contract", lambda: doors.open_contract(next(letters))
    yield "goals", lambda: doors.open_goals(somebody.id)
    yield "before feedback", lambda: doors.open_feedback(somebody.id)
    yield "between conversations", lambda: doors.open_between(somebody.id)
    yield "something noticed", doors.open_notice
    yield "send page", lambda: doors.open_send(next(letters))
    yield from _over_the_years(window, doors, somebody.id)
    yield "Today", lambda: doors.open_page(TODAY)


def _over_the_years(
    window: MainWindow, doors: Doors, who: PersonId
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what looks back; two parts of a page come with the arc that is opened before them."""

    def part(key: Part) -> None:
        doors.open_over_time(who)
        _part(_part(window, OverTimePage), Tabs).chosen.emit(key.value)

    yield "the arc", lambda: doors.open_over_time(who)
    yield "the arc, then and now", lambda: part(Part.THEN_AND_NOW)
    yield "the arc, what comes again", lambda: part(Part.PATTERNS)
    yield "between the lines", lambda: doors.open_between_the_lines(who)
    yield "what good looks like", lambda: doors.open_page(GOOD)
    yield "themes", lambda: doors.open_page(THEMES)


def _open(window: MainWindow, key: str) -> None:
    _part(window, Doors).open_page(key)


def _part(window: QWidget, kind: type[W]) -> W:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def _row(window: MainWindow, name: str, open_it: Callable[[], None], how: str = "") -> Row:
    def opened() -> None:
        open_it()
        QApplication.processEvents()

    def raw() -> None:
        for reader, sql, values in asked:
            reader.rows(sql, *values)

    _go_away(window)
    with _queries() as asked:
        first = milliseconds(1, opened, clock=thread_time)[0]
    away = partial(_go_away, window)
    _, ours, theirs = in_turns(ROUNDS, away, opened, raw, clock=thread_time)
    against = f"its {len(asked)} queries, raw"
    figure, worst = median(ours), max(ours)
    what = ", ".join(filter(None, (f"open {name}", how)))
    return Row(what, figure, _AIM_MS, median(theirs), against, first=first, worst=worst)


def _until_it_may_leave(window: MainWindow, open_it: Callable[[], None]) -> Row:
    """Time the page made, drawn and compared with every private note; all threads count."""

    def opened() -> None:
        open_it()
        _let_jobs_end(window)

    away = partial(_go_away, window)
    _, ours = in_turns(ROUNDS, away, opened, clock=process_time)
    return Row("the same, until it may leave", median(ours), None, 0, "", worst=max(ours))


def _go_away(window: MainWindow) -> None:
    """Open another page; also what is thrown away then belongs to no other page's time."""
    _let_jobs_end(window)
    _open(window, TODAY)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _let_jobs_end(window: MainWindow) -> None:
    known = -1
    QApplication.processEvents()
    while len(jobs := window.findChildren(Job)) > known:
        known = len(jobs)
        for job in jobs:
            job.wait()
        QApplication.processEvents()


@contextmanager
def _queries() -> Iterator[list[_Asked]]:
    """Write down every query that the working connection is asked meanwhile.

    The guarded way out is a connection of its own, closed again by the time anybody looks.
    """
    asked: list[_Asked] = []
    row, rows = Reader.row, Reader.rows

    def note_row(self: Reader, sql: str, *values: object) -> object:
        if isinstance(self, Database):
            asked.append((self, sql, values))
        return row(self, sql, *values)

    def note_rows(self: Reader, sql: str, *values: object) -> object:
        if isinstance(self, Database):
            asked.append((self, sql, values))
        return rows(self, sql, *values)

    with patch.object(Reader, "row", note_row), patch.object(Reader, "rows", note_rows):
        yield asked
