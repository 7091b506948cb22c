"""The page "The vault and its keys": what opens the vault, what locks it, and how to change both.

``page`` shows a card for each key; a button leads into a flow of steps (``passphrase``, ``sheet``,
``quick_unlock``, ``renewing``), each beginning with the present passphrase. A flow ends with one
sentence about what is true now.
"""

from desktop.ui.pages.vault_keys.page import VaultKeysPage

__all__ = ["VaultKeysPage"]
