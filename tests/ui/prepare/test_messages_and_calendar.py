"""Messages to the mail program, the time of a talk to the calendar, both from the preparation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Trouble
from desktop.domain.ids import PersonId, PlannedId
from desktop.export import mail_program
from desktop.ui.dialogs import save_file
from tests.helpers.robot import Robot

OpenWindow = Callable[[], Robot]


@pytest.fixture
def preparing(thursday: PlannedId, window: OpenWindow) -> Robot:
    robot = window()
    robot.press("Today", within="Side bar")
    robot.press("Prepare")
    return robot


def test_the_draft_is_handed_to_the_mail_program_as_it_now_reads(
    preparing: Robot, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr(mail_program, "open_draft", opened.append)
    preparing.replace_in("Reflection prompt, to Priya", "Think of a good week.")
    preparing.press("Open in mail")

    qtbot.waitUntil(lambda: preparing.reads("The draft is in your mail program."))
    assert b"Think of a good week." in opened[0]
    assert preparing.has("Sent")


def test_a_computer_without_a_mail_program_is_told_of_the_file_instead(
    preparing: Robot, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    def none_here(_content: bytes) -> None:
        raise Trouble(
            what_happened="No mail program.",
            what_is_safe="Nothing was sent.",
            what_to_do="Save the e-mail as a file.",
        )

    monkeypatch.setattr(mail_program, "open_draft", none_here)
    preparing.press("Open in mail")
    qtbot.waitUntil(lambda: preparing.reads("No mail program."))

    place = tmp_path / "prompt.eml"
    monkeypatch.setattr(save_file, "choose_place", lambda *_: place)
    preparing.press("Save as e-mail file")
    assert b"X-Unsent: 1" in place.read_bytes()
    assert not preparing.reads("No mail program.")


def test_the_calendar_file_names_nobody_and_can_take_a_talk_out_again(
    preparing: Robot, priya: PersonId, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[str] = []

    def choose(_parent: object, suggested: str, _kind: str) -> Path:
        offered.append(suggested)
        return tmp_path / "talk.ics"

    monkeypatch.setattr(save_file, "choose_place", choose)
    preparing.press("Save calendar file")
    assert preparing.reads("Saved. Open it in your calendar")
    saved = (tmp_path / "talk.ics").read_bytes()
    assert b"STATUS:CONFIRMED" in saved
    assert b"Priya" not in saved

    preparing.press("Priya Nair", within="Side bar")
    preparing.press("Call it off")
    preparing.press("Save a file that takes it out")
    assert b"STATUS:CANCELLED" in (tmp_path / "talk.ics").read_bytes()
    assert offered == ["Talk 2026-11-26.ics"] * 2
