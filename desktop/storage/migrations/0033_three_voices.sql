-- A line of the sheet for colleagues stands there for three people at least, or because the manager
-- rewrote and confirmed it by hand; the sheet itself knows which (playbook 7). "people" is the lower
-- end of a band, or 0 for a line by hand and for one that has lost its third voice.
ALTER TABLE theme_sheet_line ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
ALTER TABLE theme_sheet_line ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;

UPDATE theme_sheet_line SET by_hand = 1, counted = 0
WHERE id IN (SELECT line FROM private_theme WHERE by_hand = 1 AND line IS NOT NULL);
UPDATE theme_sheet_line SET people = 3, counted = 0 WHERE people = 0 AND by_hand = 0;

CREATE TRIGGER a_voice_is_gone AFTER DELETE ON private_theme_line
BEGIN
    UPDATE theme_sheet_line SET people = 0, counted = 0
    WHERE by_hand = 0 AND people > 0 AND 3 > (
        SELECT count(DISTINCT c.person) FROM private_theme AS t
        JOIN private_theme_line AS l ON l.theme = t.id
        JOIN private_kept AS k ON k.id = l.kept
        JOIN conversation AS c ON c.id = k.conversation
        WHERE t.line = theme_sheet_line.id);
END;

CREATE TRIGGER a_voice_turned_to_another_theme AFTER INSERT ON private_theme_line
BEGIN
    UPDATE theme_sheet_line SET people = 0, counted = 0
    WHERE by_hand = 0 AND people > 0 AND 3 > (
        SELECT count(DISTINCT c.person) FROM private_theme AS t
        JOIN private_theme_line AS l ON l.theme = t.id
        JOIN private_kept AS k ON k.id = l.kept
        JOIN conversation AS c ON c.id = k.conversation
        WHERE t.line = theme_sheet_line.id);
END;
