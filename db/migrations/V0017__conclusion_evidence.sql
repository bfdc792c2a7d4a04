-- A conclusion keeps the evidence that it was made from, so that it can be made again when a base or the knowledge
-- changes; and evidence that could not be read is a state of its own.
ALTER TABLE conclusion ADD COLUMN evidence_sha256 bytea NOT NULL;
ALTER TABLE conclusion ADD CONSTRAINT conclusion_evidence_fk
    FOREIGN KEY (evidence_sha256) REFERENCES blob (sha256);
COMMENT ON COLUMN conclusion.evidence_sha256 IS 'Blob with the canonical JSON of the evidence as the rules read it.';
ALTER TABLE conclusion DROP CONSTRAINT conclusion_identification_known;
ALTER TABLE conclusion ADD CONSTRAINT conclusion_identification_known
    CHECK (identification_state IN ('identified', 'conflicting', 'unrecognized', 'absent', 'unread'));
