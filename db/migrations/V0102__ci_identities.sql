CREATE TABLE ci_identity (
    token_id uuid NOT NULL,
    issuer text NOT NULL,
    audience text NOT NULL,
    claims text NOT NULL,
    CONSTRAINT ci_identity_pk PRIMARY KEY (token_id),
    CONSTRAINT ci_identity_token_fk FOREIGN KEY (token_id) REFERENCES api_token (id)
);
COMMENT ON TABLE ci_identity IS
    'Whose identity tokens count as this token of ours: no secret of ours is given out, and revoking the token ends it.';
CREATE INDEX ci_identity_by_issuer ON ci_identity (issuer);
GRANT SELECT, INSERT ON ci_identity TO "${appRole}";
