-- Themes: what several people raised, under a name of the manager's own.
CREATE TABLE theme_sheet_line (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    wording TEXT NOT NULL,
    people INTEGER NOT NULL,
    confirmed TEXT NOT NULL
) STRICT;

CREATE TABLE private_theme (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    acted TEXT,
    line TEXT REFERENCES theme_sheet_line (id) ON DELETE SET NULL,
    by_hand INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE private_theme_line (
    kept TEXT PRIMARY KEY REFERENCES private_kept (id) ON DELETE CASCADE,
    theme TEXT NOT NULL REFERENCES private_theme (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX private_theme_line_theme ON private_theme_line (theme);

-- The sheet of themes leaves about nobody, so what left need not be about a person any more.
CREATE TABLE share_about_anybody (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    person TEXT REFERENCES person (id) ON DELETE CASCADE,
    conversation TEXT REFERENCES conversation (id) ON DELETE CASCADE,
    contract TEXT REFERENCES contract (id) ON DELETE CASCADE,
    way TEXT NOT NULL,
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    CHECK ((person IS NULL) = (document = 'themes'))
) STRICT;
INSERT INTO share_about_anybody
    SELECT seq, id, document, person, conversation, contract, way, at, sha256, bytes FROM share;
DROP TABLE share;
ALTER TABLE share_about_anybody RENAME TO share;
CREATE INDEX share_of_conversation ON share (conversation, seq);
CREATE INDEX share_of_person ON share (person, seq);
CREATE TRIGGER share_stays BEFORE UPDATE ON share
BEGIN
    SELECT RAISE(ABORT, 'what has left stays as it was');
END;
