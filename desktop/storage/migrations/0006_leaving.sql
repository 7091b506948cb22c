-- Papers that leave without belonging to one conversation: the agreement, the card about notes,
-- the hand-over. And the person's word before anything is handed over (playbook section 10).

CREATE TABLE share_of_any_paper (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    conversation TEXT REFERENCES conversation (id) ON DELETE CASCADE,
    contract TEXT REFERENCES contract (id) ON DELETE CASCADE,
    way TEXT NOT NULL,
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

INSERT INTO share_of_any_paper
    SELECT s.seq, s.id, 'summary', c.person, s.conversation, s.contract, s.way, s.at, s.sha256,
           s.bytes
    FROM share AS s JOIN conversation AS c ON c.id = s.conversation;

DROP TABLE share;
ALTER TABLE share_of_any_paper RENAME TO share;
CREATE INDEX share_of_conversation ON share (conversation, seq);
CREATE INDEX share_of_person ON share (person, seq);

-- What left is never changed afterwards; it goes only with the person.
CREATE TRIGGER share_stays BEFORE UPDATE ON share
BEGIN
    SELECT RAISE(ABORT, 'what has left stays as it was');
END;

CREATE TABLE hand_over (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    receiver TEXT NOT NULL,
    consented TEXT NOT NULL
) STRICT, WITHOUT ROWID;
