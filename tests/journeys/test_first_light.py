"""First run → person → three stages → contract → PDF → lock → unlock → all still there.

In the real program and its real processes; nothing is replaced.
"""

from pathlib import Path

from tests.helpers.canary import canary, files_holding
from tests.helpers.memory import copies_in_memory
from tests.helpers.program import Program
from tests.journeys import steps

SHARED = "Priya would like to own the failover design."


def test_one_true_conversation_from_end_to_end(program: Program, tmp_path: Path) -> None:
    secret = canary()
    passphrase, _key = steps.make_a_vault(program, "Sam Okafor", first_person="Priya Nair")
    talk_through_three_stages(program, f"Lit up, said {secret} twice.")
    write_the_contract(program)
    page = tmp_path / "page.pdf"
    save_the_page(program, page)

    assert SHARED in steps.text_of(page)
    assert "Finish the runbook" in steps.text_of(page)

    window = program.pid()
    assert copies_in_memory([window], secret) > 0
    program.do("keys_soon", "Ctrl+L")
    program.until_it_reads("Welcome back")

    program.wait(lambda: True if window not in program.pids() else None)
    assert not program.do("reads", "Priya")
    assert copies_in_memory(program.pids(), secret) == 0

    steps.unlock(program, passphrase)
    program.do("press", "Priya Nair", "Side bar")
    assert program.do("reads", "Finish the runbook")
    program.do("press", "Conversations")
    program.do("press", "Today, shared today, contract v1")
    program.until_it_reads("Version 1, shared today. It stays as it is.")
    assert program.do("reads", SHARED)
    assert program.do("reads", secret)
    assert files_holding(tmp_path, [secret, passphrase]) == set()
    assert program.said() == ""


def talk_through_three_stages(program: Program, note: str) -> None:
    """Begin, note something to the first question, share a sentence, and go to the closing."""
    program.do("press", "Priya Nair", "Side bar")
    program.do("press", "Start a conversation")
    program.do("type_into", "Your notes", note)
    program.do("type_into", "For the summary you will share", SHARED)
    for stage in ("Where are you now?", "Where do you want to go?", "How do we close the gap?"):
        assert program.do("reads", stage)
    while not program.do("has", "Close: summary and contract"):
        program.do("keys", "Alt+Right")
    program.do("press", "Close: summary and contract")
    program.until_it_reads("What we each commit to")


def write_the_contract(program: Program) -> None:
    """One commitment of each side, the second only once its date was named as missing."""
    program.do("press", "Add Priya’s")
    program.do("type_into", "Commitment 1", "Finish the runbook")
    program.do("set_day", "Date of commitment 1", "30 Nov 2030")
    program.do("press", "Add mine")
    program.do("type_into", "Commitment 2", "Introduce Priya to Marta")
    program.do("press", "Review and send")
    assert program.do("reads", "By when? A commitment needs a date.")
    program.do("set_day", "Date of commitment 2", "27 Nov 2030")
    program.do("press", "Review and send")
    program.until_it_reads("This page is all that leaves the vault.")


def save_the_page(program: Program, place: Path) -> None:
    """Save the PDF through the dialog that the system shows."""
    program.wait(lambda: program.do("can_press", "Save PDF…") or None)
    program.do("press_soon", "Save PDF…")
    program.wait(lambda: program.do("has", "Save") or None)
    program.do("replace_in", "File name:", str(place))
    program.do("press_soon", "Save")
    program.until_it_reads("Saved and recorded.")
