CREATE TABLE person_subject (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT person_subject_pk PRIMARY KEY (issuer, subject),
    CONSTRAINT person_subject_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_subject_one_each UNIQUE (person_id, issuer)
);
COMMENT ON TABLE person_subject IS
    'Whom an OpenID provider means. Its name for a person is the only key: logins and addresses of mail change and '
    'can be chosen. Apart from the person, so that it can be erased.';
GRANT SELECT, INSERT, DELETE ON person_subject TO "${appRole}";

CREATE TABLE sign_in_flow (
    secret_hash bytea NOT NULL,
    return_path text NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT sign_in_flow_pk PRIMARY KEY (secret_hash),
    CONSTRAINT sign_in_flow_hash_length CHECK (octet_length(secret_hash) = 32)
);
COMMENT ON TABLE sign_in_flow IS
    'Browsers that are at the provider now. Each row serves one return. The secret is in the browser alone.';
CREATE INDEX sign_in_flow_expiry ON sign_in_flow (expires_at);
GRANT SELECT, INSERT, DELETE ON sign_in_flow TO "${appRole}";
