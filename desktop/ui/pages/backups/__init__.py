"""The page "Backups": the copies there are, one more to a file, a look inside, and the way back.

``page`` shows the list (``rows``); restoring leads through the steps of ``ui.keys.restore_flow``
and ends in ``restored``, upon which the vault process puts the restored vault in place and locks.
"""

from desktop.ui.pages.backups.page import BackupsPage

__all__ = ["BackupsPage"]
