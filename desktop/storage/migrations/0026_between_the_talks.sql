-- What is kept between conversations, and tries at a direction: private, each tied to a goal or none.

CREATE TABLE private_moment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    noted TEXT NOT NULL,
    words TEXT NOT NULL,
    goal TEXT REFERENCES goal (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX private_moment_of_person ON private_moment (person, seq);

CREATE TABLE private_experiment (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    begun TEXT NOT NULL,
    what TEXT NOT NULL,
    expected TEXT NOT NULL,
    learned TEXT NOT NULL,
    goal TEXT REFERENCES goal (id) ON DELETE SET NULL,
    verdict TEXT,
    ended TEXT
) STRICT;
CREATE INDEX private_experiment_of_person ON private_experiment (person, seq);

-- Today asks of every talk whether its page has left.
CREATE INDEX share_by_way ON share (conversation, way);
