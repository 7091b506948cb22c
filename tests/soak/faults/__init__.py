"""What must survive when the machine fails, tried many times over: kills, power cuts, sick disks.

``hand`` edits a vault as a manager does, one verb after the other; ``acts`` are the hand and the
larger works (backup, migration, new passphrase, new key), each in a process that can be stopped;
``look`` opens what is left and compares it with what was acknowledged.

Each long run is a module of its own and a word of ``dev.py soak``. It prints one line of JSON for
every try, with the seed that plays it again, and every one can be run with a careless act in place
of ours, which it must catch.
"""
