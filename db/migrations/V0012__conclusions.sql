CREATE TABLE profile (
    id bigint GENERATED ALWAYS AS IDENTITY,
    digest text NOT NULL,
    license text,
    country text,
    body text NOT NULL,
    CONSTRAINT profile_pk PRIMARY KEY (id),
    CONSTRAINT profile_digest_unique UNIQUE (digest)
);
COMMENT ON TABLE profile IS
    'The distinct combinations of license, lineage, jurisdiction and flags that evaluation can see. Few for very '
    'many models, so a policy edit costs one assessment a row.';
COMMENT ON COLUMN profile.license IS 'Copied from the body: rare filters of lists resolve profiles first.';
COMMENT ON COLUMN profile.country IS 'Copied from the body: rare filters of lists resolve profiles first.';
CREATE INDEX profile_by_license ON profile (license);
CREATE INDEX profile_by_country ON profile (country);
GRANT SELECT, INSERT ON profile TO "${appRole}";

CREATE TABLE conclusion (
    id bigint GENERATED ALWAYS AS IDENTITY,
    snapshot_id bigint NOT NULL,
    knowledge_digest text NOT NULL,
    digest text NOT NULL,
    profile_id bigint NOT NULL,
    parents text NOT NULL,
    body text NOT NULL,
    identification_state text NOT NULL,
    concluded_license text,
    lineage_state text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT conclusion_pk PRIMARY KEY (id),
    CONSTRAINT conclusion_unique UNIQUE (snapshot_id, knowledge_digest, digest),
    CONSTRAINT conclusion_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES snapshot (id),
    CONSTRAINT conclusion_knowledge_fk FOREIGN KEY (knowledge_digest) REFERENCES knowledge (digest),
    CONSTRAINT conclusion_profile_fk FOREIGN KEY (profile_id) REFERENCES profile (id),
    CONSTRAINT conclusion_identification_known
        CHECK (identification_state IN ('identified', 'conflicting', 'unrecognized', 'absent'))
);
COMMENT ON TABLE conclusion IS
    'Under which licenses a snapshot stands, by one version of the knowledge and these conclusions about its '
    'bases. Never changed: decisions of record cite it.';
COMMENT ON COLUMN conclusion.parents IS 'Canonical JSON list of the conclusions of the bases, by id.';
CREATE INDEX conclusion_by_profile ON conclusion (profile_id);
CREATE INDEX conclusion_by_license ON conclusion (concluded_license);
GRANT SELECT, INSERT ON conclusion TO "${appRole}";

ALTER TABLE model ADD CONSTRAINT model_current_conclusion_fk
    FOREIGN KEY (current_conclusion_id) REFERENCES conclusion (id);
ALTER TABLE model ADD CONSTRAINT model_current_profile_fk
    FOREIGN KEY (current_profile_id) REFERENCES profile (id);
