-- The opportunity register: the manager's own working material, nobody else's.
CREATE TABLE private_opportunity (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    limits TEXT NOT NULL,
    by TEXT,
    closed TEXT
) STRICT;

-- Whose direction it would serve; without a kept line, the person's direction as a whole.
CREATE TABLE private_opportunity_serves (
    seq INTEGER PRIMARY KEY,
    opportunity TEXT NOT NULL REFERENCES private_opportunity (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kept TEXT REFERENCES private_kept (id) ON DELETE CASCADE,
    UNIQUE (opportunity, person, kept)
) STRICT;
CREATE INDEX private_opportunity_serves_person ON private_opportunity_serves (person);
