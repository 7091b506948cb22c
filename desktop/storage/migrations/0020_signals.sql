-- What was noticed between conversations: private, dated, and never counted by person.

CREATE TABLE private_signal (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    noted TEXT NOT NULL,
    words TEXT NOT NULL,
    closed TEXT,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX private_signal_of_person ON private_signal (person, seq);
