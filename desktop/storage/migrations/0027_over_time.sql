-- Looking back: the person's own answer to whether they see a future here, what the manager could
-- say of them by heart, and which goal an achievement was a step towards. None of it holds words.
CREATE TABLE private_future_here (
    conversation TEXT PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
    noted TEXT NOT NULL,
    answer INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 5)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_recall (
    seq INTEGER PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    noted TEXT NOT NULL,
    came TEXT NOT NULL
) STRICT;
CREATE INDEX private_recall_of_person ON private_recall (person, seq);

-- Without a goal: it is beside all of them, and the manager said so.
CREATE TABLE private_towards (
    kept TEXT PRIMARY KEY REFERENCES private_kept (id) ON DELETE CASCADE,
    goal TEXT REFERENCES goal (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX private_towards_goal ON private_towards (goal);
