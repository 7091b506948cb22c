-- Right after the talk: the debrief, for the manager alone, and what was ticked off by hand.

-- A row without words is a debrief that was offered and declined.
CREATE TABLE private_debrief (
    conversation TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
    saw TEXT NOT NULL,
    made_of_it TEXT NOT NULL,
    surfaced TEXT NOT NULL,
    promised TEXT NOT NULL,
    avoided TEXT NOT NULL,
    to_try TEXT NOT NULL,
    talking TEXT
) STRICT;

-- Holds no words; "what" is an identifier of the playbook (R2, R4, R5).
CREATE TABLE conversation_check (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (conversation, what)
) STRICT, WITHOUT ROWID;
