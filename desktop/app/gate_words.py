"""What the lock screen says when a vault cannot be opened as usual."""

from desktop.domain.errors import Trouble


def in_short(trouble: Trouble) -> str:
    """Say less: on the lock screen the field for the passphrase says already what is safe."""
    return f"{trouble.what_happened} {trouble.what_to_do}"


def vault_is_away() -> Trouble:
    """Say that the folder of an open vault has gone."""
    return Trouble(
        what_happened="The vault that was open a moment ago is not in its place any more.",
        what_is_safe=(
            "What was typed since waits in this window, sealed, for as long as it is open."
        ),
        what_to_do="Bring its folder back, or connect its disk again; this window notices it.",
    )


def ended_early() -> Trouble:
    """Say that the vault process ended before it answered."""
    return Trouble(
        what_happened="The window for your notes closed before it could open them.",
        what_is_safe="Your notes are untouched.",
        what_to_do="Unlock again. If it happens twice, restart this computer.",
    )
