-- Goals as agreed: written for both, each with all that it has been (product E4).
CREATE TABLE goal (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX goal_of_person ON goal (person, seq);

CREATE TABLE goal_version (
    seq INTEGER PRIMARY KEY,
    goal TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    horizon TEXT NOT NULL,
    place TEXT NOT NULL,
    status TEXT NOT NULL,
    path TEXT NOT NULL,
    motivations TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX goal_version_of ON goal_version (goal, seq);

-- A version that went out with an agreed contract is never written over; the next stands beside it.
CREATE TRIGGER agreed_goal_stays BEFORE UPDATE ON goal_version
WHEN EXISTS (
    SELECT 1 FROM goal AS g JOIN contract AS c ON c.person = g.person
    WHERE g.id = OLD.goal AND c.agreed IS NOT NULL
        AND julianday(c.agreed) >= julianday(OLD.at))
BEGIN
    SELECT RAISE(ABORT, 'an agreed goal is only superseded');
END;

CREATE TRIGGER agreed_goal_is_not_taken_away BEFORE DELETE ON goal_version
WHEN EXISTS (
    SELECT 1 FROM goal AS g JOIN contract AS c ON c.person = g.person
    WHERE g.id = OLD.goal AND c.agreed IS NOT NULL
        AND julianday(c.agreed) >= julianday(OLD.at))
BEGIN
    SELECT RAISE(ABORT, 'an agreed goal is only superseded');
END;
