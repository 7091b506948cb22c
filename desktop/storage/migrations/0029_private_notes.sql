-- Private notes about a person, and the index in which their words are found.
CREATE TABLE private_note (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '',
    pinned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX private_note_of_person ON private_note (person, pinned DESC, day DESC, seq DESC);

CREATE VIRTUAL TABLE private_note_index USING fts5 (
    words, tags, person, content = 'private_note', content_rowid = 'seq', prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
-- An encrypted page has less room than FTS5 thinks; what is deleted is to be gone.
INSERT INTO private_note_index (private_note_index, rank) VALUES ('pgsz', 3900);
INSERT INTO private_note_index (private_note_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER private_note_added AFTER INSERT ON private_note
BEGIN
    INSERT INTO private_note_index (rowid, words, tags, person)
        VALUES (new.seq, new.words, new.tags, new.person);
END;
CREATE TRIGGER private_note_removed AFTER DELETE ON private_note
BEGIN
    INSERT INTO private_note_index (private_note_index, rowid, words, tags, person)
        VALUES ('delete', old.seq, old.words, old.tags, old.person);
END;
CREATE TRIGGER private_note_changed AFTER UPDATE OF words, tags ON private_note
BEGIN
    INSERT INTO private_note_index (private_note_index, rowid, words, tags, person)
        VALUES ('delete', old.seq, old.words, old.tags, old.person);
    INSERT INTO private_note_index (rowid, words, tags, person)
        VALUES (new.seq, new.words, new.tags, new.person);
END;
