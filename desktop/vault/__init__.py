"""The lock: what turns a passphrase into the key of the notes, and keeps that key out of sight.

A random data key opens the notes; ``keys.json`` (two copies) holds it wrapped, one slot for each
way in; the recovery key is the data key itself, written for paper. Two processes share the work:
the gate (lock screen) meets the passphrase, the vault process meets only the data key.

``passphrase``, ``attempts`` and ``recovery`` serve the lock screen; ``unlocking`` holds the verbs
(new keys, unlock, set another passphrase); ``derivation``, ``data_key``, ``slots``,
``keyfile``, ``copies`` and ``durable`` are the steps below them. ``keychain`` and ``quick_unlock``
let the system's own keychain open the vault as well, ``renewal`` is the moment in which it gets
another data key. ``folder`` says what stands in a vault folder before anybody opens it;
``lockfile`` keeps a second window out, ``in_use`` tells another computer on a synchronised folder,
``last_seen`` is what this computer remembers of it, ``synced`` how such a folder is recognised;
``passing`` holds copies for as long as they are read, and clears those that a kill left;
``handover``, ``answers`` and ``drafts`` carry key, news and
unsaved words from one process to the other; ``hardening`` keeps both out of core dumps.

The lock screen and the session may call it. It knows no SQL and no Qt, and imports cryptography
only when a key is really needed, so that the lock screen stands at once.

    >>> from pathlib import Path
    >>> from desktop.vault import folder
    >>> folder.look_into(Path("/no/such/vault")).standing
    <Standing.NOTHING_YET: 'nothing yet'>
"""
