-- How far the manager's word reaches with a commitment (product E5), as each version says it, and
-- the outcome that they were asked about and promise knowingly.
ALTER TABLE contract_commitment ADD COLUMN strength TEXT NOT NULL DEFAULT 'will';
ALTER TABLE contract_commitment ADD COLUMN stood_by TEXT NOT NULL DEFAULT '';
