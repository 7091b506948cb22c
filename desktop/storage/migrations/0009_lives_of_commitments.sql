-- A commitment has a life of its own: every turn of it is kept (product G2 and G7). The reason is
-- written for both, so it may leave with the page.
CREATE TABLE commitment_turn (
    seq INTEGER PRIMARY KEY,
    commitment TEXT NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    turn TEXT NOT NULL,
    at TEXT NOT NULL,
    due TEXT,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_turn_of ON commitment_turn (commitment, seq);

INSERT INTO commitment_turn (commitment, turn, at, due, reason)
SELECT id, 'kept', settled, NULL, '' FROM commitment
WHERE state = 'done' AND settled IS NOT NULL ORDER BY settled;

-- The date it was moved to since the version that stands; the next version has it as its own.
ALTER TABLE commitment ADD COLUMN moved_to TEXT;

-- An agreed contract is also never taken apart. Whoever erases a person or a conversation takes
-- all of it: by then the row above is gone, and these let it go.
CREATE TRIGGER agreed_is_not_taken_away BEFORE DELETE ON contract
WHEN OLD.agreed IS NOT NULL
    AND EXISTS (SELECT 1 FROM person WHERE id = OLD.person)
    AND EXISTS (SELECT 1 FROM conversation WHERE id = OLD.conversation)
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER agreed_is_not_replaced BEFORE INSERT ON contract
WHEN EXISTS (
    SELECT 1 FROM contract WHERE agreed IS NOT NULL
    AND (id = NEW.id OR (person = NEW.person AND version = NEW.version)))
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER agreed_keeps_its_lines BEFORE DELETE ON contract_commitment
WHEN EXISTS (
    SELECT 1 FROM contract AS c
    JOIN person AS p ON p.id = c.person
    JOIN conversation AS t ON t.id = c.conversation
    WHERE c.id = OLD.contract AND c.agreed IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER no_line_moves_into_an_agreed_one BEFORE UPDATE OF contract ON contract_commitment
WHEN (SELECT agreed FROM contract WHERE id = NEW.contract) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;
