"""The lock screen: the first thing anybody sees, and all that is left after locking.

It lives in a process of its own, the gate, which never opens the notes: ``Gate`` shows a face
(unlock, first run, recovery, missing, elsewhere, trouble) and tells by signal what was asked for.
Whoever started it turns words into keys and starts the window of the notes::

    gate = Gate(folder)
    gate.unlock_asked.connect(self._unlock)
    gate.show_unlock(self.tr("Vault: Personal"))
    gate.show()

Passphrase and recovery key leave it only through these signals; its fields forget them as soon as
a face is left. Importing it loads nothing but Qt's widgets: the measuring of passphrases, the
making of keys and printing come when they are first needed.
"""

from desktop.ui.lock_screen.gate import Gate
from desktop.ui.lock_screen.new_vault import NewVault

__all__ = ["Gate", "NewVault"]
