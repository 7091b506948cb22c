"""The composition root: what is started, in which process, and how one hands over to the other.

Onward is two processes that take turns. The **gate** shows the lock screen and meets the
passphrase; the **vault process** meets only the data key and shows everything else. While the
passphrase is typed the gate has the vault process started and waiting, so that unlocking costs the
key derivation and little more. A lock is the reverse: cover, save, start a gate, end the process,
and with it every copy of every word it held (security.md 2.5).

``lock_watch`` is everything that locks without being asked, ``clipboard`` takes our words off it,
``out_of_sight`` reminds of the manager's own debts, and ``notices`` hands that to the system.
``arguments`` is the command line, ``boot`` what both processes do first, ``gate`` and ``vault``
are the two. On the side of the gate ``faces`` shows what stands in the folder, ``ways_in`` makes of
what was typed the key, and ``vault_behind`` hands it over; on the other ``opening`` makes a session
of it, ``meanwhile`` is all that goes on beside the window until the lock (``rolling`` backs up),
and ``waiting_words`` are those that a full disk refused before.

    $ python -m desktop --sample
"""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open Onward; returns the exit status of this process."""
    from desktop import offline
    from desktop.app.arguments import read
    from desktop.vault.hardening import harden

    harden()
    offline.refuse_network()
    arguments = read(sys.argv[1:] if argv is None else argv)
    if arguments.waits_for_key:
        from desktop.app import vault

        return vault.run(arguments)
    from desktop.app import gate

    return gate.run(arguments)
