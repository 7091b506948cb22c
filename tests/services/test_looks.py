"""How Onward looks is chosen once for a computer, and survives a file that makes no sense."""

from pathlib import Path

import pytest

from desktop import files
from desktop.domain.errors import Trouble
from desktop.services import looks
from desktop.services.looks import Looks


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home" / "looks.json"
    monkeypatch.setattr(files, "looks", lambda: place)
    return place


def test_it_is_as_the_system_has_it_until_somebody_chooses(place: Path) -> None:
    assert looks.chosen() == Looks("system", 1.0)
    assert not place.exists()

    looks.choose(Looks("dark", 1.5))
    assert looks.chosen() == Looks("dark", 1.5)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"theme": 1, "text_scale": "big"}', '{"theme": "pink", "text_scale": 90}'],
)
def test_a_file_that_makes_no_sense_is_as_good_as_none(place: Path, content: str) -> None:
    place.parent.mkdir()
    place.write_text(content, encoding="ascii")
    assert looks.chosen() == Looks("system", 1.0)


def test_what_cannot_be_kept_is_told_in_a_sentence(place: Path) -> None:
    place.parent.write_text("a file where the folder should be", encoding="ascii")
    with pytest.raises(Trouble) as told:
        looks.choose(Looks("dark", 1.5))
    assert "could not be kept" in str(told.value)
