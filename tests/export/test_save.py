import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Trouble
from desktop.export.save import save_aside
from tests.helpers.disk import a_full_disk, on_posix

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
