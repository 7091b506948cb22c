"""Photographs every page, light and dark, so that anybody can look: ``dev.py photos DIR``.

The pages are the real ones over the sample vault; nothing is drawn for the camera.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget

from desktop.domain.ids import QuestionId
from desktop.domain.private.kept import Keeping, KeptAs
from desktop.domain.private.words import PrivateText
from desktop.services import sample, shares
from desktop.services.private import kept, themes
from desktop.ui import look
from desktop.ui.dialogs.print_preview import PrintPreview
from desktop.ui.lock_screen import Gate
from desktop.ui.look import ThemeName
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import arrivals
from desktop.vault.folder import DAMAGE
from tests.helpers.clock import Clock
from tests.helpers.damage import PAGE, flip, pages
from tests.helpers.robot import Robot
from tests.helpers.vaults import OpenVault, make_vault, open_vault
from tests.soak.damage import Written

SIZE = (1280, 800)
README = frozenset({"today", "person-priya", "interview", "contract-draft", "send"})
"""The views that the README shows."""


@dataclass(frozen=True)
class View:
    """A name for the file, and how to get there."""

    name: str
    go: Callable[[], QWidget]


class Studio:
    """The sample vault in a window, and the ways through it."""

    def __init__(self, vault: OpenVault) -> None:
        self.vault = vault
        self.window = MainWindow()
        self.window.show_session(vault)
        self.gate = Gate(vault.folder)

    def views(self) -> Iterator[View]:
        """Every page there is, each once."""
        yield View("unlock", self._unlock)
        yield View("first-run", self._first_run)
        yield View("open-elsewhere", self._elsewhere)
        yield View("not-where-it-was", self._missing)
        yield View("today", self._open("Today"))
        yield View("people", self._open("People"))
        yield View("people-from-a-list", self._from_a_list)
        yield View("playbook", self._open("Playbook"))
        yield View("opportunities", self._opportunities)
        yield View("themes", self._themes)
        yield View("vault-and-keys", self._open("Vault and keys"))
        yield View("backups", self._further("Look at the backups…"))
        yield View("vault-and-keys", self._open("Vault and keys"))
        yield View("renew-key", self._further("Renew it…"))
        yield View("about", self._about)
        for name in ("Priya Nair", "Tomás Ortega"):
            yield View(f"person-{name.split()[0].lower()}", self._open(name))
        yield View("person-conversations", self._further("Conversations"))
        yield View("person-noticed", self._further("Noticed"))
        yield View("private-notes", self._private_notes)
        yield from self._over_the_years()
        yield View("keeping", self._keeping)
        yield View("goals", self._conversation_with("Priya Nair", "Goals"))
        yield View("prepare", self._prepare())
        yield View("brief", self._further("One-page brief"))
        yield View("picking", self._prepare("Choose"))
        yield View("sheet", self._prepare("Paper sheet"))
        yield View("agreement", self._prepare("Agreement"))
        yield View("how-notes-are-kept", self._further("How I keep notes, to read aloud"))
        yield View("send-notes", self._further("Send or print"))
        yield View("booking", self._book)
        yield View("noticed", self._conversation_with("Priya Nair", "Noticed"))
        yield View("noticing", self._noticing)
        yield View(
            "before-feedback", self._conversation_with("Priya Nair", "Before giving feedback")
        )
        yield View("between", self._between)
        yield View("from-paper", self._from_paper)
        yield View("interview", self._conversation_with("Priya Nair", "Continue conversation"))
        yield View("glance", self._glance)
        yield View("free-notes", self._free_notes)
        yield View("sweet-spot", self._conversation_with("Priya Nair", "The sweet spot"))
        yield View(
            "does-not-fit", self._conversation_with("Priya Nair", "When it does not fit here")
        )
        yield View(
            "contract-draft", self._conversation_with("Jun Watanabe", "Summary and contract")
        )
        yield View("send", self._send)
        yield View("send-dates", self._further("Add dates to calendar"))
        yield View("print-preview", self._preview)
        yield View("send-draft", self._send_draft)
        yield View("record", self._record)
        yield View("hand-over", self._hand_over)
        yield View("after-the-talk", self._open("Jun Watanabe"))
        yield View("debrief", self._further("Debrief, for you alone"))

    def _from_a_list(self) -> QWidget:
        place = Path(self.vault.folder) / "people.csv"
        rows = "name,role,e-mail\nZoë Müller,Lead,zoe@m.org\nJun Watanabe,,\nHanna,,nowhere\n"
        place.write_text(rows, encoding="utf-8")
        with patch.object(arrivals, "choose_file", lambda *_: place):
            seen = self._further("Bring in a list…")()
        place.unlink()
        return seen

    def _private_notes(self) -> QWidget:
        self._open("Priya Nair")()
        self._further("Private notes")()
        robot = Robot(self.window)
        if not robot.reads("After the stand-up"):
            robot.press("Write a note")
            words = (
                "# After the stand-up\nWent quiet when I mentioned the **lead opening**; relieved "
                "when I said it was not expected.\n- Do not raise it again before she does"
            )
            robot.type_into("Note", words)
            robot.press("Done")
        return self.window

    def _keeping(self) -> QWidget:
        self._open("Tomás Ortega")()
        Robot(self.window).press("Details")
        return self._further("Keep, archive or delete…")()

    def _about(self) -> QWidget:
        self._open("Vault and keys")()
        return self._further("About Onward")()

    def _opportunities(self) -> QWidget:
        self._open("Opportunities")()
        robot = Robot(self.window)
        if not robot.has("Lead of the payments rebuild"):
            for words in ("A talk at the autumn engineering day", "Lead of the payments rebuild"):
                robot.type_into("A new opportunity", words)
                robot.press("Write it down")
            robot.type_into("What limits it", "Decided by Ruth in January; no extra headcount.")
            robot.set_day("Open until", "15 January 2027")
            robot.press("Tomás Ortega", within="This opportunity, private")
        return self.window

    def _themes(self) -> QWidget:
        shelf = self.vault.private
        theme = None
        for person in self.vault.shared.people.all()[:4]:
            if themes.themes(shelf) and theme is None:
                break
            for talk in self.vault.shared.conversations.of(person.id)[:1]:
                line = PrivateText("No hour of the week is left to think in")
                at = (talk.id, QuestionId("K5"))
                raised = kept.keep(shelf, at, Keeping(KeptAs.THEME), line).value
                theme = themes.name(shelf, raised, PrivateText("Too many meetings")).value
        if theme is not None:
            themes.put_on_sheet(shelf, theme, "Calendars leave no room to think", by_hand=True)
        self._open("Today")()
        return self._open("Themes")()

    def _unlock(self) -> QWidget:
        self.gate.show_unlock("Vault: Personal · last used yesterday, 17:42")
        return self.gate

    def _elsewhere(self) -> QWidget:
        opened = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
        self.gate.show_elsewhere(opened, date(2026, 11, 22))
        self.gate.say_quiet(4)
        return self.gate

    def _missing(self) -> QWidget:
        self.gate.show_missing()
        return self.gate

    def _first_run(self) -> QWidget:
        self.gate.show_first_run()
        return self.gate

    def _open(self, row: str) -> Callable[[], QWidget]:
        def go() -> QWidget:
            self.window.show()
            Robot(self.window).press(row, within="Side bar")
            return self.window

        return go

    def _conversation_with(self, person: str, button: str) -> Callable[[], QWidget]:
        def go() -> QWidget:
            self.window.show()
            while not Robot(self.window).has(person):
                Robot(self.window).keys("Esc")
            Robot(self.window).press(person, within="Side bar")
            Robot(self.window).press(button)
            return self.window

        return go

    def _over_the_years(self) -> Iterator[View]:
        """What looks back."""
        yield View("over-time", self._conversation_with("Priya Nair", "Over time"))
        yield View("then-and-now", self._over_time("Then and now"))
        yield View("what-comes-again", self._over_time("What comes again"))
        yield View("between-the-lines", self._further("Between the lines, for you alone"))
        yield View("what-good-looks-like", self._open("What good looks like"))

    def _over_time(self, part: str) -> Callable[[], QWidget]:
        def go() -> QWidget:
            self._conversation_with("Priya Nair", "Over time")()
            Robot(self.window).press(part)
            return self.window

        return go

    def _glance(self) -> QWidget:
        robot = Robot(self.window)
        self.window.show()
        robot.keys("F11")
        robot.type_into("Free notes", 'Marta: "She decides what not to build."')
        QTest.keyClick(robot.find("Free notes", QTextEdit), Qt.Key.Key_Return)
        robot.type_into("Free notes", 'Not mine, laughed: "too many calendars"')
        return self.window

    def _free_notes(self) -> QWidget:
        self.window.show()
        Robot(self.window).keys("F11")
        Robot(self.window).keys("Ctrl+Shift+N")
        return self.window

    def _prepare(self, further: str = "") -> Callable[[], QWidget]:
        def go() -> QWidget:
            self._open("Today")()
            Robot(self.window).press("Prepare")
            return self._further(further)() if further else self.window

        return go

    def _further(self, button: str) -> Callable[[], QWidget]:
        def go() -> QWidget:
            self.window.show()
            Robot(self.window).press(button)
            return self.window

        return go

    def _book(self) -> QWidget:
        self._open("Priya Nair")()
        Robot(self.window).press("Book")
        return self.window

    def _noticing(self) -> QWidget:
        self._open("Hanna Lindqvist")()
        Robot(self.window).keys("Ctrl+J")
        return self.window

    def _between(self) -> QWidget:
        self._open("Priya Nair")()
        Robot(self.window).press("Noticed")
        return self._further("Between conversations")()

    def _from_paper(self) -> QWidget:
        self._open("Amara Bello")()
        Robot(self.window).press("Other kinds of conversation")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[-1].trigger()
        menu.close()
        return self.window

    def _send(self) -> QWidget:
        self.window.show()
        Robot(self.window).press("Review and send")
        return self._looked_through()

    def _send_draft(self) -> QWidget:
        self.window.show()
        Robot(self.window).press("As a draft to look over")
        return self._looked_through()

    def _looked_through(self) -> QWidget:
        """Wait until the page stands there and was looked through for private words."""
        for _ in range(100):
            if Robot(self.window).reads("Checked:"):
                return self.window
            QTest.qWait(100)
        raise AssertionError("The page was not looked through.")

    def _preview(self) -> QWidget:
        from PySide6.QtPrintSupport import QPrinter

        people = {p.name: p.id for p in self.vault.shared.people.all()}
        latest = shares.of_person(self.vault.shared, people["Jun Watanabe"])[0]
        _, pdf = shares.opened(self.vault.shared, latest.id)
        return PrintPreview(self.window, QPrinter(), pdf)

    def _record(self) -> QWidget:
        self._open("Jun Watanabe")()
        self._further("Conversations")()
        return self._further("What left")()

    def _hand_over(self) -> QWidget:
        self._open("Priya Nair")()
        self._further("Details")()
        self._further("Hand over to somebody else…")()
        return self._looked_through()


def photograph(
    folder: Path,
    theme: ThemeName,
    size: tuple[int, int],
    text_scale: float,
    only: frozenset[str] | None = None,
) -> None:
    """Write one PNG a view into a folder; with ``only``, the views of these names."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    look.apply(app, theme, text_scale)
    with tempfile.TemporaryDirectory(prefix="onward-photos-") as home:
        clock = sample.SampleClock()
        make_vault(Path(home) / "Personal", clock, sample.manager_name())  # type: ignore[arg-type]
        vault = open_vault(Path(home) / "Personal", clock)  # type: ignore[arg-type]
        sample.fill(vault.shared, vault.private, clock)
        for view in Studio(vault).views():
            seen = view.go()
            seen.resize(*size)
            seen.show()
            _settle(app)
            if only is None or view.name in only:
                name = f"{view.name}-{theme}{_suffix(size, text_scale)}.png"
                seen.grab().save(str(folder / name))
            seen.hide()
        vault.close()
    if only is None or "damage" in only:
        window = _damaged(app)
        window.resize(*size)
        _settle(app)
        name = f"damage-{theme}{_suffix(size, text_scale)}.png"
        window.grab().save(str(folder / name))
        window.hide()


