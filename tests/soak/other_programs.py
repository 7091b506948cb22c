"""Opens what leaves with programs that other people wrote: ``dev.py soak pages``.

They are heavy, so this is no part of every test run. Each one that is missing is named, and the
run fails, so that nobody takes silence for success. On Debian they are ``qpdf``,
``poppler-utils``, ``libreoffice-writer``, ``khal`` and ``mutt``.
"""

import email
import email.policy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.domain.ids import ConversationId
from desktop.services import letters, people, sample, sending
from desktop.services.sample import SampleClock
from tests.helpers import copies
from tests.helpers.vaults import OpenVault, make_vault, open_vault

PROGRAMS = ("qpdf", "pdffonts", "pdftotext", "pdftoppm", "soffice", "khal", "mutt", "script")
_PATIENCE_S = 180
_SQUARE = 24
_WHITE = 255 * _SQUARE**2
_APART = 0.08


class Wrong(AssertionError):
    """Another program reads something else than what was written."""


class Desk:
    """One finished letter of the sample people, and a folder to lay its copies in."""

    def __init__(self, home: Path) -> None:
        """Tell the sample history and take its finished conversation."""
        clock = SampleClock()
        make_vault(home / "vault", clock, sample.manager_name())  # type: ignore[arg-type]
        self.vault: OpenVault = open_vault(home / "vault", clock)  # type: ignore[arg-type]
        sample.fill(self.vault.shared, self.vault.private, clock)
        self.talk: ConversationId = sample.finished_conversation(self.vault.shared)
        self.page = letters.page(self.vault.shared, self.talk)
        letter = letters.letter(self.vault.shared, self.talk)
        self.promises = [" ".join(line.what.split()) for line in letter.contract.commitments]
        self.home = home

    def lay(self, name: str, content: bytes) -> Path:
        """Write a copy into the folder."""
        path = self.home / name
        path.write_bytes(content)
        return path


def the_page_is_sound(desk: Desk) -> str:
    """Let qpdf look for damage, and poppler for letters that are not in the file."""
    page = desk.lay("page.pdf", desk.page)
    run("qpdf", "--check", str(page))
    fonts = run("pdffonts", str(page)).splitlines()[2:]
    if not fonts or any(row.split()[-5:-3] != ["yes", "yes"] for row in fonts):
        raise Wrong(f"A face is not embedded as a part of it: {fonts}")
    expect(desk.promises, run("pdftotext", "-raw", str(page), "-"))
    return f"{len(fonts)} faces embedded, every promise reads back"


def two_readers_draw_the_same_page(desk: Desk) -> str:
    """Compare poppler's picture of the page with pdfium's, in shares of full black."""
    import pypdfium2

    page = desk.lay("page.pdf", desk.page)
    run("pdftoppm", "-r", "72", "-gray", "-f", "1", "-l", "1", str(page), str(desk.home / "seen"))
    grey = next(desk.home.glob("seen*.pgm")).read_bytes()
    _, size, _, theirs = grey.split(b"\n", 3)
    width, height = map(int, size.split())
    ours = pypdfium2.PdfDocument(desk.page)[0].render(scale=1, grayscale=True)
    if (ours.width, ours.height) != (width, height):
        raise Wrong(f"{ours.width}×{ours.height} pixels in one reader, {width}×{height} in another")
    rows = bytes(ours.buffer)
    mine = b"".join(rows[n * ours.stride :][:width] for n in range(height))
    pairs = zip(_ink(mine, width, height), _ink(theirs, width, height), strict=True)
    apart = max(abs(a - b) for a, b in pairs)
    if apart > _APART:
        raise Wrong(f"Two readers draw a square of the page {apart:.1%} apart")
    return f"no square of {_SQUARE} points more than {apart:.1%} apart"


def _ink(grey: bytes, width: int, height: int) -> list[float]:
    """Return how dark each square of a picture is; the edges of letters differ by reader."""
    return [
        1 - sum(sum(grey[row * width + x :][:_SQUARE]) for row in range(y, y + _SQUARE)) / _WHITE
        for y in range(0, height - _SQUARE, _SQUARE)
        for x in range(0, width - _SQUARE, _SQUARE)
    ]


