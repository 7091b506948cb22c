"""What is shipped is named with its licence, and its text lies beside it."""

import re
import tomllib
from pathlib import Path

import pytest

import licences

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "licences"


def listed() -> list[dict[str, object]]:
    return list(tomllib.loads((FOLDER / "components.toml").read_text("utf-8"))["component"])


def unlisted(lock: str) -> set[tuple[str, str]]:
    """Return what a lock ships and the list does not name in that version."""
    return set(licences.PIN.findall(lock)) - {
        (str(part["name"]), str(part["version"])) for part in listed()
    }


def test_every_part_that_is_locked_is_listed_and_nothing_else() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert unlisted(lock) == set()
    assert {str(part["name"]) for part in listed()} == {name for name, _ in licences.locked()}


def test_a_part_that_nobody_listed_or_that_grew_would_be_noticed() -> None:
    assert unlisted("newcomer==1.0 \\\n") == {("newcomer", "1.0")}
    assert unlisted("cffi==99.0 \\\n") == {("cffi", "99.0")}


@pytest.mark.parametrize("part", listed(), ids=lambda part: str(part["name"]))
def test_each_part_has_a_licence_and_its_whole_text(part: dict[str, object]) -> None:
    assert re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR) [A-Za-z0-9.+-]+)*", str(part["licence"]))
    texts = part["texts"]
    assert isinstance(texts, list)
    assert texts
    for text in texts:
        assert len((FOLDER / text).read_text(encoding="utf-8")) > 500


def test_every_typeface_and_the_list_of_words_bring_their_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    families = {re.split("[-_]", file.name)[0] for file in fonts.glob("*.ttf")}
    texts = [file.read_text(encoding="utf-8") for file in fonts.glob("OFL-*.txt")]
    assert families
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in texts)
    named = {file.stem.removeprefix("OFL-") for file in fonts.glob("OFL-*.txt")}
    cjk = {"NotoSerifJP", "NotoSerifKR", "NotoSerifSC"}
    assert families - named == (cjk if "NotoSerifCJK" in named else set())
    assert (ROOT / "resources" / "words" / "LICENCE.txt").stat().st_size > 0
