"""Two people who take a number at once meet no conflict in git: the files have other names."""

from desktop.storage.migrations import steps


def test_the_nth_migration_has_the_number_n() -> None:
    numbers = [int(step.name.partition("_")[0]) for step in steps()]
    assert numbers == list(range(1, len(numbers) + 1))