def the_editable_copy_opens(desk: Desk) -> str:
    """Let LibreOffice set the OpenDocument copy as a PDF, and read that."""
    copy = desk.lay("copy.odt", copies.open_document(desk.vault, desk.talk))
    profile = f"-env:UserInstallation=file://{desk.home}/office"
    out = ("--convert-to", "pdf", "--outdir", str(desk.home / "set"), str(copy))
    run("soffice", "--headless", profile, *out)
    expect(desk.promises, run("pdftotext", "-raw", str(desk.home / "set" / "copy.pdf"), "-"))
    return "every promise reads back"


def the_calendar_does_not_double(desk: Desk) -> str:
    """Import the dates twice into a real calendar, and count."""
    dates = desk.lay("dates.ics", sending.calendar(desk.vault.shared, desk.talk))
    shelf = desk.home / "calendar"
    shelf.mkdir()
    config = desk.lay("khal", f"[calendars]\n[[work]]\npath = {shelf}\n".encode())
    counted = []
    for _ in range(2):
        run("khal", "-c", str(config), "import", "--batch", "-a", "work", str(dates))
        counted.append(len(list(shelf.glob("*.ics"))))
    if not counted[0] or counted[0] != counted[1]:
        raise Wrong(f"Imported twice, the calendar holds {counted}")
    return f"{counted[0]} dates after the first import and after the second"


def a_mail_program_reads_the_draft(desk: Desk) -> str:
    """Put the draft into a mailbox, and have mutt read it out and take the page off it."""
    draft = sending.mail_draft(desk.vault.shared, desk.talk, desk.page)
    mailbox = desk.home / "mail"
    for part in ("cur", "new", "tmp"):
        (mailbox / part).mkdir(parents=True)
    (mailbox / "new" / "1.onward").write_bytes(draft.content)
    shown = desk.home / "shown"
    keys = f"<pipe-message>cat > {shown}<enter><exit>"
    # Its folder named, or it asks whether to make one.
    settings = f"set folder={mailbox} pipe_decode=yes wait_key=no quit=yes"
    mutt = ["mutt", "-n", "-F", "/dev/null", "-R", "-f", str(mailbox), "-e", settings]
    command = " ".join(f"'{word}'" for word in [*mutt, "-e", f'push "{keys}"'])
    run("script", "-qec", command, "/dev/null")
    expect([people.person_in(desk.vault.shared, desk.talk).name.split()[0]], shown.read_text())
    read = email.message_from_bytes(draft.content, policy=email.policy.strict)
    attached = [part.get_payload(decode=True) for part in read.iter_attachments()]
    if attached != [desk.page]:
        raise Wrong("What is attached is not the page that was shown")
    return "the cover note reads, the page is attached whole"


CHECKS: tuple[Callable[[Desk], str], ...] = (
    the_page_is_sound,
    two_readers_draw_the_same_page,
    the_editable_copy_opens,
    the_calendar_does_not_double,
    a_mail_program_reads_the_draft,
)


def run(*command: str) -> str:
    """Return what a program says; Wrong if it is not content."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE_S,
        env={**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        raise Wrong(
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def expect(sentences: Sequence[str], text: str) -> None:
    """Raise Wrong unless every sentence stands in a text, however its lines are broken."""
    flat = " ".join(text.split())
    for sentence in sentences:
        if sentence not in flat:
            raise Wrong(f"Not to be read back: {sentence}")


def main() -> int:
    """Run every check and say what it saw; 1 if a program is missing or reads something else."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"Not looked at: {', '.join(missing)} must be installed first.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="onward-soak-") as home:
        desk = Desk(Path(home))
        for check in CHECKS:
            print(f"{check.__name__.replace('_', ' ')}: ", end="", flush=True)
            print(check(desk), flush=True)
        desk.vault.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
