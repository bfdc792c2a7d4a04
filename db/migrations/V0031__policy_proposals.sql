-- A text is proposed by one person and put in force by another. What the product itself starts with has neither.
ALTER TABLE policy_version RENAME COLUMN created_at TO proposed_at;
ALTER TABLE policy_version RENAME COLUMN created_by TO proposed_by;
ALTER TABLE policy_version RENAME CONSTRAINT policy_version_author_fk TO policy_version_proposer_fk;
ALTER TABLE policy_version ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE policy_version ADD COLUMN activated_at timestamptz;
ALTER TABLE policy_version ADD COLUMN activated_by uuid;
ALTER TABLE policy_version ADD COLUMN activation_reason text NOT NULL DEFAULT '';
UPDATE policy_version SET activated_at = proposed_at WHERE state IN ('active', 'retired');

ALTER TABLE policy_version ADD CONSTRAINT policy_version_activator_fk
    FOREIGN KEY (activated_by) REFERENCES person (id);
ALTER TABLE policy_version ADD CONSTRAINT policy_version_two_people CHECK (
    activated_at IS NULL
    OR (proposed_by IS NULL AND activated_by IS NULL)
    OR (proposed_by IS NOT NULL AND activated_by IS NOT NULL AND activated_by <> proposed_by));
ALTER TABLE policy_version DROP CONSTRAINT policy_version_state_known;
ALTER TABLE policy_version ADD CONSTRAINT policy_version_state_known
    CHECK (state IN ('draft', 'withdrawn', 'active', 'retired'));
ALTER TABLE policy_version ADD CONSTRAINT policy_version_activated_or_not
    CHECK ((state IN ('active', 'retired')) = (activated_at IS NOT NULL));

DROP INDEX policy_version_one_active;
CREATE UNIQUE INDEX policy_version_in_force ON policy_version ((true)) WHERE state = 'active';
CREATE UNIQUE INDEX policy_version_one_draft ON policy_version (key) WHERE state = 'draft';
COMMENT ON INDEX policy_version_in_force IS 'One policy answers for the whole organization.';
COMMENT ON TABLE policy_version IS
    'The YAML of a policy as its author wrote it. Only the state moves: from draft to active and retired, or withdrawn.';
GRANT UPDATE (state, activated_at, activated_by, activation_reason) ON policy_version TO "${appRole}";
