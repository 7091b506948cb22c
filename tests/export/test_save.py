import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import held
from desktop.domain.errors import Trouble
from desktop.export.save import save_aside
from tests.helpers.disk import a_full_disk, on_posix
from tests.services.stopped import PAGE, rooms_after_each_stop

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and limits")


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which this user may not write; the superuser is stopped only by the kernel's."""
    if os.geteuid() == 0:
        yield Path("/sys")
        return
    tmp_path.chmod(0o500)
    yield tmp_path
    tmp_path.chmod(0o700)


def test_the_bytes_arrive_whole_and_alone(tmp_path: Path) -> None:
    save_aside(tmp_path / "Summary.pdf", b"page")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("Summary.pdf", b"page")]


def test_an_older_page_of_that_name_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "Summary.pdf"
    file.write_bytes(b"an older and longer page")
    save_aside(file, b"page")
    assert file.read_bytes() == b"page"


@posix
def test_only_this_user_can_read_the_page(tmp_path: Path) -> None:
    save_aside(tmp_path / "Summary.pdf", b"page")
    assert (tmp_path / "Summary.pdf").stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.skipif(sys.platform == "darwin" and os.geteuid() == 0, reason="no such folder")
def test_a_folder_that_does_not_allow_writing_is_named_as_the_reason(closed_folder: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        save_aside(closed_folder / "Summary.pdf", b"page")
    assert trouble.value.what_happened.startswith(
        "“Summary.pdf” could not be saved: its folder does not allow writing"
    )
    assert trouble.value.what_is_safe.startswith("Nothing was written")
    assert "another folder" in trouble.value.what_to_do


@on_posix
def test_a_full_disk_leaves_the_older_page_whole_and_no_rest(tmp_path: Path) -> None:
    file = tmp_path / "Summary.pdf"
    file.write_bytes(b"older")
    with a_full_disk(room=1000), pytest.raises(Trouble, match="the disk is full"):
        save_aside(file, b"page" * 1000)
    assert file.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [file]


WITHOUT_NAMES = pytest.mark.skipif(
    not hasattr(os, "O_TMPFILE"), reason="this system knows no files without a name"
)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with an older page in it."""
    room = tmp_path / "room"
    room.mkdir()
    (room / "Older.txt").write_bytes(b"older")
    return room


def pages(room: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in room.iterdir()}


def hidden(room: Path) -> list[bytes]:
    return [content for name, content in pages(room).items() if name.startswith(".")]


@WITHOUT_NAMES
def test_killed_before_any_step_it_leaves_the_whole_page_or_nothing(
    room: Path, tmp_path: Path
) -> None:
    rooms = rooms_after_each_stop("save_page", room, tmp_path / "stopped")
    assert len(rooms) > 4
    for stopped in rooms:
        new = pages(stopped).pop("About Priya.txt", PAGE)
        assert (new, hidden(stopped)) == (PAGE, [])


@WITHOUT_NAMES
def test_killed_over_an_older_page_no_half_is_left_and_the_next_page_clears_the_rest(
    room: Path, tmp_path: Path
) -> None:
    for stopped in rooms_after_each_stop("save_page_over", room, tmp_path / "stopped"):
        assert pages(stopped)["Older.txt"] in (b"older", PAGE)
        assert set(hidden(stopped)) <= {PAGE}
        save_aside(stopped / "Next.txt", b"next")
        assert hidden(stopped) == []


@WITHOUT_NAMES
def test_a_half_left_on_a_disk_without_nameless_files_goes_with_the_next_page(
    room: Path, tmp_path: Path
) -> None:
    verb = "save_page_where_files_have_names"
    rooms = rooms_after_each_stop(verb, room, tmp_path / "stopped")
    assert any(hidden(stopped) for stopped in rooms), "nothing was left that could be cleared"
    for stopped in rooms:
        save_aside(stopped / "Next.txt", b"next")
        assert hidden(stopped) == []


@WITHOUT_NAMES
def test_the_look_would_find_a_hidden_half(room: Path, tmp_path: Path) -> None:
    rooms = rooms_after_each_stop("save_page_carelessly", room, tmp_path / "stopped")
    assert PAGE[:9] in [content for stopped in rooms for content in hidden(stopped)]


@posix
def test_what_somebody_still_writes_belongs_to_them(tmp_path: Path) -> None:
    with (tmp_path / ".onward-0.part").open("wb") as theirs:
        held.hold(theirs.fileno())
        save_aside(tmp_path / "Summary.pdf", b"page")
        assert (tmp_path / ".onward-0.part").exists()
    save_aside(tmp_path / "Summary.pdf", b"page")
    assert not (tmp_path / ".onward-0.part").exists()


def test_a_folder_that_is_gone_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="its folder is not there any more"):
        save_aside(tmp_path / "gone" / "Summary.pdf", b"page")


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble, match=r"not there any more|does not allow"):
        save_aside(tmp_path / "file" / "Summary.pdf", b"page")


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Summary.pdf").mkdir()
    with pytest.raises(Trouble, match="a folder has that name"):
        save_aside(tmp_path / "Summary.pdf", b"page")
    assert [f.name for f in tmp_path.iterdir()] == ["Summary.pdf"]


def test_a_name_that_is_too_long_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"its name is too long|reported an error"):
        save_aside(tmp_path / ("S" * 300 + ".pdf"), b"page")
    assert list(tmp_path.iterdir()) == []
