-- The manager's own questions, and what they changed about those that come with Onward. Nothing
-- here is about a person, and nothing here leaves by itself.

-- A part that is NULL is asked as it came; the built-in words are never written over.
CREATE TABLE question_change (
    question TEXT PRIMARY KEY,
    ask TEXT,
    why TEXT,
    listen_for TEXT,
    trust TEXT,
    retired INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE own_question (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    stage TEXT NOT NULL,
    short TEXT NOT NULL,
    ask TEXT NOT NULL,
    why TEXT NOT NULL,
    listen_for TEXT NOT NULL,
    trust TEXT NOT NULL
) STRICT;

-- Whether the manager has said, in this conversation, that there is enough trust to ask.
ALTER TABLE conversation_step ADD COLUMN trusted INTEGER NOT NULL DEFAULT 0;
