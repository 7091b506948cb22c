"""Looking around: sample people in a vault of their own, which is gone when the window closes."""

from pathlib import Path

from tests.helpers.program import Program


def test_the_sample_vault_is_marked_locks_like_any_other_and_leaves_nothing(
    program: Program, tmp_path: Path
) -> None:
    program.until_it_reads("A passphrase only you know")
    program.do("press", "Look around with sample people first")
    program.until_it_reads("Nobody here is real.")
    program.do("press", "Priya Nair", "Side bar")
    assert program.do("reads", "Where Priya is heading")
    assert sample_vaults(tmp_path)

    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Sample people. The passphrase is: just looking around")
    program.do("type_into", "Passphrase", "just looking around")
    program.do("press", "Unlock")
    program.until_it_reads("Nobody here is real.")

    program.do("close")
    program.wait(lambda: True if not program.pids() else None)
    assert sample_vaults(tmp_path) == []
    assert not (tmp_path / "data").exists()


def sample_vaults(folder: Path) -> list[Path]:
    """Return the sample vaults in the temporary folder of the program."""
    return list(folder.rglob("onward-sample-*"))
