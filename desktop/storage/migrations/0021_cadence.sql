-- How often to talk with somebody, and a pause with its end; no free words.

CREATE TABLE cadence (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    rhythm TEXT NOT NULL,
    reason TEXT,
    until TEXT
) STRICT, WITHOUT ROWID;
