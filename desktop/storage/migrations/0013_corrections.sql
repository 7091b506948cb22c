-- What the person changed in their copy, as they sent it back; it belongs to the next draft (F8).
CREATE TABLE correction (
    contract TEXT PRIMARY KEY REFERENCES contract (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
