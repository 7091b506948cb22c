"""The first lock: private words are no text, and refuse to become one by accident."""

import ast
import copy
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.private.words import PrivateText

DESKTOP = Path(__file__).parents[2] / "desktop"

MAY_REVEAL = {
    "domain/private/words.py",  # where it is defined
    "domain/private/answers.py",  # two layers read as one
    "domain/private/pad.py",  # a line of the free pad below a note
    "domain/sharing.py",  # the door, and the look back through it
    "storage/private/answers.py",  # into the encrypted file
    "storage/private/debriefs.py",
    "storage/private/pad.py",
    "storage/private/preparation.py",
    "storage/private/kept.py",
    "storage/private/opportunities.py",
    "storage/private/motivations.py",
    "storage/private/limits.py",
    "storage/private/themes.py",
    "ui/private/theme_list.py",
    "ui/private/theme_panel.py",
    "ui/private/themes_over_time.py",
    "storage/private/half_typed.py",
    "storage/private/bin.py",
    "domain/private/notes.py",  # tags out of a line, and the first line as a title
    "storage/private/notes.py",
    "services/private/notes.py",  # what is looked for, as the index asks for it
    "services/private/access.py",  # the named door: everything about one person (A10)
    "ui/private/bin_panel.py",
    "storage/private/sweet_spot.py",
    "storage/private/signals.py",
    "storage/private/moments.py",
    "storage/private/experiments.py",
    "ui/private/experiment_row.py",
    "ui/private/written_line.py",
    "ui/private/between_panels.py",
    "ui/private/feedback_card.py",
    "services/private/sweet_spot.py",  # the same words laid and kept are one mark
    "services/private/drafts.py",  # into a sealed draft, when the disk is full
    "services/private/draft_rows.py",
    "services/private/unsaved.py",
    "ui/private/answer_panel.py",  # the panels where the manager writes and reads them
    "ui/private/brief_panel.py",
    "ui/private/knowledge.py",
    "ui/private/opportunity_list.py",
    "ui/private/opportunity_sheet.py",
    "ui/private/openings_here.py",
    "ui/private/debrief_panel.py",
    "ui/private/notes_column.py",
    "ui/private/pad_panel.py",
    "ui/private/person_notes.py",
    "ui/private/note_list.py",
    "ui/private/note_sheet.py",
    "ui/private/notes_glance.py",
    "ui/private/sorting.py",
    "ui/private/stays.py",
    "ui/private/thinking_panel.py",
    "ui/private/underneath.py",
    "ui/private/kept_list.py",  # what was kept of a note, under it
    "ui/private/ladder.py",
    "ui/private/limits_panel.py",
    "ui/private/half_typed.py",  # what is begun in a line and not written yet
    "ui/private/signal_row.py",
    "ui/private/sweet_spot_panel.py",
    "ui/private/commitment_ideas.py",
    "ui/private/captured_goals.py",
    "ui/private/arc_words.py",
    "ui/private/recall_panel.py",
    "ui/private/then_and_now_panel.py",
    "ui/private/patterns_panel.py",
    "domain/private/patterns.py",  # words that come again
    "services/private/looking_back.py",  # the lines of one answer read as one
}

SPOKEN = "wants to leave"


@pytest.mark.parametrize(
    "attempt",
    [
        str,
        lambda words: f"{words}",
        lambda words: "%s" % words,  # noqa: UP031
        lambda words: "note: " + words,
        lambda words: words + " and more",
        lambda words: "".join([words]),
        lambda words: json.dumps({"note": words}),
        pickle.dumps,
        copy.deepcopy,
        bytes,
        list,
    ],
)
def test_private_words_do_not_become_anything_else(
    attempt: Callable[[PrivateText], object],
) -> None:
    with pytest.raises(TypeError):
        attempt(PrivateText(SPOKEN))


def test_showing_private_words_shows_nothing() -> None:
    words = PrivateText(SPOKEN)
    assert SPOKEN not in repr(words)
    assert SPOKEN not in repr([words])
    assert SPOKEN not in repr(vars(words) if hasattr(words, "__dict__") else words)


def test_private_words_equal_only_private_words() -> None:
    assert PrivateText(SPOKEN) == PrivateText(SPOKEN)
    assert PrivateText(SPOKEN) != SPOKEN


def test_only_the_known_files_reveal_private_words() -> None:
    reveals = {
        path.relative_to(DESKTOP).as_posix()
        for path in DESKTOP.rglob("*.py")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "reveal"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert reveals <= MAY_REVEAL
