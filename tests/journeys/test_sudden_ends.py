"""Killed in the middle of a verb: what was acknowledged is there, and the vault is whole."""

import os

import pytest

from tests.helpers.soaks import tries_of

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the stops need a system that forks"
)


def test_killed_at_random_moments_nothing_acknowledged_is_lost() -> None:
    code, tries, end = tries_of("faults.kills", 15, 3)
    assert code == 0, end
    assert {each["act"] for each in tries} == {
        *("writing", "backing up", "migrating", "changing passphrase", "renewing")
    }
    assert sum(each["acknowledged"] for each in tries) > 0


def test_an_edit_acknowledged_before_it_is_kept_is_caught() -> None:
    code, tries, end = tries_of("faults.kills", 40, 1, "boasting")
    assert code == 1
    assert "kept edits there is" in end
    assert tries[-1]["seed"].startswith("1/"), "the line says what plays it again"
