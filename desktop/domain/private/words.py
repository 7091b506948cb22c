"""Private words: a type that refuses to become text by accident (the first of five locks)."""

from typing import Final, NoReturn, final


@final
class PrivateText:
    """Words that never leave the vault; only ``reveal`` gives them.

    It is no ``str``: printing, formatting, joining, comparing with text, JSON and pickling all
    refuse or show nothing, so that a note cannot slip into a message, a log or a page.
    """

    __slots__ = ("__words",)

    def __init__(self, words: str) -> None:
        self.__words: Final = words

    def reveal(self) -> str:
        """Return the words. The list of files that may call this is kept by a test."""
        return self.__words

    def says_the_same_as(self, other: "PrivateText") -> bool:
        """Return whether both hold the same words, however they are spaced or broken."""
        return self.__words.split() == other.__words.split()

    def __bool__(self) -> bool:
        return bool(self.__words.strip())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PrivateText) and self.__words == other.__words

    def __hash__(self) -> int:
        return hash((PrivateText, self.__words))

    def __repr__(self) -> str:
        return "PrivateText(…)"

    def __str__(self) -> NoReturn:
        raise TypeError("Private words are not text. They stay in the vault.")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("Private words cannot be formatted into a text.")

    def __reduce__(self) -> NoReturn:
        raise TypeError("Private words cannot be pickled.")


NOTHING_NOTED: Final = PrivateText("")
