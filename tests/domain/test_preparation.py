from datetime import date

from desktop.domain.ids import PlannedId
from desktop.domain.private.preparation import Subject, WrittenThought, thought
from desktop.domain.private.words import PrivateText

FEBRUARY, MAY, NOVEMBER = PlannedId("feb"), PlannedId("may"), PlannedId("nov")
EARLIER = (FEBRUARY, MAY)


def written(plan: PlannedId, month: int, words: str) -> WrittenThought:
    return WrittenThought(plan, date(2026, month, 10), Subject.AVOIDED, PrivateText(words))


def test_words_are_carried_forward_with_the_day_they_stem_from() -> None:
    found = thought(NOVEMBER, Subject.AVOIDED, (written(FEBRUARY, 2, "The salary."),), EARLIER)

    assert found.words == PrivateText("The salary.")
    assert found.carried_from == date(2026, 2, 10)


def test_own_words_stand_before_carried_ones_even_when_emptied() -> None:
    lines = (written(MAY, 5, "The salary."), written(NOVEMBER, 11, ""))

    found = thought(NOVEMBER, Subject.AVOIDED, lines, EARLIER)

    assert found.words == PrivateText("")
    assert found.carried_from is None
    assert found.left_empty == 0


def test_what_was_left_empty_is_counted_since_the_last_words() -> None:
    assert thought(NOVEMBER, Subject.AVOIDED, (), EARLIER).left_empty == 2

    emptied = (written(FEBRUARY, 2, "The salary."), written(MAY, 5, ""))
    assert thought(NOVEMBER, Subject.AVOIDED, emptied, EARLIER).left_empty == 1
