"""The fourth lock: the type checker refuses a private verb on the desk that pages are given."""

from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parents[2]

PAGE = """
from desktop.domain.ids import ConversationId
from desktop.services import summaries
from desktop.services.private import answers
from desktop.ui.desk import Desk, PrivateDesk


def read(desk: {desk}, talk: ConversationId) -> None:
    desk.ask(answers.notes_of, talk)
"""


@pytest.mark.parametrize(("desk", "allowed"), [("Desk", False), ("PrivateDesk", True)])
def test_the_type_checker_tells_the_desks_apart(tmp_path: Path, desk: str, allowed: bool) -> None:
    page = tmp_path / "page.py"
    page.write_text(PAGE.format(desk=desk), encoding="utf-8")

    said, trouble, status = api.run(
        ["--strict", "--config-file", str(ROOT / "pyproject.toml"), str(page)]
    )

    assert not trouble
    assert (status == 0) is allowed, said
    assert allowed or "SharedShelf" in said