def _damaged(app: QApplication) -> MainWindow:
    """Return the window of a damaged vault, at the page that says what is lost."""
    with tempfile.TemporaryDirectory(prefix="onward-photos-") as home:
        written = Written.into(Path(home))
        notes = written.vault / "notes.db"
        for page in range(pages(notes) - 5, pages(notes)):
            flip(notes, page * PAGE + 7)
        (written.vault / DAMAGE).touch()
        vault = open_vault(written.vault, Clock())
        window = MainWindow()
        window.show_session(vault)
        window.show()
        Robot(window).press("What is lost, and the way back")
        while not Robot(window).reads("The newest whole backup"):
            QTest.qWait(100)
        _settle(app)
        vault.close()
        return window


def _settle(app: QApplication) -> None:
    """Let what is loaded late arrive."""
    QTest.qWait(400)
    app.processEvents()


def _suffix(size: tuple[int, int], text_scale: float) -> str:
    return "" if (size, text_scale) == (SIZE, 1.0) else f"-{size[0]}x{size[1]}-{text_scale:g}"


def main(argv: list[str]) -> int:
    """Photograph into the folder that the command line names."""
    folder = Path(argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if "--for-readme" in argv:
        photograph(folder, "light", SIZE, 1.0, only=README)
    else:
        for theme in ("light", "dark"):
            photograph(folder, theme, SIZE, 1.0)
        photograph(folder, "light", (1024, 700), 2.0)
    print(f"Wrote {len(list(folder.glob('*.png')))} pictures into {folder}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
