-- The second layer of an answer: what came underneath what was said first. Either may be empty.
ALTER TABLE private_answer ADD COLUMN underneath TEXT NOT NULL DEFAULT '';
