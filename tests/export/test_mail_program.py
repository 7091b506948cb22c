"""Handing a draft over, with real programs that stand in the place of the desktop's own."""

import shutil
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.export.mail_program import forget_drafts, open_draft

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the desktop of Linux")

DRAFT = b"X-Unsent: 1\r\nSubject: Our conversation\r\n\r\nSomething for two.\r\n"


class Desktop:
    """A computer's openers, and what they were given."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "bin"
        self.runtime = folder / "runtime"
        self.seen = folder / "seen"
        for room in (self.programs, self.runtime, self.seen):
            room.mkdir(mode=0o700)

    def program(self, name: str, script: str) -> None:
        file = self.programs / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o700)

    def opener(self, name: str, first: str = "") -> None:
        copy = f'cp "$1" {self.seen}/opened.eml; echo "$@" > {self.seen}/command'
        self.program(name, f"{first}\n{copy}")

    def drafts(self) -> list[Path]:
        return sorted(self.runtime.rglob("*.eml"))


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A computer whose mail program opens e-mails."""
    computer = Desktop(tmp_path)
    computer.program("xdg-mime", 'test "$*" = "query default message/rfc822" && echo mail.desktop')
    computer.opener("gio", 'test "$1" = open && shift')
    for name in ("cp", "sh"):
        (computer.programs / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(computer.programs))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(computer.runtime))
    monkeypatch.delenv("XDG_DATA_DIRS", raising=False)
    return computer


def test_the_mail_program_gets_the_very_draft(desktop: Desktop) -> None:
    open_draft(DRAFT)
    assert (desktop.seen / "opened.eml").read_bytes() == DRAFT


def test_the_command_says_where_and_nothing_of_what(desktop: Desktop) -> None:
    open_draft(DRAFT)
    (draft,) = desktop.drafts()
    assert (desktop.seen / "command").read_text() == f"{draft}\n"
    assert "conversation" not in str(draft.relative_to(desktop.runtime))


def test_only_this_user_can_read_the_draft(desktop: Desktop) -> None:
    open_draft(DRAFT)
    (draft,) = desktop.drafts()
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700


def test_drafts_are_forgotten_even_those_of_an_earlier_run(desktop: Desktop) -> None:
    open_draft(DRAFT)
    open_draft(DRAFT)
    (desktop.runtime / "somebody-elses").mkdir()

    forget_drafts()

    assert [file.name for file in desktop.runtime.iterdir()] == ["somebody-elses"]


def test_forgetting_when_nothing_was_opened_is_nothing(desktop: Desktop) -> None:
    forget_drafts()
    assert list(desktop.runtime.iterdir()) == []


def test_a_link_in_the_place_of_a_draft_is_not_followed(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").touch()
    (desktop.runtime / "onward-draft-link").symlink_to(tmp_path / "precious")
    forget_drafts()
    assert (tmp_path / "precious" / "file").exists()


def test_a_computer_without_a_mail_program_says_so_and_offers_the_next_best_way(
    desktop: Desktop,
) -> None:
    desktop.program("xdg-mime", "exit 0")
    with pytest.raises(Trouble) as trouble:
        open_draft(DRAFT)
    assert trouble.value.what_happened == "No mail program on this computer opens a draft."
    assert "Nothing was sent" in trouble.value.what_is_safe
    assert "Save the e-mail as a file" in trouble.value.what_to_do
    assert desktop.drafts() == []


def test_a_computer_without_openers_says_the_same(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(desktop.seen))
    with pytest.raises(Trouble, match="No mail program on this computer"):
        open_draft(DRAFT)


def test_a_program_that_does_not_start_leaves_no_draft_behind(desktop: Desktop) -> None:
    desktop.program("gio", "exit 2")
    with pytest.raises(Trouble, match="could not be started"):
        open_draft(DRAFT)
    assert list(desktop.runtime.iterdir()) == []


def without_gio(desktop: Desktop, kind: str) -> None:
    (desktop.programs / "gio").unlink()
    answers = f'"default message/rfc822") echo mail.desktop;; "filetype "*) echo {kind};;'
    desktop.program("xdg-mime", f'shift; case "$1 $2" in {answers} esac')
    desktop.opener("xdg-open")


def test_another_opener_will_do_if_it_knows_an_email(desktop: Desktop) -> None:
    without_gio(desktop, "message/rfc822")
    open_draft(DRAFT)
    assert (desktop.seen / "opened.eml").read_bytes() == DRAFT


def test_a_draft_is_never_shown_by_a_browser(desktop: Desktop) -> None:
    without_gio(desktop, "text/html")
    with pytest.raises(Trouble, match="could not be started"):
        open_draft(DRAFT)
    assert list(desktop.seen.iterdir()) == list(desktop.runtime.iterdir()) == []


def test_a_mail_program_that_could_not_read_the_draft_is_not_asked(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = tmp_path / "snapd" / "desktop" / "applications"
    entries.mkdir(parents=True)
    (entries / "mail.desktop").touch()
    monkeypatch.setenv("XDG_DATA_DIRS", f"/usr/share:{entries.parent}")
    with pytest.raises(Trouble, match="may only open files in your own folders"):
        open_draft(DRAFT)
    assert list(desktop.seen.iterdir()) == []


def test_without_room_for_the_draft_nothing_is_opened(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/proc")
    with pytest.raises(Trouble, match="no room for a draft"):
        open_draft(DRAFT)
    assert list(desktop.seen.iterdir()) == []
