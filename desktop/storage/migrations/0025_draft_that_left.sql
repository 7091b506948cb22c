-- A draft that was sent to be looked over, as it stood then: what comes back is compared with it
-- and not with the version before (product E2 and F8). The latest one counts.
CREATE TABLE draft_that_left (
    contract TEXT PRIMARY KEY REFERENCES contract (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
