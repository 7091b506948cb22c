-- The summary as it was agreed with a version. The next version of the same talk opens it again;
-- what both have stays here, to come back to and to compare a returned copy with (E2 and F8).
CREATE TABLE agreed_paragraph (
    contract TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    paragraph TEXT NOT NULL,
    question TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (contract, place)
) STRICT, WITHOUT ROWID;

INSERT INTO agreed_paragraph (contract, place, paragraph, question, text)
SELECT c.id, p.seq, p.id, p.question, p.text
FROM contract AS c JOIN summary_paragraph AS p ON p.conversation = c.conversation
WHERE c.agreed IS NOT NULL;

CREATE TRIGGER an_agreed_summary_is_not_changed BEFORE UPDATE ON agreed_paragraph
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER an_agreed_summary_is_not_added_to BEFORE INSERT ON agreed_paragraph
WHEN (SELECT agreed FROM contract WHERE id = NEW.contract) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;

CREATE TRIGGER an_agreed_summary_is_not_taken_away BEFORE DELETE ON agreed_paragraph
WHEN EXISTS (
    SELECT 1 FROM contract AS c
    JOIN person AS p ON p.id = c.person
    JOIN conversation AS t ON t.id = c.conversation
    WHERE c.id = OLD.contract AND c.agreed IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'an agreed contract is only superseded');
END;
