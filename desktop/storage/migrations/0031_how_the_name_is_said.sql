-- How somebody's name is said, in the manager's own spelling.
ALTER TABLE person ADD COLUMN said TEXT NOT NULL DEFAULT '';
