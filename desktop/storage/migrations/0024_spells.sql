-- Which opening of the vault wrote how much, so that a computer notices a file that is older than
-- the one it saw last, or went on from an older one. It tells nothing of what was written.

CREATE TABLE spell (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    computer TEXT NOT NULL,
    changes INTEGER NOT NULL
) STRICT;
