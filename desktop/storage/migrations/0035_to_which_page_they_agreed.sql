-- To which page a person agreed: their word is not carried over to one they have not seen (playbook 10).

ALTER TABLE hand_over ADD COLUMN contract TEXT REFERENCES contract (id) ON DELETE SET NULL;
