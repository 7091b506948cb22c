-- What happens inside the talk beyond notes: where a motivation comes from, the manager's reading
-- of a leaving signal, what does not fit the organisation, and the sweet spot. All of it private.

ALTER TABLE private_motivation ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- One reading a conversation, dated; it never leaves, and nothing is counted from it.
CREATE TABLE private_leaving_reading (
    conversation TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
    noted TEXT NOT NULL,
    ease TEXT NOT NULL,
    form TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE private_limits (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    begun TEXT NOT NULL,
    ambition TEXT NOT NULL,
    standing_at TEXT NOT NULL
) STRICT;
CREATE INDEX private_limits_of_person ON private_limits (person, seq);

CREATE TABLE private_limits_step (
    flow TEXT NOT NULL REFERENCES private_limits (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (flow, step)
) STRICT, WITHOUT ROWID;

-- Where the manager has laid a word in the picture; what was kept lies there without a row.
CREATE TABLE private_sweet_spot (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    circles INTEGER NOT NULL,
    PRIMARY KEY (person, words)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_served_elsewhere (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
