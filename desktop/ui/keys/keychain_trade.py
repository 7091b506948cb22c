"""What quick unlock gives and what it costs, on each system, in words (security.md 2.4)."""

import sys

from PySide6.QtCore import QCoreApplication


def keychain_trade() -> str:
    """Return who else can open the vault once the system's keychain can."""
    trades = {
        "win32": _tr(
            "Windows keeps a secret of its own that opens this vault while you are signed in. "
            "Whoever can sign in as you, or resets your account, can then open it too."
        ),
        "darwin": _tr(
            "The macOS keychain keeps a secret of its own that opens this vault while you are "
            "logged in. Programs that run as you may then be able to open it too."
        ),
    }
    otherwise = _tr(
        "The keyring of your desktop keeps a secret of its own that opens this vault while it "
        "is unlocked. Every program that runs as you can read it then, and without a password "
        "on the keyring, as after automatic login, whoever has the disk can as well."
    )
    every_time = _tr("Your passphrase is still asked for every two weeks.")
    return f"{trades.get(sys.platform, otherwise)} {every_time}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeychainTrade", text)
