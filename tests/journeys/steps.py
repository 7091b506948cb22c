"""The legs of a journey through the real program, each as a manager would go it."""

import re
from pathlib import Path

import pypdfium2

from tests.helpers.program import Program


def make_a_vault(
    program: Program, manager: str, first_person: str, *, quick_unlock: bool = False
) -> tuple[str, str]:
    """Go through the first run; return the suggested passphrase and the recovery key."""
    program.until_it_reads("A passphrase only you know")
    passphrase = _suggested_phrase(program.do("screen"))
    program.do("type_into", "Type it once to make sure", passphrase)
    program.do("press", "Next: recovery key")
    program.until_it_reads("A recovery key for the drawer")
    groups = _groups(program.do("names"))
    for number in _asked_for(program.do("screen")):
        program.do("type_into", f"Group {number}", groups[number - 1])
    program.do("press", "Next: first person")
    program.do("type_into", "Your name", manager)
    program.do("type_into", "Who will you talk with first?", first_person)
    if quick_unlock:
        program.do("press", "Quick unlock: this computer’s keychain opens my vault with one press")
    program.do("press", "Open my vault")
    program.until_it_reads("It comes at the end of the first conversation.")
    return passphrase, " ".join(groups)


def unlock(program: Program, passphrase: str) -> None:
    """Type the passphrase and wait for the window of the notes."""
    program.until_it_reads("Welcome back")
    program.do("type_into", "Passphrase", passphrase)
    program.do("press", "Unlock")
    program.until_it_reads("Today")


def text_of(page: Path) -> str:
    """Return the readable text of a PDF."""
    document = pypdfium2.PdfDocument(page)
    words = "\n".join(p.get_textpage().get_text_range() for p in document)
    document.close()
    return words


def _suggested_phrase(screen: str) -> str:
    found = re.search(r"^[a-z]+(-[a-z]+)?( [a-z]+(-[a-z]+)?){4}$", screen, re.MULTILINE)
    assert found, screen
    return found.group()


def _groups(names: list[str]) -> list[str]:
    found = dict(re.findall(r"Group (\d+): ((?:\w ?){4})", "\n".join(names)))
    return [found[str(n)].replace(" ", "") for n in range(1, 15)]


def _asked_for(screen: str) -> list[int]:
    return [int(n) for n in re.findall(r"^Group (\d+)$", screen, re.MULTILINE)]
