-- Today asks for these whenever it is opened, also after ten years.

CREATE INDEX conversation_latest ON conversation (person, kind, begun);
CREATE INDEX commitment_settled ON commitment (settled) WHERE settled IS NOT NULL;
CREATE INDEX contract_commitment_due ON contract_commitment (due, commitment);
