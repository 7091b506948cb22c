-- Everything before the talk: bookings, messages, the manager's own thinking, the agreement.

-- One that was cancelled stays: what was thought for it is carried to the next.
CREATE TABLE planned_conversation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    stage TEXT,
    at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    conversation TEXT REFERENCES conversation (id) ON DELETE SET NULL,
    cancelled TEXT
) STRICT;
CREATE INDEX planned_of_person ON planned_conversation (person, seq);

-- Written for the person. Without text the suggested words stand.
CREATE TABLE planned_message (
    planned TEXT NOT NULL REFERENCES planned_conversation (id) ON DELETE CASCADE,
    message TEXT NOT NULL,
    text TEXT,
    sent TEXT,
    PRIMARY KEY (planned, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_preparation (
    planned TEXT NOT NULL REFERENCES planned_conversation (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (planned, subject)
) STRICT;

CREATE TABLE private_checklist (
    planned TEXT NOT NULL REFERENCES planned_conversation (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    PRIMARY KEY (planned, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    agreed TEXT,
    UNIQUE (person, version)
) STRICT;

CREATE TABLE agreement_clause (
    agreement TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    clause TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (agreement, clause)
) STRICT, WITHOUT ROWID;

-- What both agreed is never edited, only superseded.
CREATE TRIGGER agreement_stays BEFORE UPDATE ON agreement WHEN OLD.agreed IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'what was agreed is only superseded');
END;

CREATE TRIGGER agreed_clause_stays BEFORE UPDATE ON agreement_clause
WHEN (SELECT agreed FROM agreement WHERE id = OLD.agreement) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'what was agreed is only superseded');
END;

CREATE TRIGGER agreed_takes_no_clause BEFORE INSERT ON agreement_clause
WHEN (SELECT agreed FROM agreement WHERE id = NEW.agreement) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'what was agreed is only superseded');
END;
