"""Bad news that owns its sentence: a rule that refuses, or trouble with disk, key or lock.

Anything else that is raised is a defect of the program and is reported without anybody's words.
"""


class Refusal(Exception):
    """A rule says no; the sentence is shown beside the field it names."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class Trouble(Exception):
    """The machine says no; says what happened, what is safe and what to do, in that order."""

    def __init__(self, *, what_happened: str, what_is_safe: str, what_to_do: str) -> None:
        super().__init__(f"{what_happened} {what_is_safe} {what_to_do}")
        self.what_happened = what_happened
        self.what_is_safe = what_is_safe
        self.what_to_do = what_to_do


class Damaged(Trouble):
    """A part of a vault's file does not read as it was written, or none of it does."""
