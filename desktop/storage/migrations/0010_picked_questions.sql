-- The questions picked for one planned conversation. Without any, it asks what its kind asks.
CREATE TABLE planned_question (
    planned TEXT NOT NULL REFERENCES planned_conversation (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    PRIMARY KEY (planned, question)
) STRICT, WITHOUT ROWID;
