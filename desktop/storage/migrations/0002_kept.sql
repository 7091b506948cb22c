-- Schema version 2: what the manager keeps of the notes, and what lies beneath the goals.

-- A line of a note that is kept as something. Its words are its own: a note edited later leaves
-- them as they were. A step of a why-ladder stands beneath the goal that it was climbed from.
CREATE TABLE private_kept (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    horizon TEXT NOT NULL,
    words TEXT NOT NULL,
    place INTEGER NOT NULL,
    beneath TEXT REFERENCES private_kept (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX private_kept_at ON private_kept (conversation, question);
CREATE INDEX private_kept_beneath ON private_kept (beneath);

-- How much a motivation weighs, as heard in one conversation. Later conversations count more;
-- 0 says that it no longer weighs.
CREATE TABLE private_motivation (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    motivation TEXT NOT NULL,
    weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 3),
    words TEXT NOT NULL,
    PRIMARY KEY (conversation, motivation)
) STRICT, WITHOUT ROWID;
