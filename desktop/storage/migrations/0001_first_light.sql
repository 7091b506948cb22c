-- Schema version 1. Shared tables have plain names; private ones begin with private_.
-- Times are ISO 8601 with the offset of the place where they were taken; dates are ISO 8601.

CREATE TABLE about (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    vault_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    manager_name TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

-- The slots that open this vault, kept inside it so that a lost keys.json can be written again.
CREATE TABLE private_keys (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    copy BLOB NOT NULL
) STRICT;

CREATE TABLE person (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    team TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    email TEXT NOT NULL,
    relation TEXT NOT NULL,
    since TEXT
) STRICT;

CREATE TABLE conversation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    begun TEXT NOT NULL,
    ended TEXT,
    standing_at TEXT NOT NULL
) STRICT;
CREATE INDEX conversation_of_person ON conversation (person, seq);

-- The path is kept with the conversation: a question changed later does not move one already begun.
CREATE TABLE conversation_step (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    question TEXT NOT NULL,
    stage TEXT NOT NULL,
    not_now INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, place),
    UNIQUE (conversation, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_answer (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    words TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    PRIMARY KEY (conversation, question)
) STRICT;
CREATE INDEX private_answer_to ON private_answer (question);

CREATE TABLE summary_paragraph (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    question TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX summary_paragraph_of ON summary_paragraph (conversation, seq);

CREATE TABLE contract (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    review_month TEXT,
    review TEXT NOT NULL DEFAULT '',
    open_question TEXT NOT NULL DEFAULT '',
    next_conversation TEXT,
    nothing_agreed_because TEXT NOT NULL DEFAULT '',
    agreed TEXT,
    UNIQUE (person, version)
) STRICT;
CREATE INDEX contract_of_conversation ON contract (conversation, version);

-- A commitment lives on its own; each contract version keeps its wording of it.
CREATE TABLE commitment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    settled TEXT
) STRICT;
CREATE INDEX commitment_of_person ON commitment (person, state);

CREATE TABLE contract_commitment (
    contract TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    commitment TEXT NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    owner TEXT,
    what TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (contract, commitment)
) STRICT, WITHOUT ROWID;
CREATE INDEX contract_commitment_in ON contract_commitment (commitment);

-- An agreed contract is never edited, only superseded (product E2).
CREATE TRIGGER contract_agreed_stays BEFORE UPDATE ON contract WHEN OLD.agreed IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER agreed_wording_stays BEFORE UPDATE ON contract_commitment
WHEN (SELECT agreed FROM contract WHERE id = OLD.contract) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER agreed_takes_no_more BEFORE INSERT ON contract_commitment
WHEN (SELECT agreed FROM contract WHERE id = NEW.contract) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

-- What left the vault: how, when, its fingerprint and the very bytes (product F6).
CREATE TABLE share (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    contract TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    way TEXT NOT NULL,
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX share_of_conversation ON share (conversation, seq);
