"""The steps in which a key is made: a new passphrase, a recovery key that gets onto paper.

The lock screen leads through them when a vault is made or a passphrase was lost; the page "The
vault and its keys" when one is changed. What is typed here stays off the clipboard, and
``drop_secrets`` empties it.

    >>> step = NewPassphraseStep(aside="Back", onward="Change it")      # doctest: +SKIP
    >>> step.chosen.connect(page.change)                                # doctest: +SKIP
"""
