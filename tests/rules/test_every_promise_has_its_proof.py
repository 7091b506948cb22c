"""Every row of the table of promises has a test and a negative control, or says that it has none.

The list is exact both ways: a row that is proved may not be called open, an open one may not name
a proof, and a test that was renamed or removed leaves its row without one.
"""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ROWS = range(1, 24)
"""The rows of security.md, section 3."""

LIST: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "promises.toml").read_text(encoding="utf-8")
)


def faults(listed: dict[str, Any]) -> list[str]:
    """Return what is wrong with a list of promises."""
    numbers = [row["number"] for row in listed["row"]]
    everything = sorted([*numbers, *listed["not_yet"], *listed["not_promised"]])
    found = [
        f"row {n} stands {everything.count(n)} times" for n in ROWS if everything.count(n) != 1
    ]
    for row in listed["row"]:
        for kind in ("proof", "control"):
            if not row[kind]:
                found.append(f"row {row['number']} names no {kind}")
            found += [f"there is no {test}" for test in row[kind] if not exists(test)]
    return found


def exists(test: str) -> bool:
    """Whether a test of this name is defined in its file."""
    file, name = test.split("::")
    path = ROOT / file
    if not path.is_file():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(part, ast.FunctionDef) and part.name == name for part in tree.body)


def test_every_row_is_proved_or_named_as_open() -> None:
    assert faults(LIST) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"not_yet": [*LIST["not_yet"], 1]}, "row 1 stands 2 times"),
        ({"row": LIST["row"][1:]}, f"row {LIST['row'][0]['number']} stands 0 times"),
        (
            {"row": [{**LIST["row"][0], "proof": ["tests/test_offline.py::test_gone"]}]},
            "there is no tests/test_offline.py::test_gone",
        ),
        ({"row": [{**LIST["row"][0], "control": []}]}, "row 1 names no control"),
    ],
)
def test_a_list_that_says_too_much_or_too_little_is_noticed(
    change: dict[str, Any], fault: str
) -> None:
    assert fault in faults({**LIST, **change})
