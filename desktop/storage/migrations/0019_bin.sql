-- What was deleted and can be brought back for thirty days: every row of it, as it stood.
CREATE TABLE private_bin (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    person TEXT,
    since TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- Since when somebody is archived, and until when the manager wants to keep what is here of them.
ALTER TABLE person ADD COLUMN archived TEXT;
ALTER TABLE person ADD COLUMN keep_until TEXT;
