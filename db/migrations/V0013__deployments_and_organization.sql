CREATE TABLE deployment_version (
    key text NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    digest text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT deployment_version_pk PRIMARY KEY (key, version),
    CONSTRAINT deployment_version_author_fk FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT deployment_version_key_shape CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    CONSTRAINT deployment_version_counts CHECK (version >= 1)
);
COMMENT ON TABLE deployment_version IS
    'The facts of a deployment, never changed: a correction is a new version and old verdicts keep theirs. '
    'Written before the pointer in deployment, so that no constraint has to wait for the commit.';
GRANT SELECT, INSERT ON deployment_version TO "${appRole}";

CREATE TABLE deployment (
    key text NOT NULL,
    current_version integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT deployment_pk PRIMARY KEY (key),
    CONSTRAINT deployment_current_version_fk FOREIGN KEY (key, current_version)
        REFERENCES deployment_version (key, version)
);
COMMENT ON TABLE deployment IS 'A named use and which version of its facts holds today.';
COMMENT ON COLUMN deployment.version IS 'Optimistic lock of this row, not the version of the facts.';
GRANT SELECT, INSERT, UPDATE ON deployment TO "${appRole}";

CREATE TABLE organization_version (
    version integer NOT NULL,
    body text NOT NULL,
    digest text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT organization_version_pk PRIMARY KEY (version),
    CONSTRAINT organization_version_author_fk FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT organization_version_counts CHECK (version >= 1)
);
COMMENT ON TABLE organization_version IS
    'Facts of the organization, never changed; the highest version holds. The key keeps two editors from '
    'writing the same next version.';
GRANT SELECT, INSERT ON organization_version TO "${appRole}";
